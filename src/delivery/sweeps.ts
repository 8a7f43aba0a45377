import type { Journal } from '../store/journal.js'
import type { Delivery, DeliveryState } from '../store/delivery.js'
import type { Store, Where, Write } from '../store/store.js'
import { endOfClaim } from './claim.js'
import { becomes, calledOff, ends, neverLeft, type Outcome } from './outcome.js'

const PAGE = 1000
/** Rows one outcome entry tells of at most. */
const TOLD_AT_ONCE = 200

/** Rows whose `notBefore` has come take their place in their lines: all of them, before anything is sent. */
export async function releaseHeld(store: Store, now: number): Promise<Delivery[]> {
  const where = { state: 'waiting', held: 1, notBefore: { lte: now } }
  return wholly(store, where, 'notBefore', (row) => ({
    update: 'deliveries',
    id: row._id,
    expect: { state: 'waiting', held: 1 },
    set: { held: 0 },
  }))
}

/** Rows nobody needs any more. */
export async function expireLate(store: Store, now: number): Promise<Delivery[]> {
  return wholly(store, { state: 'waiting', usefulUntil: { lte: now } }, 'usefulUntil', (row) => ({
    update: 'deliveries',
    id: row._id,
    expect: { state: 'waiting', attempt: row.attempt },
    set: expired(row),
  }))
}

export function expired(row: Delivery): Partial<Delivery> {
  if (row.cancelled) return calledOff(row)
  if (row.sentIds.length > 0) return ends(row, 'partial')
  return neverLeft(row) ? ends(row, 'expired', row.reason) : ends(row, 'unknown')
}

async function wholly(store: Store, where: Where, field: string, write: (row: Delivery) => Write): Promise<Delivery[]> {
  const rows: Delivery[] = []
  for (;;) {
    const page = await store.find('deliveries', where, { sort: { field }, limit: PAGE })
    if (page.length > 0) await store.batch(page.map(write))
    rows.push(...page)
    if (page.length < PAGE) return rows
  }
}

/** What this process knows of a row that is being sent. */
export type Known = 'in hand' | 'never left' | 'nothing'

/**
 * Rows left in the middle of a claim. Whoever runs this holds the store, so every other life is dead: such a row goes again
 * where that is harmless, and is in doubt elsewhere.
 */
export async function settleDead(options: {
  store: Store
  known: (row: Delivery) => Known
  repeats: (row: Delivery) => boolean
  /** The store is still ours. */
  sure: () => boolean
  real: number
}): Promise<{ row: Delivery; state: DeliveryState }[]> {
  const { store, known, repeats, sure, real } = options
  const settled: { row: Delivery; state: DeliveryState }[] = []
  for (const row of await store.find('deliveries', { state: 'sending' }, { limit: PAGE })) {
    const knowledge = known(row)
    if (knowledge === 'in hand') continue
    if (!sure()) break
    const outcome: Outcome = { kind: knowledge === 'never left' ? 'unsent' : 'died' }
    const circumstances = { real, repeat: repeats(row), more: false, edits: false }
    const became = becomes(row, outcome, circumstances)
    // It may have come to its end since it was read: then nothing is written, and there is nothing to tell.
    for (const { expect, set } of endOfClaim(row, became)) {
      if (await store.update('deliveries', row._id, expect, set)) settled.push({ row, state: set.state! })
    }
  }
  return settled
}

/**
 * Tells each lane what became of its rows. The entry bears the name of the first row; a repetition after a crash finds it
 * under that name, whichever rows have been added since, and takes as told only what the stored one lists.
 */
export async function tellOutcomes(store: Store, journal: Journal, now: number): Promise<boolean> {
  const untold = await store.find('deliveries', { news: 1 }, { sort: { field: 'lane' }, limit: PAGE })
  for (const [lane, all] of byLane(untold)) {
    const rows = all.slice(0, TOLD_AT_ONCE)
    const earlier = await Promise.all(rows.map((row) => listed(store, row)))
    const told = new Set(earlier.flat())
    const first = rows.find((row) => !told.has(row._id))
    if (first) {
      const ids = rows.map((row) => row._id).filter((id) => !told.has(id))
      await journal.accept([{ _id: nameOf(first), lane, at: now, payload: { kind: 'outcome', rows: ids } }])
      for (const id of await listed(store, first)) told.add(id)
    }
    const ids = [...told]
    await store.batch(ids.map((id): Write => ({ update: 'deliveries', id, expect: { news: 1 }, set: { news: 0 } })))
  }
  return untold.length > 0
}

const nameOf = (row: Delivery): string => `outcome:${row._id}:${row.attempt}`

/** The rows of the entry that bears this row's name; none when there is none. */
async function listed(store: Store, row: Delivery): Promise<string[]> {
  const entry = await store.get('journal', nameOf(row))
  if (!entry) return []
  return entry.payload?.kind === 'outcome' ? entry.payload.rows : [row._id]
}

function byLane(rows: Delivery[]): Map<string, Delivery[]> {
  const lanes = new Map<string, Delivery[]>()
  for (const row of rows) {
    const others = lanes.get(row.lane)
    if (others) others.push(row)
    else lanes.set(row.lane, [row])
  }
  return lanes
}
