import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { findByMessage } from '../../src/store/deliveries.js'
import { entriesOf, MINUTE, NINE, openStage, telegram, textsIn, zalo, type Stage, type StagePlatform } from './stage.js'

let stage: Stage
let tg: StagePlatform

beforeEach(async () => {
  stage = await openStage({ telegram: {}, 'zalo-bot': {} })
  tg = stage.platforms.get('telegram')!
  await stage.member('a', telegram('a'), zalo('a'))
  await stage.member('b', telegram('b'))
})

afterEach(async () => {
  await stage.courier.stop()
  await stage.store.close()
})

test('a row that is sent can be found by the message people reply to', async () => {
  const row = await stage.say({ addresses: [telegram('a')] })
  expect(await stage.courier.idle()).toBe(false)
  await stage.settle()
  expect(await stage.row(row._id)).toMatchObject({
    state: 'sent',
    sentIds: ['telegram-1'],
    sentAt: NINE,
    news: 0,
    attempt: 1,
  })
  expect((await findByMessage(stage.store, telegram('a'), 'telegram-1'))?._id).toBe(row._id)
  expect(await findByMessage(stage.store, telegram('b'), 'telegram-1')).toBeNull()
  expect(await stage.courier.idle()).toBe(true)
})

test('parts go in order and each is remembered', async () => {
  const row = await stage.say({ addresses: [telegram('a')], message: { text: 'one / two / three' } })
  await stage.settle()
  expect(await stage.row(row._id)).toMatchObject({ state: 'waiting', sentIds: ['telegram-1'] })
  await stage.settleFor(3)
  expect(await stage.row(row._id)).toMatchObject({
    state: 'sent',
    sentIds: ['telegram-1', 'telegram-2', 'telegram-3'],
  })
  expect(textsIn(tg)).toEqual(['one', 'two', 'three'])
  expect(tg.calls.map((call) => call.id)).toEqual([0, 1, 2].map((part) => `${row._id}:${part}`))
})

test('rows of one chat and queue go by the order of what said them', async () => {
  await stage.say({ addresses: [telegram('a')], order: 20, n: 2, message: { text: 'fourth' } })
  await stage.say({ addresses: [telegram('a')], order: 20, n: 1, message: { text: 'third' } })
  await stage.say({ addresses: [telegram('a')], order: 10, n: 9, message: { text: 'second' } })
  await stage.say({ addresses: [telegram('a')], order: 5, n: 3, message: { text: 'first' } })
  await stage.settleFor(4)
  expect(textsIn(tg)).toEqual(['first', 'second', 'third', 'fourth'])
})

test('answers overtake bulk', async () => {
  for (let n = 0; n < 5; n++) await stage.say({ addresses: [telegram('a')], message: { text: `bulk ${n}` } })
  await stage.say({ addresses: [telegram('a')], queue: 'answer', message: { text: 'answer' } })
  await stage.settleFor(6)
  expect(textsIn(tg)[0]).toBe('answer')
  expect(textsIn(tg)).toHaveLength(6)
})

test('an answer finds a free hand when bulk hangs', async () => {
  let free = (): void => undefined
  const hangs = new Promise<void>((resolve) => (free = resolve))
  tg.usual = (chat) => (chat.startsWith('telegram:slow') ? { shown: true, hangs } : { shown: true })
  for (let n = 0; n < 10; n++) {
    await stage.member(`slow${n}`, telegram(`slow${n}`))
    await stage.say({ addresses: [telegram(`slow${n}`)] })
  }
  await stage.settle()
  const answer = await stage.say({ addresses: [telegram('a')], queue: 'answer' })
  await stage.settle()
  expect(await stage.state(answer._id)).toBe('sent')
  expect(tg.calls.length).toBe(7)
  free()
  await stage.settle()
  expect(await stage.courier.idle()).toBe(true)
})

test('a row waits for its time in domain time, and does not hold its line meanwhile', async () => {
  const held = await stage.say({ addresses: [telegram('a')], notBefore: NINE + MINUTE, message: { text: 'later' } })
  await stage.say({ addresses: [telegram('a')], message: { text: 'now' } })
  await stage.settleFor(3)
  expect(textsIn(tg)).toEqual(['now'])
  expect(await stage.row(held._id)).toMatchObject({ state: 'waiting', held: 1 })
  expect(await stage.courier.idle()).toBe(true)
  stage.time.setOffset(MINUTE)
  expect(await stage.courier.idle()).toBe(false)
  await stage.settle()
  expect(textsIn(tg)).toEqual(['now', 'later'])
})

test('what is useful no more is not sent, and told', async () => {
  const row = await stage.say({
    addresses: [telegram('a')],
    notBefore: NINE + MINUTE,
    usefulUntil: NINE + 2 * MINUTE,
  })
  stage.time.setOffset(2 * MINUTE)
  await stage.settle()
  expect(await stage.row(row._id)).toMatchObject({ state: 'expired', news: 0 })
  expect(tg.calls).toEqual([])
  expect((await entriesOf(stage.store)).map((entry) => entry.payload)).toEqual([{ kind: 'outcome', rows: [row._id] }])
})

test('without an address the row is on the call list from the start, and no news', async () => {
  const row = await stage.say({ addresses: [] })
  await stage.settle()
  expect(await stage.row(row._id)).toMatchObject({ state: 'undeliverable', reason: 'no-channel', line: 'bulk|none' })
  expect(await entriesOf(stage.store)).toEqual([])
})

test('a message no platform can render is undeliverable, and the next of its line goes', async () => {
  tg.parts = (message) => {
    if (message.text === 'bad') throw new Error('cannot render')
    return [{ text: message.text }]
  }
  const bad = await stage.say({ addresses: [telegram('a')], message: { text: 'bad' } })
  const good = await stage.say({ addresses: [telegram('a')] })
  await stage.settle()
  expect(await stage.row(bad._id)).toMatchObject({ state: 'undeliverable', reason: 'refused' })
  expect(await stage.state(good._id)).toBe('sent')
})
