import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { DeliveryState } from '../../src/store/delivery.js'
import { openHouse, type TestHouse } from '../support/house.js'

const SECRETARY = 'm01'
const DEPUTY = 'm02'
let house: TestHouse

beforeEach(async () => {
  house = await openHouse({ at: ['2026-12-15', '08:00'] })
  for (const member of [SECRETARY, DEPUTY]) await house.say(member, '/lichhop')
})
afterEach(() => house.close())

/** What the two were last sent came out like this. */
async function cameOut(states: Record<string, DeliveryState>): Promise<void> {
  const sent = await house.store.find('deliveries', { state: 'sent' }, { limit: 100 })
  for (const [member, state] of Object.entries(states)) {
    const row = sent.findLast(({ addresses }) => addresses[0]!.id === member)!
    await house.store.update('deliveries', row._id, {}, { state, news: 1 })
  }
  await house.settle()
}

/** How many lines of a card each of the two reads. */
const lines = async (): Promise<number[]> =>
  Promise.all(
    [SECRETARY, DEPUTY].map(async (member) => {
      const cards = (await house.sees(member)).filter(({ title }) => title === 'Tình hình gửi tin')
      return cards.flatMap(({ text }) => text.split('\n')).length
    }),
  )

test("the secretary's own is told to the deputy", async () => {
  await cameOut({ [SECRETARY]: 'unknown' })
  expect(await lines()).toEqual([0, 1])
})

test('where both have something in doubt, the secretary is told of both', async () => {
  await cameOut({ [SECRETARY]: 'unknown', [DEPUTY]: 'unknown' })
  expect(await lines()).toEqual([2, 0])
})

test('whoever gets nothing at all is not told', async () => {
  await cameOut({ [SECRETARY]: 'undeliverable', [DEPUTY]: 'unknown' })
  expect(await lines()).toEqual([0, 2])
})
