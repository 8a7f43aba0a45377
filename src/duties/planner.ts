import type { Clock } from '../clock.js'
import { timedNames } from '../store/collections.js'
import type { Post } from '../store/entry.js'
import type { Journal } from '../store/journal.js'
import type { Store } from '../store/store.js'
import { localDate } from '../domain/calendar/local-time.js'
import type { Timed } from '../domain/record.js'
import { packHash } from '../rules/holidays.js'

const PAGE = 500
/** Branches on one store; the store gives no more in one answer. */
const MOST = 10_000

/** The tick: what is due becomes an entry, under an id that can exist only once. It writes nothing else. */
export interface Planner {
  /** Inserts the entries of all that is due; returns how many were new. Several ticks, or a tick twice, are harmless. */
  tick(): Promise<number>
}

export function createPlanner(options: { store: Store; journal: Journal; clock: Clock }): Planner {
  const { store, journal, clock } = options

  /** The day on which the rule packs were last compared; they change with a new version, and with the date. */
  let compared = ''

  async function tick(): Promise<number> {
    let added = (await reopen()) + (await compareRules())
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

  /** A branch whose dates were computed with other packs is told, at the first tick and every night. */
  async function compareRules(): Promise<number> {
    const today = localDate(clock.now())
    if (today === compared) return 0
    const branches = await store.find('branches', { nextAt: { gt: 0 } }, { limit: MOST })
    const stale = branches.filter((branch) => branch.rules !== packHash())
    const added = await journal.accept(
      stale.map(({ _id, lane, version }) => ({
        _id: `rules:${_id}:${version}`,
        lane,
        at: clock.now(),
        payload: { kind: 'rules' },
      })),
    )
    compared = today
    return added
  }

  return { tick }
}

const clockEntry = (collection: string, doc: Timed): Post => ({
  _id: `clock:${collection}:${doc._id}:${doc.version}`,
  lane: doc.lane,
  at: doc.nextAt!,
  payload: { kind: 'clock', collection, document: doc._id },
})
