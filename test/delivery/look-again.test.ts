import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { Undeliverable } from '../../src/errors.js'
import { BRANCH, entriesOf, openStage, refuses, telegram, zalo, type Stage, type StagePlatform } from './stage.js'

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

test('who has left the branch gets nothing', async () => {
  const moved = await stage.say({ addresses: [telegram('a')] })
  const unknown = await stage.say({ addresses: [telegram('x')], recipient: 'tb:x' })
  await stage.store.update('members', 'tb:a', { version: 1 }, { status: 'moved' })
  await stage.settle()
  expect(await stage.row(moved._id)).toMatchObject({ state: 'cancelled', reason: 'gone' })
  expect(await stage.row(unknown._id)).toMatchObject({ state: 'cancelled', reason: 'gone' })
  expect(tg.calls).toEqual([])
})

test.each([
  ['blocked', { blocked: true }],
  ['not agreed', { agreed: null }],
  ['of another member by now', { branches: [{ branch: 'tb', member: 'tb:b' }] }],
])('an account that is %s is passed over', async (_, change) => {
  await stage.store.update('accounts', 'telegram:a', {}, change)
  const row = await stage.say({ addresses: [telegram('a'), zalo('a')] })
  await stage.settle()
  expect(tg.calls).toEqual([])
  expect(await stage.row(row._id)).toMatchObject({ state: 'sent', turn: 1, line: 'bulk|zalo-bot:a' })
})

test('at the end of the addresses the row is undeliverable, with the reason, and told', async () => {
  await stage.store.update('accounts', 'telegram:b', {}, { blocked: true })
  const row = await stage.say({ addresses: [telegram('b')] })
  await stage.settle()
  expect(await stage.row(row._id)).toMatchObject({ state: 'undeliverable', reason: 'blocked', news: 0 })
  expect(await entriesOf(stage.store)).toMatchObject([{ _id: `outcome:${row._id}:0`, payload: { rows: [row._id] } }])
})

test('a group gets what its own branch says, and nobody else', async () => {
  const lane = 'chat:telegram:g1'
  const chat = { lane, goesTo: BRANCH, branch: 'tb' }
  await stage.have('chats', [{ ...chat, _id: 'telegram:g1', address: telegram('g1') }])
  await stage.have('chats', [{ ...chat, _id: 'telegram:g2', address: telegram('g2'), branch: 'other' }])
  const own = await stage.say({ addresses: [telegram('g1')], recipient: 'group' })
  const foreign = await stage.say({ addresses: [telegram('g2')], recipient: 'group' })
  await stage.settle()
  expect(await stage.state(own._id)).toBe('sent')
  expect(await stage.row(foreign._id)).toMatchObject({ state: 'undeliverable', reason: 'gone' })
})

test("what an account's own lane says always goes, and makes no news", async () => {
  const lane = 'account:telegram:stranger'
  const first = await stage.say({ addresses: [telegram('stranger')], lane, recipient: 'telegram:stranger' })
  await stage.settle()
  expect(await stage.state(first._id)).toBe('sent')
  tg.usual = () => refuses(new Undeliverable('blocked'))
  const second = await stage.say({ addresses: [telegram('stranger')], lane, recipient: 'telegram:stranger' })
  await stage.settleFor(1)
  expect(await stage.state(second._id)).toBe('undeliverable')
  expect(await entriesOf(stage.store, lane)).toEqual([])
})

test('an address on a channel that is not served is passed over', async () => {
  const row = await stage.say({ addresses: [{ channel: 'zalo-oa', id: 'a' }, telegram('a')], recipient: 'tb:a' })
  await stage.settle()
  expect(await stage.row(row._id)).toMatchObject({ state: 'sent', turn: 1 })
})
