import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { createMoments } from '../../src/duties/moments.js'
import type { Delivery } from '../../src/store/delivery.js'
import type { Store } from '../../src/store/store.js'
import { openHouse, type TestHouse } from '../support/house.js'

/** No look asks more often than this. */
const QUESTIONS = 40
const PAST = 1
let house: TestHouse
let row: string

beforeEach(async () => {
  house = await openHouse()
  await house.say('m02', '/lichhop')
  row = (await house.store.find('deliveries', { state: 'sent' }, { limit: 1 }))[0]!._id
})
afterEach(() => house.close())

/** Looks whether anything is on its way, while the row becomes `to` just before the question of that number. */
async function looksWhile(to: Partial<Delivery>, question: number): Promise<boolean> {
  let asked = 0
  const store: Store = {
    ...house.store,
    async count(collection, where) {
      if (asked++ === question) await house.store.update('deliveries', row, {}, to)
      return house.store.count(collection, where)
    },
  }
  return createMoments({ store, clock: house.clock }).busy()
}

const waiting: Partial<Delivery> = { state: 'waiting', held: 0, news: 0 }
const sending: Partial<Delivery> = { state: 'sending', held: 0, news: 0 }

test.each<[string, Partial<Delivery>, Partial<Delivery>]>([
  ['from its hour to its line', { ...waiting, held: 1, notBefore: PAST }, waiting],
  ['from its line to the platform', waiting, sending],
  ['from the platform back to its line', sending, waiting],
  ['from the platform to its end', sending, { state: 'undeliverable', news: 1 }],
  ['from its line to its end', waiting, { state: 'expired', news: 1 }],
])('a row that goes %s while it is looked for is seen', async (_, from, to) => {
  for (let question = 0; question < QUESTIONS; question++) {
    await house.store.update('deliveries', row, {}, from)
    expect([question, await looksWhile(to, question)]).toEqual([question, true])
  }
})

test('where everything has come to its end, nothing is seen', async () => {
  expect(await createMoments({ store: house.store, clock: house.clock }).busy()).toBe(false)
})
