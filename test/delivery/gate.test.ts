import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { RetryLater, Undeliverable } from '../../src/errors.js'
import {
  losesAnswer,
  MINUTE,
  openStage,
  refuses,
  SECOND,
  telegram,
  textsIn,
  works,
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
  for (let n = 0; n < 40; n++) await stage.member(`m${n}`, telegram(`m${n}`), zalo(`m${n}`))
})

afterEach(async () => {
  await stage.courier.stop()
  await stage.store.close()
})

const sayTo = async (count: number, from = 0) => {
  for (let n = from; n < from + count; n++) await stage.say({ addresses: [telegram(`m${n}`)] })
}

test('a bot says no more in a second than it may, and bulk leaves one place to an answer', async () => {
  await sayTo(38)
  await stage.settle()
  expect(tg.calls).toHaveLength(29)
  for (const chat of ['m38', 'm39']) await stage.say({ addresses: [telegram(chat)], queue: 'answer' })
  await stage.settle()
  expect(tg.calls).toHaveLength(30)
  stage.time.pass(999)
  await stage.settle()
  expect(tg.calls).toHaveLength(30)
  stage.time.pass(1)
  await stage.settle()
  expect(tg.calls).toHaveLength(40)
})

test('a group gets 20 messages a minute', async () => {
  const chat = { lane: 'chat:telegram:g', goesTo: 'branch:tb', branch: 'tb', address: telegram('g') }
  await stage.have('chats', [{ ...chat, _id: 'telegram:g' }])
  for (let n = 0; n < 25; n++) await stage.say({ addresses: [telegram('g')], recipient: 'group' })
  await stage.settleFor(40)
  expect(textsIn(tg)).toHaveLength(20)
  stage.time.pass(20 * SECOND)
  await stage.settleFor(10)
  expect(textsIn(tg)).toHaveLength(25)
})

test('after a takeover the messages of the last minute count', async () => {
  await sayTo(29)
  await stage.settle()
  expect(textsIn(tg)).toHaveLength(29)
  stage.time.pass(500)
  await sayTo(10, 29)
  const next = stage.newLife()
  await stage.settle(next)
  stage.time.pass(900)
  await stage.settle(next)
  expect(textsIn(tg)).toHaveLength(29)
  stage.time.pass(100)
  await stage.settle(next)
  expect(textsIn(tg)).toHaveLength(39)
})

test('a storm of 429 is asked once a window, by one row, and ends with everything sent once', async () => {
  tg.usual = () => refuses(new RetryLater(30 * SECOND, true))
  await sayTo(20)
  await stage.settle()
  const begun = tg.calls.length
  expect(begun).toBeLessThanOrEqual(8)
  for (let minute = 0; minute < 10; minute++) await stage.settleFor(60)
  expect(tg.calls.length - begun).toBeLessThanOrEqual(20)
  tg.usual = () => works
  await stage.settleFor(60)
  expect(textsIn(tg).sort()).toEqual(Array.from({ length: 20 }, (_, n) => `text ${n}`).sort())
  for (let n = 0; n < 20; n++) expect((await stage.store.get('deliveries', `e:${n}:tb:m${n}`))!.state).toBe('sent')
})

test('one bot that must wait does not stop another', async () => {
  tg.usual = () => refuses(new RetryLater(MINUTE, true))
  await sayTo(5)
  const other = await stage.say({ addresses: [zalo('m9')] })
  await stage.settle()
  expect(await stage.state(other._id)).toBe('sent')
})

test('a closed gate outlives the process', async () => {
  tg.script.set('telegram:m0', [refuses(new RetryLater(10 * MINUTE, true))])
  await sayTo(1)
  await stage.settle()
  await sayTo(3, 1)
  const next = stage.newLife()
  stage.time.pass(9 * MINUTE)
  await stage.settle(next)
  expect(tg.calls).toHaveLength(1)
  stage.time.pass(MINUTE)
  await stage.settle(next)
  await stage.settleFor(2, next)
  expect(textsIn(tg)).toHaveLength(4)
})

test('three failures in a row close it until the platform says who it is', async () => {
  tg.usual = () => refuses(new RetryLater(SECOND))
  tg.down = new Error('connection refused')
  await sayTo(3)
  await stage.settle()
  const calls = tg.calls.length
  await stage.settleFor(14)
  expect([tg.calls.length, tg.starts]).toEqual([calls, 0])
  await stage.settleFor(46)
  expect([tg.calls.length, tg.starts]).toEqual([calls, 4])
  tg.down = null
  tg.usual = () => works
  await stage.settleFor(20)
  expect(textsIn(tg)).toHaveLength(3)
})

test('of messages in doubt there is one a probe, not one a person', async () => {
  tg.usual = () => losesAnswer()
  await sayTo(30)
  await stage.settleFor(60)
  expect(textsIn(tg).length).toBeLessThanOrEqual(8 + 4)
})

test('a row that never left goes to its next address when its gate has been closed for half an hour', async () => {
  const row = await stage.say({ addresses: [telegram('m0'), zalo('m0')] })
  const only = await stage.say({ addresses: [telegram('m1')] })
  tg.usual = () => refuses(new RetryLater(60 * MINUTE, true))
  await stage.settleFor(1)
  stage.time.pass(28 * MINUTE)
  await stage.settleFor(2)
  expect(za.calls).toEqual([])
  stage.time.pass(2 * MINUTE)
  await stage.settle()
  expect(await stage.row(row._id)).toMatchObject({ state: 'sent', turn: 1 })
  expect(await stage.state(only._id)).toBe('waiting')
})

test('a row of which something may have arrived stays where it is', async () => {
  const row = await stage.say({ addresses: [telegram('m0'), zalo('m0')], repeat: 'harmless' })
  tg.script.set('telegram:m0', [losesAnswer(), refuses(new RetryLater(60 * MINUTE, true))])
  await stage.settleFor(3)
  stage.time.pass(40 * MINUTE)
  await stage.settleFor(2)
  expect(await stage.row(row._id)).toMatchObject({ state: 'waiting', turn: 0 })
  expect(za.calls).toEqual([])
})

test('a refusal is an answer: it closes nothing', async () => {
  tg.usual = () => refuses(new Undeliverable('blocked'))
  await sayTo(10)
  await stage.settle()
  tg.usual = () => works
  const good = await stage.say({ addresses: [telegram('m20')] })
  await stage.settle()
  expect(await stage.state(good._id)).toBe('sent')
})
