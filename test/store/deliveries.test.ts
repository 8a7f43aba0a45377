import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { cancelWrites, dueRows, newDelivery, rowsOf } from '../../src/store/deliveries.js'
import type { Delivery } from '../../src/store/delivery.js'
import { openSqlite } from '../../src/store/sqlite.js'
import type { Store } from '../../src/store/store.js'

let store: Store

beforeEach(async () => {
  store = await openSqlite({ path: ':memory:' })
})

afterEach(() => store.close())

const row = (order: number, n: number, rest: Partial<Parameters<typeof newDelivery>[0]> = {}): Delivery =>
  newDelivery({
    _id: `e${order}:${n}:m`,
    lane: 'branch:tb',
    recipient: 'm',
    addresses: [{ channel: 'web', id: 'm' }],
    queue: 'bulk',
    order,
    n,
    message: { text: 'text' },
    about: null,
    key: null,
    replaces: null,
    withoutEdit: 'cancel',
    repeat: 'never',
    weight: 1,
    silent: false,
    notBefore: null,
    usefulUntil: null,
    now: 1000,
    ...rest,
  })

async function idsOf(rows: AsyncIterable<Delivery>): Promise<string[]> {
  const ids: string[] = []
  for await (const one of rows) ids.push(one._id)
  return ids
}

test('a new row waits in the line of its first address, or is held until its time', () => {
  expect(row(1, 0)).toMatchObject({ state: 'waiting', line: 'bulk|web:m', held: 0, turn: 0, attempt: 0 })
  expect(row(1, 0, { notBefore: 1000 }).held).toBe(0)
  expect(row(1, 0, { notBefore: 1001 }).held).toBe(1)
})

test('due rows come by order and place, however many one decision said', async () => {
  const rows = [...Array.from({ length: 930 }, (_, n) => row(7, n)), row(5, 0), row(9, 1), row(9, 0)]
  await store.insert('deliveries', rows)
  const expected = ['e5:0:m', ...Array.from({ length: 930 }, (_, n) => `e7:${n}:m`), 'e9:0:m', 'e9:1:m']
  expect(await idsOf(dueRows(store, 'bulk'))).toEqual(expected)
})

test('due rows leave out what is held, sent, or of the other queue', async () => {
  await store.insert('deliveries', [
    row(1, 0),
    row(1, 1, { notBefore: 2000 }),
    row(1, 2, { queue: 'answer' }),
    { ...row(1, 3), state: 'sent' },
  ])
  expect(await idsOf(dueRows(store, 'bulk'))).toEqual(['e1:0:m'])
})

test('rows that leave while they are read make nobody be passed over', async () => {
  await store.insert(
    'deliveries',
    Array.from({ length: 350 }, (_, n) => row(n < 120 ? 1 : n, n)),
  )
  const seen: string[] = []
  for await (const one of dueRows(store, 'bulk')) {
    seen.push(one._id)
    await store.update('deliveries', one._id, {}, { state: 'sent' })
  }
  expect(new Set(seen).size).toBe(350)
  expect(seen).toHaveLength(350)
})

test('rows of a key come in the order in which they were said', async () => {
  await store.insert('deliveries', [
    row(2, 0, { key: 'k' }),
    row(1, 1, { key: 'k' }),
    row(1, 0, { key: 'k' }),
    row(1, 2, { key: 'j' }),
  ])
  expect((await rowsOf(store, 'k')).map((one) => one._id)).toEqual(['e1:0:m', 'e1:1:m', 'e2:0:m'])
})

test('calling off marks a row even when it begins to be sent between the two writes', async () => {
  await store.insert('deliveries', [row(1, 0, { key: 'k' })])
  const [mark, finish] = await cancelWrites(store, 'k', 2)
  await store.update('deliveries', 'e1:0:m', { state: 'waiting' }, { state: 'sending' })
  await store.batch([mark!])
  await store.update('deliveries', 'e1:0:m', { state: 'sending', cancelled: false }, { state: 'waiting' })
  await store.batch([finish!])
  expect(await store.get('deliveries', 'e1:0:m')).toMatchObject({ state: 'sending', cancelled: true })
})

test('calling off leaves what is final, and what was said later', async () => {
  await store.insert('deliveries', [
    { ...row(1, 0, { key: 'k' }), state: 'sent' },
    row(2, 0, { key: 'k' }),
    row(3, 0, { key: 'k' }),
  ])
  await store.batch(await cancelWrites(store, 'k', 3))
  const states = (await rowsOf(store, 'k')).map(({ state, cancelled }) => [state, cancelled])
  expect(states).toEqual([
    ['sent', false],
    ['cancelled', true],
    ['waiting', false],
  ])
})
