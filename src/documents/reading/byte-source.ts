/** A file that lies somewhere, read piece by piece: a file handle, a stored file, a buffer. */
export interface ByteSource {
  /** Bytes in all. */
  size: number
  /** Bytes from `from` on; fewer than `length` at the end. They may be put into `into`, which is long enough. */
  read(from: number, length: number, into?: Uint8Array): Promise<Uint8Array>
}

export const bufferSource = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  read: (from, length) => Promise.resolve(bytes.subarray(from, from + length)),
})

const piece = 65_536

/** A part of a file in pieces; each is good until the next is asked for. */
export async function* pieces(source: ByteSource, from: number, length: number): AsyncGenerator<Uint8Array> {
  const end = Math.min(from + length, source.size)
  const buffer = Buffer.alloc(Math.max(0, Math.min(piece, end - from)))
  for (let at = from; at < end; at += piece) yield source.read(at, Math.min(piece, end - at), buffer)
}
