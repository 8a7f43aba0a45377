import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { RetryLater, Undeliverable } from '../../src/errors.js'
import { quotaId, type KeptQuota } from '../../src/delivery/quota.js'
import { branch } from '../web/pages/demo-documents.js'
import { BRANCH, entriesOf, openStage, refuses, telegram, textsIn, works, zalo, type Stage, type StagePlatform } from './stage.js' // prettier-ignore

const LIMIT = 20
const day = 24 * 60 * 60_000
const notice = { weight: 5 }
const reminder = { weight: 3 }
const quotas = new Map([['zalo-bot' as const, LIMIT]])

let stage: Stage
let za: StagePlatform
let tg: StagePlatform
let courier: ReturnType<Stage['newLife']>

beforeEach(async () => {
  stage = await openStage({ telegram: {}, 'zalo-bot': {} })
  za = stage.platforms.get('zalo-bot')!
  tg = stage.platforms.get('telegram')!
  courier = stage.newLife({ quotas })
  for (let n = 0; n < 30; n++) await stage.member(`m${n}`, zalo(`m${n}`), telegram(`m${n}`))
  await stage.store.insert('branches', [{ ...branch('tb', null), lane: BRANCH }])
})
afterEach(async () => {
  await courier.stop()
  await stage.store.close()
})

const kept = async (): Promise<KeptQuota> =>
  (await stage.store.get('machines', quotaId('zalo-bot')))!.value as unknown as KeptQuota
/** Notices to the first members. */
async function use(count: number, by = courier): Promise<void> {
  for (let n = 0; n < count; n++) await stage.say({ addresses: [zalo(`m${n}`)], ...notice })
  await stage.settleFor(3, by)
}
const news = async () =>
  (await entriesOf(stage.store)).flatMap(({ payload }) => (payload?.kind === 'channel' ? [payload] : []))

test('calls are counted, each part of a message; the count outlives the process, and a month ends it', async () => {
  await stage.say({ addresses: [zalo('m0')], message: { text: 'a / b / c' } })
  await stage.settleFor(4, courier)
  za.usual = () => refuses(new Undeliverable('blocked'))
  await stage.say({ addresses: [zalo('m1')] })
  await stage.settle(courier)
  za.usual = () => works
  expect(await kept()).toMatchObject({ month: '2027-01', sent: 3, limit: LIMIT })
  courier = stage.newLife({ quotas })
  await use(2)
  expect(await kept()).toMatchObject({ sent: 5 })
  stage.time.pass(20 * day)
  await use(1)
  expect(await kept()).toMatchObject({ month: '2027-02', sent: 1 })
})

test('what a holder sent and had not written down when it died is counted from the rows', async () => {
  await use(3)
  stage.time.pass(1000)
  const dying = stage.newLife({ quotas })
  const update = stage.store.update.bind(stage.store)
  await stage.settle(dying)
  stage.store.update = (collection, id, ...rest) =>
    collection === 'machines' && id === quotaId('zalo-bot')
      ? Promise.reject(new Error('killed'))
      : update(collection, id, ...rest)
  for (let n = 4; n < 8; n++) await stage.say({ addresses: [zalo(`m${n}`)], ...notice })
  await stage.settleFor(2, dying)
  stage.store.update = update
  expect(textsIn(za)).toHaveLength(7)
  expect((await kept()).sent).toBe(3)
  courier = stage.newLife({ quotas })
  await stage.settle(courier)
  expect((await kept()).sent).toBe(7)
})

test('two instances add to one count', async () => {
  const other = stage.newLife({ quotas })
  await stage.settle(other)
  await use(2)
  await use(3, other)
  await use(1)
  expect((await kept()).sent).toBe(6)
})

