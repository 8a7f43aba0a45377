import { pieces, type ByteSource } from './byte-source.js'
import { inflatePieces } from './inflate-some.js'

interface ZipEntry {
  name: string
  /** Bytes in the archive. */
  packed: number
  stored: boolean
  /** Where its local header begins. */
  at: number
}

const endRecord = { signature: 0x06054b50, size: 22, longestComment: 65_535 }
const centralHeader = { signature: 0x02014b50, size: 46 }
const localHeader = { signature: 0x04034b50, size: 30 }
const largestDirectory = 1_000_000

/** The files of an archive, by its directory at the end; none where it cannot be read. The bytes between stay unread. */
export async function zipEntries(source: ByteSource): Promise<ZipEntry[]> {
  const tailAt = Math.max(0, source.size - endRecord.size - endRecord.longestComment)
  const tail = await part(source, tailAt, source.size - tailAt)
  let end = tail.length - endRecord.size
  while (end >= 0 && tail.readUInt32LE(end) !== endRecord.signature) end--
  if (end < 0) return []
  const directory = await part(
    source,
    tail.readUInt32LE(end + 16),
    Math.min(tail.readUInt32LE(end + 12), largestDirectory),
  )
  const entries: ZipEntry[] = []
  let at = 0
  while (at + centralHeader.size <= directory.length && directory.readUInt32LE(at) === centralHeader.signature) {
    const [name, extra, comment] = [28, 30, 32].map((field) => directory.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ]
    const method = directory.readUInt16LE(at + 10)
    if (method === 0 || method === 8) {
      entries.push({
        name: directory.toString('utf8', at + centralHeader.size, at + centralHeader.size + name),
        packed: directory.readUInt32LE(at + 20),
        stored: method === 0,
        at: directory.readUInt32LE(at + 42),
      })
    }
    at += centralHeader.size + name + extra + comment
  }
  return entries
}

/** The first `most` bytes of a file of the archive, in pieces; each is good until the next is asked for. */
export async function* entryPieces(source: ByteSource, entry: ZipEntry, most: number): AsyncGenerator<Uint8Array> {
  const header = await part(source, entry.at, localHeader.size)
  if (header.length < localHeader.size || header.readUInt32LE(0) !== localHeader.signature) return
  const from = entry.at + localHeader.size + header.readUInt16LE(26) + header.readUInt16LE(28)
  if (entry.stored) yield* pieces(source, from, Math.min(entry.packed, most))
  else yield* inflatePieces(pieces(source, from, entry.packed), { raw: true, most })
}

async function part(source: ByteSource, from: number, length: number): Promise<Buffer> {
  const bytes = await source.read(from, length)
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
