import type { ByteSource } from './byte-source.js'
import { pdfDecoder } from './pdf-fonts.js'
import { pdfParts } from './pdf-streams.js'
import { shownText } from './pdf-shown-text.js'

const mostHead = 8_000_000
const mostTail = 2_000_000

/** The words of a PDF in the order of its streams, as far as `most` characters. Null for an encrypted one. */
export async function pdfText(source: ByteSource, most: number): Promise<string | null> {
  const head = Math.min(source.size, mostHead)
  const tail = Math.min(source.size - head, mostTail)
  const raw = latin1(await source.read(0, head)) + latin1(await source.read(source.size - tail, tail))
  if (/\/Encrypt\s{1,4}(?:\d|<<)/u.test(raw)) return null
  const parts = await pdfParts(raw)
  const decode = pdfDecoder(parts)
  let text = ''
  for (const stream of parts.streams) {
    if (text.length >= most) break
    if (/BT\s/u.test(stream.text)) text += `${shownText(stream.text, decode, most - text.length)}\n`
  }
  return text
}

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
