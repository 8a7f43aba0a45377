import type { Clock } from '../clock.js'
import { day } from '../domain/calendar/local-time.js'
import { finalStates, type DeliveryState } from './delivery.js'
import type { Store, Where, Write } from './store.js'

/** What one sweep takes of each kind at most: the work waits no longer than that. */
const PAGE = 200
const AGAIN = ':again'

/** Words go when their time is over; ids, kinds, actors and times stay: the journal is the audit log. */
export interface Retention {
  /**
   * Blanks the next page of what is over its term, in real time. Returns how many; 0 when nothing is left for now. What
   * is blanked is not read again, so its cost does not grow with the history, and it may be broken off anywhere.
   */
  sweep(): Promise<number>
}

export function createRetention(options: {
  store: Store
  clock: Pick<Clock, 'real'>
  /** After an entry was done. One that failed keeps its payload until what was posted anew in its place has had its term. */
  payloadDays?: number
  /** After a row was sent for the last time; after it was said where nothing of it ever was. */
  textDays?: number
}): Retention {
  const { store, clock, payloadDays = 7, textDays = 90 } = options

  async function blankPayloads(real: number): Promise<number> {
    const over: Where = { open: 0, failed: false, blankedAt: null, doneAt: { lte: real - payloadDays * day } }
    const entries = await store.find('journal', over, { sort: { field: 'doneAt' }, limit: PAGE })
    const ids = entries.flatMap(({ _id }) => [_id, ...retriedBy(_id)])
    if (ids.length > 0) await store.batch(ids.map((id) => blankPayload(id, real)))
    return entries.length
  }

  async function blankTexts(real: number): Promise<number> {
    const before = real - textDays * day
    let blanked = 0
    for (const state of finalStates) {
      blanked += await blankRows({ state, blankedAt: null, sentAt: { lte: before } }, 'sentAt', state, real)
      // An order is real time too, of the decision.
      const order = { lte: before * 1024 }
      blanked += await blankRows({ state, blankedAt: null, sentAt: null, order }, 'order', state, real)
    }
    return blanked
  }

  async function blankRows(where: Where, field: string, state: DeliveryState, real: number): Promise<number> {
    const page = await store.find('deliveries', where, { sort: { field }, limit: PAGE })
    // Its lane has not been told of it yet, and will want to say what it was.
    const rows = page.filter(({ news }) => news === 0)
    if (rows.length > 0) await store.batch(rows.map(({ _id }) => blankMessage(_id, state, real)))
    return rows.length
  }

  return {
    async sweep() {
      const real = clock.real()
      return (await blankPayloads(real)) + (await blankTexts(real))
    },
  }
}

const blankPayload = (id: string, real: number): Write => ({
  update: 'journal',
  id,
  expect: { open: 0, blankedAt: null },
  set: { payload: null, blankedAt: real },
})

const blankMessage = (id: string, state: DeliveryState, real: number): Write => ({
  update: 'deliveries',
  id,
  expect: { state, news: 0, blankedAt: null },
  set: { message: null, blankedAt: real },
})

/** The failed entries this one was posted in place of. */
function retriedBy(id: string): string[] {
  if (!id.endsWith(AGAIN)) return []
  const earlier = id.slice(0, -AGAIN.length)
  return [earlier, ...retriedBy(earlier)]
}
