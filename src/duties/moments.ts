import type { Clock } from '../clock.js'
import { timedNames } from '../store/collections.js'
import type { Store } from '../store/store.js'

/** What the store says of time: whoever moves a clock looks here where to, and when to go on. */
export interface Moments {
  /** Whether anything is open, on its way, or due by now. */
  busy(): Promise<boolean>
  /** The least of everything that has a time still to come. */
  next(): Promise<number | null>
}

export function createMoments({ store, clock }: { store: Store; clock: Pick<Clock, 'now'> }): Moments {
  return { busy, next }

  /** Twice: what ends on its way makes news, and news begins at the journal again. */
  async function busy(): Promise<boolean> {
    return (await isAnywhere()) || (await isAnywhere())
  }

  /** In the order in which things pass from one place to the next, so that none goes by unseen. */
  async function isAnywhere(): Promise<boolean> {
    const now = clock.now()
    for (const collection of timedNames) {
      if ((await store.count(collection, { nextAt: { gt: 0, lte: now } })) > 0) return true
    }
    return (
      (await store.count('journal', { open: 1 })) > 0 ||
      (await store.count('deliveries', { state: 'waiting', held: 1, notBefore: { lte: now } })) > 0 ||
      (await store.count('deliveries', { state: 'waiting', usefulUntil: { lte: now } })) > 0 ||
      // One question: a row goes from one to the other and, where a platform asks for patience, back.
      (await store.count('deliveries', { state: { in: ['waiting', 'sending'] }, held: 0 })) > 0 ||
      (await store.count('deliveries', { news: 1 })) > 0
    )
  }

  async function next(): Promise<number | null> {
    const now = clock.now()
    const moments: number[] = []
    for (const collection of timedNames) {
      const [doc] = await store.find(collection, { nextAt: { gt: now } }, { sort: { field: 'nextAt' }, limit: 1 })
      if (doc) moments.push(doc.nextAt!)
    }
    const held = { state: 'waiting', held: 1, notBefore: { gt: now } }
    const [later] = await store.find('deliveries', held, { sort: { field: 'notBefore' }, limit: 1 })
    const ending = { state: 'waiting', usefulUntil: { gt: now } }
    const [expiring] = await store.find('deliveries', ending, { sort: { field: 'usefulUntil' }, limit: 1 })
    if (later) moments.push(later.notBefore!)
    if (expiring) moments.push(expiring.usefulUntil!)
    return moments.length > 0 ? Math.min(...moments) : null
  }
}
