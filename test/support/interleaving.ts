import { setImmediate as turn } from 'node:timers/promises'
import type { Store } from '../../src/store/store.js'

/** mulberry32: a seed gives the same run for ever. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

interface Call {
  worker: Worker
  go(): Promise<void>
  /** Executes without an answer: the process died before it came. */
  lose(): Promise<void>
}

interface Worker {
  number: number
  alive: boolean
  idle: boolean
  calls: Call[]
}

/**
 * Runs workers on one store; every call to it waits until the seed picks it. A worker may be killed before a call
 * or after it, its answer lost; another life takes its place. `batch: 'apart'` makes every write of a batch a call
 * of its own, as on MongoDB.
 */
export async function interleave(options: {
  store: Store
  random: () => number
  batch: 'whole' | 'apart'
  killing: number
  /** Starts a life on this view of the store; resolves when it finds nothing to do. */
  live: (store: Store, life: string) => Promise<void>
  /** Called between any two calls; returns whether more is to come. */
  between: () => Promise<boolean>
  /** Nothing is left to do. */
  finished: () => Promise<boolean>
}): Promise<{ calls: number; kills: number }> {
  const { store, random, killing, live, between, finished } = options
  const workers: Worker[] = []
  let lives = 0
  let calls = 0
  let kills = 0
  let failure: unknown = null

  const start = (worker: Worker): void => {
    worker.idle = false
    const view = watched(store, worker, options.batch)
    live(view, `life-${worker.number}`).then(
      () => (worker.idle = true),
      (error: unknown) => {
        if (worker.alive) failure = error
        worker.idle = true
      },
    )
  }
  const born = (): Worker => {
    const worker = { number: lives++, alive: true, idle: true, calls: [] }
    workers.push(worker)
    start(worker)
    return worker
  }
  born()
  born()

  for (;;) {
    while (workers.some((worker) => !worker.idle && worker.calls.length === 0)) await turn()
    if (failure !== null) throw new Error('a worker failed', { cause: failure })
    const more = await between()
    const waiting = workers.flatMap((worker) => worker.calls)
    if (waiting.length === 0) {
      if (!more && (await finished())) return { calls, kills }
      for (const worker of workers) start(worker)
      if (calls++ > 20_000) throw new Error('a lane is stuck: nothing comes to an end')
      continue
    }
    const call = waiting[Math.floor(random() * waiting.length)]!
    const { worker } = call
    worker.calls.splice(worker.calls.indexOf(call), 1)
    calls++
    if (random() < killing) {
      kills++
      worker.alive = false
      workers.splice(workers.indexOf(worker), 1)
      if (random() < 0.5) await call.lose()
      born()
    } else {
      await call.go()
    }
  }
}

function watched(store: Store, worker: Worker, batch: 'whole' | 'apart'): Store {
  const scheduled = <R>(run: () => Promise<R>): Promise<R> =>
    new Promise((resolve, reject) => {
      worker.calls.push({
        worker,
        go: () => run().then(resolve, reject),
        lose: () =>
          run().then(
            () => undefined,
            () => undefined,
          ),
      })
    })
  return {
    kind: batch === 'whole' ? 'sqlite' : 'mongo',
    files: store.files,
    get: (collection, id) => scheduled(() => store.get(collection, id)),
    find: (collection, where, options) => scheduled(() => store.find(collection, where, options)),
    count: (collection, where) => scheduled(() => store.count(collection, where)),
    insert: (collection, docs) => scheduled(() => store.insert(collection, docs)),
    replace: (collection, doc) => scheduled(() => store.replace(collection, doc)),
    update: (collection, id, expect, set) => scheduled(() => store.update(collection, id, expect, set)),
    async batch(writes) {
      if (batch === 'whole') return scheduled(() => store.batch(writes))
      for (const [index, write] of writes.entries()) {
        if ((await scheduled(() => store.batch([write]))).mismatch !== null) return { mismatch: index }
      }
      return { mismatch: null }
    },
    ping: () => store.ping(),
    close: () => store.close(),
  }
}
