/** A file that lies somewhere, read piece by piece: a file handle, a stored file, a buffer. */
export interface ByteSource {
  /** Bytes in all. */
  size: number
  /** Bytes from `from` on; fewer than `length` at the end. */
  read(from: number, length: number): Promise<Uint8Array>
}

export const bufferSource = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  read: (from, length) => Promise.resolve(bytes.subarray(from, from + length)),
})
