import { createInflate, createInflateRaw } from 'node:zlib'

interface Limits {
  raw: boolean
  /** Bytes unpacked at most. */
  most: number
}

/**
 * What `chunks` unpack to, up to `most` bytes; of damaged data, what came before the damage. Whatever a header promises,
 * no more than that is ever unpacked: a file of a few kilobytes can hold gigabytes.
 */
export async function inflateSome(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  limits: Limits,
): Promise<Buffer> {
  const out: Buffer[] = []
  for await (const piece of inflatePieces(chunks, limits)) out.push(piece)
  return Buffer.concat(out)
}

/** The same, as it is unpacked; whoever has enough leaves the loop, and no more is read. */
export async function* inflatePieces(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { raw, most }: Limits,
): AsyncGenerator<Buffer> {
  const inflate = raw ? createInflateRaw() : createInflate()
  let out: Buffer[] = []
  let size = 0
  const over = new Promise<void>((resolve) => {
    inflate.on('data', (chunk: Buffer) => {
      out.push(chunk.subarray(0, Math.max(0, most - size)))
      size += chunk.length
      if (size >= most) inflate.destroy()
    })
    inflate.once('error', () => resolve())
    inflate.once('close', resolve)
  })
  try {
    for await (const chunk of chunks) {
      if (inflate.destroyed) break
      // Until it has been taken in: the next chunk may come in the same buffer.
      await Promise.race([new Promise<void>((taken) => inflate.write(chunk, () => taken())), over])
      yield* out
      out = []
    }
    if (!inflate.destroyed) inflate.end()
    await over
    yield* out
  } finally {
    inflate.destroy()
  }
}
