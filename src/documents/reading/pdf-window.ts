import type { ByteSource } from './byte-source.js'

const size = 65_536

/** Looks at a file through one buffer, forward. */
export interface PdfWindow {
  /** Bytes from there on: as many as lie in the buffer, `atLeast` where the file has so many. Good until the next look. */
  look(from: number, atLeast: number): Promise<Buffer>
  /** It says somewhere in what was looked at that it is encrypted. */
  readonly encrypted: boolean
}

export function createPdfWindow(source: ByteSource): PdfWindow {
  const buffer = Buffer.alloc(Math.min(size, source.size))
  let [begins, ends] = [0, 0]
  let encrypted = false
  return {
    get encrypted() {
      return encrypted
    },
    async look(from, atLeast) {
      if (from < begins || Math.min(from + atLeast, source.size) > ends) {
        const read = await source.read(from, Math.min(size, source.size - from), buffer)
        // A source that has its bytes at hand gives them as they lie.
        if (read.buffer !== buffer.buffer) buffer.set(read)
        ;[begins, ends] = [from, from + read.length]
        encrypted ||= saysEncrypted(buffer.subarray(0, read.length))
      }
      return buffer.subarray(from - begins, ends - begins)
    },
  }
}

function saysEncrypted(bytes: Buffer): boolean {
  for (let at = bytes.indexOf('/Encrypt'); at >= 0; at = bytes.indexOf('/Encrypt', at + 1))
    if (/^\/Encrypt\s{1,4}(?:\d|<<)/u.test(bytes.toString('latin1', at, at + 16))) return true
  return false
}
