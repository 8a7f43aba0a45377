import { setTimeout as sleep } from 'node:timers/promises'
import { randomUUID } from 'node:crypto'
import { assemble, type House } from '../../assemble.js'
import { wholeSeconds, type Clock } from '../../clock.js'
import { calledOff, ends } from '../../delivery/outcome.js'
import { raiseSchema } from '../../duties/schema/raise-schema.js'
import { noFailpoint } from '../../failpoint.js'
import { createLog } from '../../log.js'
import type { Delivery } from '../../store/delivery.js'
import type { Store, Where } from '../../store/store.js'
import type { Words } from '../../words.js'

const PAGE = 500
/** A decide that throws is tried five times, a second apart; then its entry is failed, and nothing is left open. */
const TRIES = 8
const AGAIN_MS = 1100

interface Given {
  store: Store
  clock: Clock
  words: Words
  /** Real ms at which the backup was made. */
  taken: number
}

/**
 * Between the backup and now the same entries may have been decided and the same messages sent, and nothing of it stands
 * here any more. So what was open, and what has fallen due since, is decided now, while nothing is sent; and every row that
 * would leave is in doubt, on one card a branch. Returns how many are.
 */
export async function settleRestored({ store, clock, words, taken }: Given): Promise<number> {
  const log = createLog('silent')
  const house = assemble({ store, clock, words, log, failpoint: noFailpoint, nudge: () => undefined })
  await freeHands(store, clock)
  await raiseSchema({ store, journal: house.journal, clock })
  const begun = house.order()
  await decideAll(store, house)
  const doubtful = await doubtRows(store, clock, begun)
  await tellBranches({ store, house, clock, taken, doubtful })
  return [...doubtful.values()].reduce((sum, rows) => sum + rows.length, 0)
}

/** What processes that are no more had in hand counts for nothing against it. */
async function freeHands(store: Store, clock: Clock): Promise<void> {
  for await (const { _id, current } of paged(store, 'lanes')) {
    if (current !== null) await store.update('lanes', _id, { current }, { life: null, tries: 0, since: clock.real() })
  }
  for await (const { _id, state } of paged(store, 'fetches')) {
    if (state === 'waiting') await store.update('fetches', _id, { state }, { life: null, begun: 0, retryAt: 0 })
  }
}

async function decideAll(store: Store, { planner, rounds }: House): Promise<void> {
  for (let tries = 0; tries < TRIES;) {
    if ((await planner.tick()) > 0 || (await rounds.round())) continue
    if ((await store.count('journal', { open: 1 })) === 0) return
    tries++
    await sleep(AGAIN_MS)
  }
}

/** Ids of the rows in doubt, by lane. A row whose time is still to come has certainly not left, and stays. */
async function doubtRows(store: Store, clock: Clock, begun: number): Promise<Map<string, string[]>> {
  const wheres: Where[] = [
    { state: 'sending' },
    { state: 'waiting', held: 0 },
    { state: 'waiting', held: 1, notBefore: { lte: clock.now() } },
    // Said just now about what was due before: whether it was said then nobody knows.
    { state: 'waiting', held: 1, queue: 'bulk', order: { gte: begun } },
    { state: 'waiting', held: 1, queue: 'answer', order: { gte: begun } },
  ]
  const doubtful = new Map<string, string[]>()
  for (const where of wheres) {
    for (let rows = await page(); rows.length > 0; rows = await page()) {
      for (const row of rows) {
        const end: Partial<Delivery> = row.cancelled ? calledOff(row) : ends(row, 'unknown')
        await store.update('deliveries', row._id, { state: row.state }, { ...end, news: 0, life: null })
        if (end.news === 1) doubtful.set(row.lane, [...(doubtful.get(row.lane) ?? []), row._id])
      }
    }
    function page(): Promise<Delivery[]> {
      return store.find('deliveries', where, { limit: PAGE })
    }
  }
  return doubtful
}

/** The card stands for the news the rows would have made, one by one. */
async function tellBranches(given: {
  store: Store
  house: House
  clock: Clock
  taken: number
  doubtful: Map<string, string[]>
}): Promise<void> {
  const { store, house, clock, doubtful } = given
  const taken = wholeSeconds(given.taken + clock.offset())
  const run = randomUUID()
  for await (const { lane, gone } of paged(store, 'branches')) {
    if (gone) continue
    const payload = { kind: 'restored' as const, taken, rows: doubtful.get(lane) ?? [] }
    await house.journal.accept([{ _id: `cli:${run}:${lane}`, lane, at: clock.now(), payload }])
  }
}

async function* paged<C extends 'lanes' | 'fetches' | 'branches'>(store: Store, collection: C) {
  for (let after = ''; ;) {
    const found = await store.find(collection, { _id: { gt: after } }, { sort: { field: '_id' }, limit: PAGE })
    yield* found
    if (found.length < PAGE) return
    after = found.at(-1)!._id
  }
}
