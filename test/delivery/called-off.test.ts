import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { RetryLater, Undeliverable } from '../../src/errors.js'
import { cancelWrites } from '../../src/store/deliveries.js'
import {
  entriesOf,
  MINUTE,
  NINE,
  openStage,
  refuses,
  SECOND,
  telegram,
  zalo,
  type Stage,
  type StagePlatform,
} from './stage.js'

let stage: Stage
let tg: StagePlatform
let za: StagePlatform

beforeEach(async () => {
  stage = await openStage({ telegram: {}, 'zalo-bot': {} })
  tg = stage.platforms.get('telegram')!
  za = stage.platforms.get('zalo-bot')!
  await stage.member('a', telegram('a'), zalo('a'))
  await stage.member('b', telegram('b'))
})

afterEach(async () => {
  await stage.courier.stop()
  await stage.store.close()
})

const callOff = async (key: string, before: number): Promise<void> => {
  await stage.store.batch(await cancelWrites(stage.store, key, before))
}

test('a waiting row is cancelled, a later one of the same key is not', async () => {
  const old = await stage.say({ addresses: [telegram('a')], key: 'k', order: 10 })
  const held = await stage.say({ addresses: [telegram('a')], key: 'k', order: 11, notBefore: NINE + MINUTE })
  const fresh = await stage.say({ addresses: [telegram('a')], key: 'k', order: 12 })
  await callOff('k', 12)
  await stage.settleFor(2)
  expect([await stage.state(old._id), await stage.state(held._id), await stage.state(fresh._id)]).toEqual([
    'cancelled',
    'cancelled',
    'sent',
  ])
})

test('a row on its way that is put off does not come back', async () => {
  let answer = (): void => undefined
  const hangs = new Promise<void>((resolve) => (answer = resolve))
  tg.script.set('telegram:a', [{ ...refuses(new RetryLater(SECOND)), hangs }])
  const row = await stage.say({ addresses: [telegram('a')], key: 'k', order: 10 })
  await stage.settle()
  await callOff('k', 11)
  expect(await stage.row(row._id)).toMatchObject({ state: 'sending', cancelled: true })
  answer()
  await stage.settleFor(3)
  expect(await stage.state(row._id)).toBe('cancelled')
  expect(tg.calls).toHaveLength(1)
})

test('a row on its way that is refused goes to no other address', async () => {
  let answer = (): void => undefined
  const hangs = new Promise<void>((resolve) => (answer = resolve))
  tg.script.set('telegram:a', [{ ...refuses(new Undeliverable('blocked')), hangs }])
  const row = await stage.say({ addresses: [telegram('a'), zalo('a')], key: 'k', order: 10 })
  await stage.settle()
  await callOff('k', 11)
  answer()
  await stage.settleFor(2)
  expect(await stage.state(row._id)).toBe('cancelled')
  expect(za.calls).toEqual([])
  expect(await entriesOf(stage.store)).toEqual([])
})

test('a row on its way that arrives is sent', async () => {
  let answer = (): void => undefined
  tg.script.set('telegram:a', [{ shown: true, hangs: new Promise<void>((resolve) => (answer = resolve)) }])
  const row = await stage.say({ addresses: [telegram('a')], key: 'k', order: 10 })
  await stage.settle()
  await callOff('k', 11)
  answer()
  await stage.settle()
  expect(await stage.state(row._id)).toBe('sent')
})

test('a marked row that is waiting still is finished without being sent', async () => {
  const row = await stage.say({ addresses: [telegram('a')] })
  await stage.store.update('deliveries', row._id, {}, { cancelled: true })
  await stage.settle()
  expect(await stage.state(row._id)).toBe('cancelled')
  expect(tg.calls).toEqual([])
})
