import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { createOrder } from '../../src/clock.js'
import { tellOutcomes } from '../../src/delivery/sweeps.js'
import { createJournal, type Journal } from '../../src/store/journal.js'
import { BRANCH, entriesOf, NINE, openStage, telegram, type Stage } from './stage.js'

let stage: Stage
let journal: Journal

beforeEach(async () => {
  stage = await openStage({ telegram: {} })
  journal = createJournal(stage.store, stage.time, createOrder(stage.time))
})

afterEach(async () => {
  await stage.store.close()
})

const failed = (count: number, lane = BRANCH) =>
  Promise.all(
    Array.from({ length: count }, () => stage.say({ addresses: [telegram('a')], lane, state: 'unknown', attempt: 1 })),
  ).then(async (rows) => {
    for (const row of rows)
      await stage.store.update('deliveries', row._id, {}, { state: 'unknown', attempt: 1, news: 1 })
    return rows.map((row) => row._id)
  })

const toldRows = async (lane = BRANCH): Promise<string[]> =>
  (await entriesOf(stage.store, lane)).flatMap((entry) => (entry.payload?.kind === 'outcome' ? entry.payload.rows : []))

test('each lane is told of its own rows, once', async () => {
  const own = await failed(3)
  const other = await failed(2, 'branch:other')
  expect(await tellOutcomes(stage.store, journal, NINE)).toBe(true)
  expect(await tellOutcomes(stage.store, journal, NINE)).toBe(false)
  expect((await toldRows()).sort()).toEqual(own.sort())
  expect((await toldRows('branch:other')).sort()).toEqual(other.sort())
  expect(await stage.store.count('deliveries', { news: 1 })).toBe(0)
})

test('more than 200 rows are told in several entries', async () => {
  const rows = await failed(450)
  while (await tellOutcomes(stage.store, journal, NINE));
  const entries = await entriesOf(stage.store)
  expect(entries).toHaveLength(3)
  expect((await toldRows()).sort()).toEqual(rows.sort())
})

test('a crash after the insert tells nothing twice, whatever was added since', async () => {
  const rows = await failed(2)
  const dying = { ...stage.store, batch: () => Promise.reject(new Error('killed')) }
  await expect(tellOutcomes(dying, journal, NINE)).rejects.toThrow('killed')
  const [earlier] = await failed(1)
  await stage.store.update('deliveries', earlier!, {}, { order: 1 })
  while (await tellOutcomes(stage.store, journal, NINE));
  expect((await toldRows()).sort()).toEqual([...rows, earlier].sort())
})
