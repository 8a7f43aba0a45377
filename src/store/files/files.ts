/** Bytes as they lie in the store: named by what they are. */
export interface Stored {
  sha256: string
  /** Bytes. */
  size: number
}

/** What can be read piece by piece, once. A piece need not stay what it is once the next is asked for. */
type ByteStream = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/**
 * Bytes beside the documents: GridFS on MongoDB, a folder beside the embedded store. Nothing here is a document: what a
 * file is, and whose, says a document of its lane; bytes no document names are swept. Rejects with StoreUnavailable when
 * the store cannot do it now, and with what `bytes` itself throws.
 */
export interface Files {
  /** Durable when it resolves, and whole or not there at all. The same bytes twice are once. Holds pieces, never all of it. */
  put(bytes: ByteStream): Promise<Stored>
  /** From byte `from` on (0 when not given). Throws a plain Error when there are no such bytes. */
  open(sha256: string, options?: { from?: number }): AsyncIterable<Uint8Array>
  has(sha256: string): Promise<boolean>
  /** Those whose name comes after `after`, by name; `putAt`: real ms at which they were put last. */
  list(after: string, limit: number): Promise<(Stored & { putAt: number })[]>
  /** Takes them away unless they were put again at `before` (real ms) or later. Returns whether they are gone by this call. */
  remove(sha256: string, before: number): Promise<boolean>
  /** Clears away what was left half-written before `before` (real ms) by a process that died. */
  tidy(before: number): Promise<void>
}

/** A name of bytes, and nothing that could lead elsewhere. */
export function checkName(sha256: string): string {
  if (!/^[0-9a-f]{64}$/u.test(sha256)) throw new Error('files: bytes are named by their sha256')
  return sha256
}
