import type { Clock } from '../clock.js'
import { timedNames } from '../store/collections.js'
import type { Post } from '../store/entry.js'
import type { Journal } from '../store/journal.js'
import type { Store } from '../store/store.js'
import type { Timed } from '../domain/record.js'

const PAGE = 500

/** The tick: what is due becomes an entry, under an id that can exist only once. It writes nothing else. */
export interface Planner {
  /** Inserts the entries of all that is due; returns how many were new. Several ticks, or a tick twice, are harmless. */
  tick(): Promise<number>
}

export function createPlanner(options: { store: Store; journal: Journal; clock: Clock }): Planner {
  const { store, journal, clock } = options

  async function tick(): Promise<number> {
    let added = await reopen()
    for (const collection of timedNames) {
      for (let from = 0; ;) {
        const due = (await store.find(
          collection,
          { nextAt: { gt: from, lte: clock.now() } },
          { sort: { field: 'nextAt' }, limit: PAGE },
        )) as Timed[]
        added += await journal.accept(due.filter((doc) => !doc.gone).map((doc) => clockEntry(collection, doc)))
        if (due.length < PAGE) break
        // Whatever shares the last instant may have been cut off: it is looked at again, which is harmless.
        from = Math.max(from + 1, due.at(-1)!.nextAt! - 1)
      }
    }
    return added
  }

  /** Entries that wait for their `retryAt` (real time) are opened when it has come. */
  async function reopen(): Promise<number> {
    const waiting = await store.find(
      'journal',
      { open: 2, retryAt: { lte: clock.real() } },
      { sort: { field: 'retryAt' } },
    )
    for (const entry of waiting) await store.update('journal', entry._id, { open: 2 }, { open: 1 })
    return waiting.length
  }

  return { tick }
}

const clockEntry = (collection: string, doc: Timed): Post => ({
  _id: `clock:${collection}:${doc._id}:${doc.version}`,
  lane: doc.lane,
  at: doc.nextAt!,
  payload: { kind: 'clock', collection, document: doc._id },
})
