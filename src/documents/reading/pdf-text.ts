import type { ByteSource } from './byte-source.js'
import { pdfDecoder } from './pdf-fonts.js'
import { shownText } from './pdf-shown-text.js'
import { contentsOf, pdfParts } from './pdf-streams.js'

/** The words of a PDF in the order of its streams, as far as `most` characters. Null for an encrypted one. */
export async function pdfText(source: ByteSource, most: number): Promise<string | null> {
  const parts = await pdfParts(source)
  if (parts.encrypted) return null
  const decode = pdfDecoder(parts)
  let text = ''
  for await (const content of contentsOf(source, parts)) {
    if (/BT\s/u.test(content)) text += `${shownText(content, decode, most - text.length)}\n`
    if (text.length >= most) break
  }
  return text
}