test('at 80 % what weighs little goes elsewhere or waits; at 95 % only notices and answers go', async () => {
  await use(16)
  const nudge = await stage.say({ addresses: [zalo('m1'), telegram('m1')] })
  const only = await stage.say({ addresses: [zalo('m2')], usefulUntil: stage.time.now() + day })
  const remind = await stage.say({ addresses: [zalo('m3')], ...reminder })
  await stage.settleFor(2, courier)
  expect(await stage.row(nudge._id)).toMatchObject({ state: 'sent', turn: 1 })
  expect(await stage.row(only._id)).toMatchObject({ state: 'waiting', held: 1, attempt: 0 })
  expect(await stage.state(remind._id)).toBe('sent')

  await use(2)
  const late = await stage.say({ addresses: [zalo('m4')], ...reminder })
  const answer = await stage.say({ addresses: [zalo('m5')], queue: 'answer' })
  const stranger = await stage.say({
    addresses: [zalo('new')],
    lane: 'account:zalo-bot:new',
    recipient: 'zalo-bot:new',
  })
  const last = await stage.say({ addresses: [zalo('m6')], ...notice })
  await stage.settleFor(2, courier)
  expect(await stage.state(late._id)).toBe('waiting')
  for (const row of [answer, stranger, last]) expect(await stage.state(row._id)).toBe('sent')
})

test('what waited for the month goes when it has ended', async () => {
  await use(16)
  const nudge = await stage.say({ addresses: [zalo('m2')] })
  await stage.settleFor(2, courier)
  expect(await stage.state(nudge._id)).toBe('waiting')
  stage.time.pass(20 * day)
  await stage.settleFor(2, courier)
  expect(await stage.state(nudge._id)).toBe('sent')
})

test('the branches are told once at 80 %, and once when nothing is left', async () => {
  await use(15)
  expect(await news()).toEqual([])
  await use(1)
  courier = stage.newLife({ quotas })
  await use(1)
  expect(await news()).toMatchObject([{ channel: 'zalo-bot', what: 'scarce', sent: 16, limit: LIMIT }])
  za.usual = () => refuses(new Undeliverable('quota'))
  await use(2)
  await use(2)
  expect((await news()).map(({ what }) => what)).toEqual(['scarce', 'over'])
})

test('the platform’s no for the month closes it: one row is refused, the others go on without asking', async () => {
  await use(16)
  za.usual = () => refuses(new Undeliverable('quota'))
  await stage.say({ addresses: [zalo('m0'), telegram('m0')], ...notice })
  await stage.settleFor(2, courier)
  expect(za.calls).toHaveLength(17)
  const both = await stage.say({ addresses: [zalo('m1'), telegram('m1')], ...notice })
  const only = await stage.say({ addresses: [zalo('m2')], ...notice })
  const answer = await stage.say({ addresses: [zalo('m3')], queue: 'answer' })
  courier = stage.newLife({ quotas })
  await stage.settleFor(2, courier)
  expect(za.calls).toHaveLength(17)
  expect(textsIn(tg)).toHaveLength(2)
  expect(await stage.row(both._id)).toMatchObject({ state: 'sent', turn: 1 })
  for (const row of [only, answer])
    expect(await stage.row(row._id)).toMatchObject({ state: 'undeliverable', reason: 'quota', news: 0 })
  const told = (await entriesOf(stage.store)).flatMap(({ payload }) =>
    payload?.kind === 'outcome' ? payload.rows : [],
  )
  expect(told).toContain(only._id)

  za.usual = () => works
  stage.time.pass(20 * day)
  await use(1)
  expect(textsIn(za)).toHaveLength(17)
})

test('said in words, it is believed at once, however few our own count has', async () => {
  await use(1)
  za.usual = () => refuses(new Undeliverable('quota', null, true))
  const both = await stage.say({ addresses: [zalo('m0'), telegram('m0')], ...notice })
  await stage.settle(courier)
  expect(await stage.row(both._id)).toMatchObject({ state: 'sent', turn: 1 })
  await use(2)
  expect(za.calls).toHaveLength(2)
  expect(await kept()).toMatchObject({ over: true, sent: 1 })
})

test('what was said at the end of a month and written down in the next closes nothing in it', async () => {
  await use(1)
  za.usual = () => refuses(new Undeliverable('quota', null, true))
  const update = stage.store.update.bind(stage.store)
  stage.store.update = (collection, id, ...rest) =>
    id === quotaId('zalo-bot') ? Promise.reject(new Error('away')) : update(collection, id, ...rest)
  await use(1)
  expect(await kept()).toMatchObject({ month: '2027-01', over: false })
  za.usual = () => works
  stage.time.pass(20 * day)
  stage.store.update = update
  // It is written before anything has to go.
  await stage.settleFor(2, courier)
  expect(await kept()).toMatchObject({ month: '2027-02', over: false, told: 'nothing' })
  await use(2)
  expect(textsIn(za)).toHaveLength(3)
  expect(await kept()).toMatchObject({ month: '2027-02', over: false, sent: 2 })
})

