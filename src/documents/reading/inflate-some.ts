import { once } from 'node:events'
import { createInflate, createInflateRaw } from 'node:zlib'

/**
 * What `chunks` unpack to, up to `most` bytes; of damaged data, what came before the damage. Whatever a header promises,
 * no more than that is ever unpacked: a file of a few kilobytes can hold gigabytes.
 */
export async function inflateSome(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { raw, most }: { raw: boolean; most: number },
): Promise<Buffer> {
  const inflate = raw ? createInflateRaw() : createInflate()
  const out: Buffer[] = []
  let size = 0
  const over = new Promise<void>((resolve) => {
    inflate.on('data', (chunk: Buffer) => {
      out.push(chunk)
      size += chunk.length
      if (size >= most) inflate.destroy()
    })
    inflate.once('error', () => resolve())
    inflate.once('close', resolve)
  })
  for await (const chunk of chunks) {
    if (inflate.destroyed) break
    if (!inflate.write(chunk)) await Promise.race([once(inflate, 'drain').catch(() => undefined), over])
  }
  if (!inflate.destroyed) inflate.end()
  await over
  return Buffer.concat(out).subarray(0, most)
}
