import { getEventListeners } from 'node:events'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from '@jest/globals'
import { untilAborted } from '../../src/delivery/until-aborted.js'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

test('pieces that have passed are let go, though the signal lives on', async () => {
  const { signal } = new AbortController()
  const passed: WeakRef<Uint8Array>[] = []
  async function* pieces(): AsyncGenerator<Uint8Array, void> {
    for (let n = 0; n < 50; n++) yield await Promise.resolve(new Uint8Array(65_536))
  }
  for await (const piece of untilAborted(pieces(), signal)) passed.push(new WeakRef(piece))
  await new Promise((resolve) => setTimeout(resolve, 10))
  collect()
  expect(passed.filter((one) => one.deref() !== undefined).length).toBeLessThanOrEqual(1)
  expect(getEventListeners(signal, 'abort')).toEqual([])
})

test('one that hangs ends when the signal aborts, and one that had aborted before gives nothing', async () => {
  const stop = new AbortController()
  const never = { [Symbol.asyncIterator]: () => ({ next: () => new Promise<never>(() => undefined) }) }
  const hanging = untilAborted(never, stop.signal).next()
  stop.abort(new Error('stopped'))
  await expect(hanging).rejects.toThrow('stopped')
  await expect(untilAborted(never, stop.signal).next()).rejects.toThrow('stopped')
})
