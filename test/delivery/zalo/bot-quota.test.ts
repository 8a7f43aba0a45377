import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { weights } from '../../../src/domain/weight.js'
import type { Delivery } from '../../../src/store/delivery.js'
import { onBot, onOa, openZaloStage, type ZaloStage } from './zalo-stage.js'

const QUOTA = 20
const KEY = 'notice:tb:2027-02:1'

let stage: ZaloStage
/** On the bot alone, but for the first, who has the OA behind it. */
let members: { key: string; id: string }[]
let oaOf: string

beforeEach(async () => {
  stage = await openZaloStage({ quota: QUOTA })
  const lan = stage.oa.person('Lan')
  await lan.follows()
  oaOf = lan.id
  members = Array.from({ length: QUOTA + 10 }, (_, n) => {
    const person = stage.bot.person(`m${n}`)
    person.knows()
    return { key: `m${n}`, id: person.id }
  })
  for (const { key, id } of members) await stage.member(key, ...addresses(key, id))
})
afterEach(() => stage.close())

const addresses = (key: string, id: string) => [onBot(id), ...(key === 'm0' ? [onOa(oaOf)] : [])]
async function say(n: number, weight: number, more: Partial<Delivery> = {}): Promise<Delivery> {
  const { key, id } = members[n]!
  return stage.say({ recipient: `tb:${key}`, addresses: addresses(key, id), weight, ...more })
}
async function settle(seconds = 3): Promise<void> {
  for (let second = 0; second < seconds; second++) {
    await stage.settle()
    stage.time.pass(1000)
  }
}
const posts = (): number => stage.bot.posts.length
const asked = (): number => stage.bot.calls.filter(({ method }) => method === 'sendMessage').length

test('warned at 80 %; then nudges go elsewhere or wait while notices go; at the end nobody is asked again this month', async () => {
  for (let n = 1; n <= 15; n++) await say(n, weights.notice)
  await settle()
  expect([posts(), await stage.news()]).toEqual([15, []])
  await say(16, weights.notice)
  await settle()
  expect(await stage.news()).toMatchObject([{ channel: 'zalo-bot', what: 'scarce', sent: 16, limit: QUOTA }])

  const nudge = await say(1, weights.other)
  const elsewhere = await say(0, weights.other)
  const reminder = await say(2, weights.meeting)
  const notice = await say(3, weights.notice)
  await settle()
  expect(await stage.row(nudge._id)).toMatchObject({ state: 'waiting', attempt: 0 })
  expect(await stage.row(elsewhere._id)).toMatchObject({ state: 'sent', turn: 1, refused: ['quota'] })
  expect([await stage.state(reminder._id), await stage.state(notice._id), posts()]).toEqual(['sent', 'sent', 18])

  // Somebody else spent two of them: the platform's count is ahead of ours.
  stage.bot.quota(0)
  const last = await say(4, weights.notice, { key: KEY })
  const first = await say(0, weights.notice, { key: KEY })
  await settle()
  const calls = asked()
  expect(await stage.row(last._id)).toMatchObject({ state: 'undeliverable', reason: 'quota' })
  expect(await stage.row(first._id)).toMatchObject({ state: 'sent', turn: 1 })
  const { callList } = await stage.list(KEY)
  expect(callList.map(({ member }) => member.key)).toEqual(['m4'])
  stage.life()
  await say(5, weights.notice)
  await say(6, weights.notice, { queue: 'answer' })
  await settle()
  expect([asked(), posts()]).toEqual([calls, 18])
  expect((await stage.news()).map(({ what }) => what)).toEqual(['scarce', 'over'])

  // A month later: what had waited goes, and so does what is new.
  stage.time.pass(20 * 24 * 60 * 60_000)
  await say(7, weights.notice)
  await settle()
  expect([await stage.state(nudge._id), posts()]).toEqual(['sent', 20])
})

test('429 that means «too fast»: everybody waits a little, nobody is refused or told', async () => {
  await say(1, weights.notice)
  await settle()
  stage.bot.switches.busyUntil = stage.time.now() + 150_000
  const rows = [
    await say(0, weights.notice),
    await say(2, weights.other, { queue: 'answer' }),
    await say(3, weights.other),
  ]
  await settle()
  const calls = asked()
  expect(posts()).toBe(1)
  // What is on its way before the first refusal is known; nothing of it twice.
  expect(calls).toBeLessThanOrEqual(1 + rows.length)
  for (let minute = 0; minute < 8; minute++) {
    stage.time.pass(60_000)
    await settle()
  }
  for (const { _id } of rows) expect(await stage.row(_id)).toMatchObject({ state: 'sent', turn: 0, refused: [] })
  expect([posts(), await stage.news()]).toEqual([4, []])
  expect(asked() - calls).toBeLessThanOrEqual(5)
})