test('far from the plan’s end it is believed after an hour; then one message a day tries, and opens it again', async () => {
  await use(1)
  za.usual = () => refuses(new Undeliverable('quota'))
  const both = await stage.say({ addresses: [zalo('m0'), telegram('m0')], ...notice })
  const answer = await stage.say({ addresses: [zalo('m3')], queue: 'answer' })
  await stage.settleFor(2, courier)
  expect([await stage.state(both._id), await stage.state(answer._id)]).toEqual(['waiting', 'waiting'])
  for (let minute = 0; minute < 70; minute++) {
    // Another life remembers since when.
    if (minute === 20) courier = stage.newLife({ quotas })
    stage.time.pass(60_000)
    await stage.settle(courier)
  }
  expect(await kept()).toMatchObject({ over: true, sent: 1 })
  expect((await news()).map(({ what }) => what)).toEqual(['over'])
  expect((await stage.row(answer._id)).reason).toBe('quota')
  expect(await stage.row(both._id)).toMatchObject({ state: 'sent', turn: 1 })
  // One that waited alone, and asked less and less often.
  const asked = za.calls.length
  expect(asked).toBeLessThan(12)

  await use(2)
  expect(za.calls).toHaveLength(asked)
  za.usual = () => works
  stage.time.pass(day)
  await use(3)
  expect(textsIn(za)).toHaveLength(4)
  expect(await kept()).toMatchObject({ over: false, sent: 4 })
})

test('a day later it is tried once and no more, where it is so', async () => {
  await use(16)
  za.usual = () => refuses(new Undeliverable('quota'))
  await use(1)
  const asked = za.calls.length
  for (let later = 1; later <= 3; later++) {
    stage.time.pass(day)
    await use(1)
    await use(2)
    expect(za.calls).toHaveLength(asked + later)
  }
})

test('a larger plan opens it at once', async () => {
  await use(16)
  za.usual = () => refuses(new Undeliverable('quota'))
  await use(1)
  za.usual = () => works
  courier = stage.newLife({ quotas: new Map([['zalo-bot', 10_000]]) })
  await use(1)
  expect(textsIn(za)).toHaveLength(17)
  expect(await kept()).toMatchObject({ over: false, limit: 10_000 })
})

test('a code that a person has to see to closes the channel, moves who has another, and is told once', async () => {
  za.usual = () => refuses(new RetryLater(60_000, true, -224))
  const both = await stage.say({ addresses: [zalo('m0'), telegram('m0')] })
  const only = await stage.say({ addresses: [zalo('m1')] })
  for (let minute = 0; minute < 32; minute++) {
    stage.time.pass(60_000)
    await stage.settle(courier)
  }
  expect(await stage.row(both._id)).toMatchObject({ state: 'sent', turn: 1 })
  expect(await stage.state(only._id)).toBe('waiting')
  expect(await news()).toMatchObject([{ channel: 'zalo-bot', what: 'closed', code: -224 }])
  courier = stage.newLife({ quotas })
  stage.time.pass(60_000)
  await stage.settle(courier)
  expect(await news()).toHaveLength(1)
  za.usual = () => works
  stage.time.pass(60_000)
  await stage.settle(courier)
  expect(await stage.state(only._id)).toBe('sent')
})

test('the last messages of a month are for those in charge, who hear that nothing else goes', async () => {
  const limit = 300
  const value = { month: '2027-01', sent: 295, limit, over: false, told: 'scarce', at: stage.time.real() }
  await stage.store.insert('machines', [{ _id: quotaId('zalo-bot'), version: 1, value }])
  courier = stage.newLife({ quotas: new Map([['zalo-bot' as const, limit]]) })
  await use(2)
  expect(await kept()).toMatchObject({ sent: 297, over: false, told: 'over' })
  const late = await stage.say({ addresses: [zalo('m3')], ...notice })
  const asked = await stage.say({ addresses: [zalo('m4')], queue: 'answer', ...notice })
  const card = await stage.say({ addresses: [zalo('m5')], weight: 7 })
  await stage.settleFor(3, courier)
  expect((await stage.row(late._id)).reason).toBe('quota')
  expect((await stage.row(asked._id)).reason).toBe('quota')
  expect((await stage.row(card._id)).state).toBe('sent')
  expect((await news()).map(({ what }) => what)).toEqual(['over'])
})
