import { randomUUID } from 'node:crypto'
import { mkdir, open, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { StoreUnavailable } from '../errors.js'

/** Bytes on their way in, looked at before they are kept. They have no name: when the process ends, they are gone. */
export interface Staged {
  size: number
  add(piece: Uint8Array): Promise<void>
  /** Fewer than `length` at the end. Put into `into` where that is given. */
  read(from: number, length: number, into?: Uint8Array): Promise<Uint8Array>
  /** All of it, from the beginning. A piece is good until the next is asked for. */
  bytes(): AsyncIterable<Uint8Array>
  drop(): Promise<void>
}

const PIECE = 65_536

export async function openStaging(folder: string): Promise<Staged> {
  const path = join(folder, `.incoming-${randomUUID()}`)
  const handle = await within(async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const opened = await open(path, 'wx+', 0o600)
    await unlink(path)
    return opened
  })
  const staged: Staged = {
    size: 0,
    async add(piece) {
      await within(() => handle.writeFile(piece))
      staged.size += piece.length
    },
    async read(from, length, into) {
      const wanted = Math.max(0, Math.min(length, staged.size - from))
      const buffer = into ?? Buffer.alloc(wanted)
      const { bytesRead } = await within(() => handle.read(buffer, 0, wanted, from))
      return buffer.subarray(0, bytesRead)
    },
    async *bytes() {
      const piece = Buffer.alloc(Math.min(PIECE, staged.size))
      for (let from = 0; from < staged.size;) {
        const { bytesRead } = await within(() => handle.read(piece, 0, piece.length, from))
        if (bytesRead === 0) throw new StoreUnavailable()
        from += bytesRead
        yield piece.subarray(0, bytesRead)
      }
    },
    drop: () => handle.close(),
  }
  return staged
}

/** A disk that is full, a folder that is away: it may pass. */
async function within<R>(call: () => Promise<R>): Promise<R> {
  try {
    return await call()
  } catch (error) {
    throw new StoreUnavailable({ cause: error })
  }
}
