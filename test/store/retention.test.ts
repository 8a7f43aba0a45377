import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { day } from '../../src/domain/calendar/local-time.js'
import { finalStates, type Delivery } from '../../src/store/delivery.js'
import type { Entry } from '../../src/store/entry.js'
import { openMongo } from '../../src/store/mongo.js'
import { createRetention, type Retention } from '../../src/store/retention.js'
import { openSqlite } from '../../src/store/sqlite.js'
import type { Store } from '../../src/store/store.js'
import { describeMongo, dropDatabase, mongoUri } from '../support/mongo.js'
import { delivery, entry } from './samples.js'

const NOW = Date.UTC(2027, 5, 1)

function retentionFacts(open: () => Promise<Store>): void {
  let store: Store
  let retention: Retention
  let real = NOW

  beforeEach(async () => {
    store = await open()
    real = NOW
    retention = createRetention({ store, clock: { real: () => real } })
  })
  afterEach(() => store.close())

  const done = (_id: string, daysAgo: number, given: Partial<Entry> = {}): Entry =>
    entry(_id, { open: 0, doneAt: NOW - daysAgo * day, ...given })
  const said = (_id: string, daysAgo: number, given: Partial<Delivery> = {}): Delivery =>
    delivery(_id, { order: (NOW - daysAgo * day) * 1024, ...given })
  const sent = (_id: string, daysAgo: number, given: Partial<Delivery> = {}): Delivery =>
    said(_id, daysAgo, { state: 'sent', sentAt: NOW - daysAgo * day, ...given })

  const payloads = async (...ids: string[]): Promise<boolean[]> =>
    Promise.all(ids.map(async (id) => (await store.get('journal', id))!.payload !== null))
  const texts = async (...ids: string[]): Promise<boolean[]> =>
    Promise.all(ids.map(async (id) => (await store.get('deliveries', id))!.message !== null))

  test('a payload goes when its entry has been done for seven days, and nothing else of the entry', async () => {
    const before = done('over', 7)
    await store.insert('journal', [before, done('recent', 6.999)])
    expect(await retention.sweep()).toBe(1)
    expect(await store.get('journal', 'over')).toStrictEqual({ ...before, payload: null, blankedAt: NOW })
    expect(await payloads('recent')).toEqual([true])
  })

  test('what is still to be done keeps its payload, however old it is', async () => {
    await store.insert('journal', [entry('open', { acceptedAt: 1, at: 1 }), entry('later', { open: 2, retryAt: 1 })])
    expect(await retention.sweep()).toBe(0)
    expect(await payloads('open', 'later')).toEqual([true, true])
  })

  test('a failed entry keeps its payload until what was posted in its place is over its term', async () => {
    const failed = { failed: true } as const
    await store.insert('journal', [
      done('lost', 400, failed),
      done('e', 40, failed),
      done('e:again', 30, failed),
      done('e:again:again', 6),
    ])
    expect(await retention.sweep()).toBe(0)
    real = NOW + day
    expect(await retention.sweep()).toBe(1)
    expect(await payloads('lost', 'e', 'e:again', 'e:again:again')).toEqual([true, false, false, false])
  })

  test('a text goes ninety days after it was sent, and nothing else of the row', async () => {
    const before = sent('over', 90, { sentIds: ['7'] })
    await store.insert('deliveries', [before, sent('recent', 89.999)])
    expect(await retention.sweep()).toBe(1)
    expect(await store.get('deliveries', 'over')).toStrictEqual({ ...before, message: null, blankedAt: NOW })
    expect(await texts('recent')).toEqual([true])
  })

  test('a text said long ago counts from when it was sent', async () => {
    await store.insert('deliveries', [said('held', 200, { state: 'sent', sentAt: NOW - day })])
    expect(await retention.sweep()).toBe(0)
  })

  test('a text of which nothing was sent goes ninety days after it was said', async () => {
    const unsent = finalStates.filter((state) => state !== 'sent')
    await store.insert('deliveries', [
      ...unsent.map((state) => said(`over-${state}`, 91, { state })),
      ...unsent.map((state) => said(`recent-${state}`, 89, { state })),
    ])
    expect(await retention.sweep()).toBe(unsent.length)
    expect(await texts(...unsent.map((state) => `over-${state}`))).toEqual(unsent.map(() => false))
    expect(await texts(...unsent.map((state) => `recent-${state}`))).toEqual(unsent.map(() => true))
  })

  test('what is still to be sent keeps its text, and so does what its lane has not been told of', async () => {
    await store.insert('deliveries', [
      said('waiting', 400),
      said('half', 400, { sentAt: NOW - 400 * day, sentIds: ['7'] }),
      said('sending', 400, { state: 'sending' }),
      said('untold', 400, { state: 'unknown', news: 1 }),
    ])
    expect(await retention.sweep()).toBe(0)
    expect(await texts('waiting', 'half', 'sending', 'untold')).toEqual([true, true, true, true])
  })

  test('a long past is blanked page by page, and a new life goes on where another ended', async () => {
    await store.insert(
      'journal',
      Array.from({ length: 450 }, (_, n) => done(`e${n}`, 8 + n)),
    )
    expect(await retention.sweep()).toBe(200)
    const after = createRetention({ store, clock: { real: () => real } })
    expect(await after.sweep()).toBe(200)
    expect(await after.sweep()).toBe(50)
    expect(await after.sweep()).toBe(0)
    expect(await payloads('e0', 'e449')).toEqual([false, false])
  })

  test('what is blanked is not read again', async () => {
    await store.insert('journal', [done('e', 8), done('f', 8, { failed: true })])
    await store.insert('deliveries', [sent('a', 91), said('b', 91, { state: 'expired' })])
    let read = 0
    const counting: Store = {
      ...store,
      async find(collection, where, options) {
        const found = await store.find(collection, where, options)
        read += found.length
        return found
      },
    }
    const counted = createRetention({ store: counting, clock: { real: () => real } })
    expect(await counted.sweep()).toBe(3)
    expect(read).toBe(3)
    expect(await counted.sweep()).toBe(0)
    expect(read).toBe(3)
  })

  test('the terms can be set', async () => {
    await store.insert('journal', [done('e', 3)])
    await store.insert('deliveries', [sent('a', 3)])
    const strict = createRetention({ store, clock: { real: () => real }, payloadDays: 2, textDays: 2 })
    expect(await strict.sweep()).toBe(2)
  })
}

describe('on the embedded store', () => {
  retentionFacts(() => openSqlite({ path: ':memory:' }))
})

describeMongo('on MongoDB', () => {
  const name = 'retention'
  afterAll(() => dropDatabase(name))
  retentionFacts(async () => {
    await dropDatabase(name)
    return openMongo({ uri: mongoUri(name) })
  })
})
