import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { Moved, RetryLater, Undeliverable } from '../../src/errors.js'
import { findByMessage } from '../../src/store/deliveries.js'
import {
  entriesOf,
  losesAnswer,
  MINUTE,
  NINE,
  openStage,
  refuses,
  SECOND,
  telegram,
  textsIn,
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

test('a refusal before the first part goes to the next address, under its own line', async () => {
  tg.script.set('telegram:a', [refuses(new Undeliverable('blocked'))])
  const row = await stage.say({ addresses: [telegram('a'), zalo('a')] })
  await stage.settle()
  expect(await stage.row(row._id)).toMatchObject({
    state: 'sent',
    turn: 1,
    line: 'bulk|zalo-bot:a',
    sentIds: ['zalo-bot-1'],
  })
  expect(textsIn(tg)).toEqual([])
})

test('a refusal after the first part ends the row as partial, and is told', async () => {
  const row = await stage.say({ addresses: [telegram('a'), zalo('a')], message: { text: 'one / two' } })
  await stage.settle()
  tg.script.set('telegram:a', [refuses(new Undeliverable('refused'))])
  await stage.settleFor(2)
  expect(await stage.row(row._id)).toMatchObject({ state: 'partial', reason: 'refused', sentIds: ['telegram-1'] })
  expect(textsIn(za)).toEqual([])
  expect(await entriesOf(stage.store)).toHaveLength(1)
})

test('a wait holds the line, for as long as the platform says', async () => {
  tg.script.set('telegram:a', [refuses(new RetryLater(90 * SECOND))])
  const first = await stage.say({ addresses: [telegram('a')], message: { text: 'first' } })
  await stage.say({ addresses: [telegram('a')], message: { text: 'second' } })
  await stage.say({ addresses: [telegram('b')], message: { text: 'other chat' } })
  await stage.settleFor(10)
  expect(textsIn(tg)).toEqual(['other chat'])
  expect(await stage.row(first._id)).toMatchObject({ state: 'waiting', retryAt: NINE + 90 * SECOND })
  stage.time.pass(79 * SECOND)
  await stage.settle()
  expect(textsIn(tg)).toEqual(['other chat'])
  await stage.settleFor(5)
  expect(textsIn(tg)).toEqual(['other chat', 'first', 'second'])
  expect(await stage.row(first._id)).toMatchObject({ failingSince: null, retryAt: null })
})

test.each([
  [Number.NaN, 30 * SECOND],
  [-5, 30 * SECOND],
  [1e9 * SECOND, 3600 * SECOND],
])('a wait of %d ms is %d ms', async (asked, given) => {
  tg.script.set('telegram:a', [refuses(new RetryLater(asked))])
  const row = await stage.say({ addresses: [telegram('a')] })
  await stage.settle()
  expect((await stage.row(row._id)).retryAt).toBe(NINE + given)
})

test('a row that keeps being put off holds its line for 30 minutes, and goes on trying', async () => {
  tg.usual = (chat) =>
    chat === 'telegram:a' && tg.calls.at(-1)!.text === 'stuck' ? refuses(new RetryLater(7 * MINUTE)) : { shown: true }
  const stuck = await stage.say({ addresses: [telegram('a')], message: { text: 'stuck' } })
  const next = await stage.say({ addresses: [telegram('a')], message: { text: 'next' } })
  for (let minute = 0; minute < 29; minute++) {
    await stage.settle()
    stage.time.pass(MINUTE)
  }
  expect(await stage.state(next._id)).toBe('waiting')
  for (let minute = 0; minute < 8; minute++) {
    await stage.settle()
    stage.time.pass(MINUTE)
  }
  expect(await stage.state(next._id)).toBe('sent')
  tg.usual = () => ({ shown: true })
  stage.time.pass(8 * MINUTE)
  await stage.settle()
  expect(await stage.state(stuck._id)).toBe('sent')
})

test('an answer that is lost leaves the row in doubt: told once, never repeated, never sent elsewhere', async () => {
  tg.script.set('telegram:a', [losesAnswer()])
  const row = await stage.say({ addresses: [telegram('a'), zalo('a')] })
  await stage.settleFor(5)
  stage.time.pass(60 * MINUTE)
  await stage.settle()
  await stage.settle(stage.newLife())
  expect(await stage.row(row._id)).toMatchObject({ state: 'unknown', news: 0 })
  expect(textsIn(tg)).toHaveLength(1)
  expect(za.calls).toEqual([])
  expect((await entriesOf(stage.store)).map((entry) => entry._id)).toEqual([`outcome:${row._id}:1`])
})

test('a harmless row goes again, and is in doubt after the fifth time', async () => {
  tg.usual = () => losesAnswer()
  tg.down = new Error('no answer')
  const row = await stage.say({ addresses: [telegram('a'), zalo('a')], repeat: 'harmless' })
  for (let minute = 0; minute < 20; minute++) {
    if (minute > 2) tg.down = null
    await stage.settle()
    stage.time.pass(MINUTE)
  }
  expect(await stage.state(row._id)).toBe('unknown')
  expect(textsIn(tg)).toHaveLength(5)
  expect(za.calls).toEqual([])
})

test('a send that never ends is in doubt after its time', async () => {
  await stage.courier.stop()
  const courier = stage.newLife({ sendMs: 20 })
  tg.script.set('telegram:a', [{ shown: true, hangs: new Promise(() => undefined) }])
  const row = await stage.say({ addresses: [telegram('a')] })
  await courier.pump()
  await courier.stop()
  expect(await stage.state(row._id)).toBe('unknown')
})

test('a chat that has moved is followed once', async () => {
  tg.script.set('telegram:a', [refuses(new Moved('a2'))])
  const row = await stage.say({ addresses: [zalo('a'), telegram('a')], turn: 0 })
  za.script.set('zalo-bot:a', [refuses(new Undeliverable('refused'))])
  await stage.settle()
  expect(await stage.row(row._id)).toMatchObject({
    state: 'sent',
    addresses: [zalo('a'), telegram('a2')],
    line: 'bulk|telegram:a2',
  })
  expect((await findByMessage(stage.store, telegram('a2'), 'telegram-1'))?._id).toBe(row._id)
  tg.script.set('telegram:b', [refuses(new Moved('b2'))])
  tg.script.set('telegram:b2', [refuses(new Moved('b3'))])
  const lost = await stage.say({ addresses: [telegram('b')] })
  await stage.settle()
  expect(await stage.row(lost._id)).toMatchObject({ state: 'undeliverable', reason: 'gone' })
})
