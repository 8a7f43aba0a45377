import type { ByteSource } from './reading/byte-source.js'
import { docxText } from './reading/docx-text.js'
import { pdfText } from './reading/pdf-text.js'

/** About ten pages: a stamp stands on the first. */
const firstPages = 25_000

/**
 * The words of the first pages of a document: DOCX, PDF as far as its fonts tell, or plain text. Null where nothing can be
 * read (a scan, an encrypted or damaged file, another kind): whoever sent it has to say what it is. Never throws for
 * what is in the file, only for what `source` throws. Reads small pieces, of 10 MB at most, and holds none of them.
 */
export async function documentText(source: ByteSource): Promise<string | null> {
  const head = await source.read(0, 8)
  const begins = (signature: string): boolean => Buffer.from(head).toString('latin1').startsWith(signature)
  const text = begins('PK\x03\x04')
    ? await docxText(source, firstPages)
    : begins('%PDF-')
      ? await pdfText(source, firstPages)
      : await plainText(source)
  return text === null || !/\p{L}/u.test(text) ? null : text
}

/** UTF-8, or UTF-16 by its first bytes. What holds zeros or is no UTF-8 is no text. */
async function plainText(source: ByteSource): Promise<string | null> {
  const bytes = await source.read(0, 4 * firstPages)
  const wide = { '255,254': 'utf-16le', '254,255': 'utf-16be' }[bytes.subarray(0, 2).join()]
  try {
    // A character that the cut divides is no damage: the decoder waits for its rest.
    const text = new TextDecoder(wide ?? 'utf-8', { fatal: true }).decode(bytes, { stream: true })
    return text.includes('\0') || text.startsWith('{\\rtf') ? null : text.slice(0, firstPages)
  } catch {
    return null
  }
}
