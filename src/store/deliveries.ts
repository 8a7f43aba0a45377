import { addressKey, type Address } from '../chat.js'
import type { Delivery } from './delivery.js'
import { SCHEMA } from './journal.js'
import type { Store, Write } from './store.js'

/** The most a store gives in one answer; a decision of 4 MB has fewer rows. */
const MOST = 10_000
const PAGE = 100

/** What the decision knows of a row; the rest is the courier's. */
type Said = Pick<
  Delivery,
  | '_id'
  | 'lane'
  | 'recipient'
  | 'addresses'
  | 'queue'
  | 'order'
  | 'n'
  | 'message'
  | 'about'
  | 'key'
  | 'replaces'
  | 'withoutEdit'
  | 'repeat'
  | 'weight'
  | 'silent'
  | 'notBefore'
  | 'usefulUntil'
>

/** A row as a decision says it. Without an address it is undeliverable from the start, and no news: the decision knows. */
export function newDelivery({ now, ...said }: Said & { now: number }): Delivery {
  const reachable = said.addresses.length > 0
  return {
    ...said,
    turn: 0,
    line: lineOf(said.queue, said.addresses[0]),
    state: reachable ? 'waiting' : 'undeliverable',
    reason: reachable ? null : 'no-channel',
    refused: [],
    cancelled: false,
    held: said.notBefore !== null && said.notBefore > now ? 1 : 0,
    retryAt: null,
    failingSince: null,
    attempt: 0,
    life: null,
    claimedAt: null,
    sentIds: [],
    sentAt: null,
    blankedAt: null,
    firstNumber: null,
    numberedIn: null,
    numberedUntil: null,
    news: 0,
    schema: SCHEMA,
  }
}

export const lineOf = (queue: Delivery['queue'], address: Address | undefined): string =>
  `${queue}|${address ? addressKey(address) : 'none'}`

/** Rows of a key, in the order in which they were said. */
export async function rowsOf(store: Store, key: string): Promise<Delivery[]> {
  const rows = await store.find('deliveries', { key }, { limit: MOST })
  return rows.sort((a, b) => a.order - b.order || a.n - b.n)
}

export const refId = (chat: Address, messageId: string): string => `${addressKey(chat)}:${messageId}`

/** The row whose message a reply or a press belongs to. */
export async function findByMessage(store: Store, chat: Address, messageId: string): Promise<Delivery | null> {
  const ref = await store.get('refs', refId(chat, messageId))
  return ref && store.get('deliveries', ref.delivery)
}

/**
 * Calls off the rows of `key` that were said before `beforeOrder`. Each is marked first, whatever it is doing: a marked row is
 * neither claimed nor put back among the waiting, so nothing can slip between the two writes.
 */
export async function cancelWrites(store: Store, key: string, beforeOrder: number): Promise<Write[]> {
  const rows = await store.find('deliveries', { key, order: { lt: beforeOrder } }, { limit: MOST })
  return rows.flatMap(({ _id: id, state, numberedIn }): Write[] => [
    ...(state === 'waiting' || state === 'sending' ? callOff(id) : []),
    ...(numberedIn === null ? [] : [freeNumbers(id, numberedIn)]),
  ])
}

const callOff = (id: string): Write[] => [
  { update: 'deliveries', id, expect: { state: ['waiting', 'sending'] }, set: { cancelled: true } },
  { update: 'deliveries', id, expect: { state: 'waiting', cancelled: true }, set: { state: 'cancelled' } },
]

/** What is called off is asked no more, though it stands in the chat. */
const freeNumbers = (id: string, numberedIn: string): Write => ({
  update: 'deliveries',
  id,
  expect: { numberedIn },
  set: { numberedUntil: 0 },
})

/** The rows of one queue that are in their lines, by order and place; read page by page, while others change them. */
export async function* dueRows(store: Store, queue: Delivery['queue']): AsyncGenerator<Delivery, undefined> {
  let from = 0
  let limit = PAGE
  /** Those given out already of the order at which the next page begins: one decision may say more than a page holds. */
  let given = new Set<string>()
  for (;;) {
    const where = { state: 'waiting', held: 0, queue, order: { gte: from } }
    const page = await store.find('deliveries', where, { sort: { field: 'order' }, limit })
    yield* page.filter((row) => !given.has(row._id))
    if (page.length < limit) return
    const last = page.at(-1)!.order
    if (last === from && limit === MOST) return
    limit = last === from ? Math.min(limit * 2, MOST) : PAGE
    given = new Set([
      ...(last === from ? given : []),
      ...page.filter((row) => row.order === last).map((row) => row._id),
    ])
    from = last
  }
}
