import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { quotaId } from '../../../src/delivery/quota.js'
import { whatCameOf } from './what-came-of.js'
import { onBot, onOa, openZaloStage, type ZaloStage } from './zalo-stage.js'

let stage: ZaloStage
let ids: { both: string; only: string; oa: string }

beforeEach(async () => {
  stage = await openZaloStage()
  const people = { both: stage.bot.person('Lan'), only: stage.bot.person('Hoa'), oa: stage.oa.person('Lan') }
  people.both.knows()
  people.only.knows()
  await people.oa.follows()
  ids = { both: people.both.id, only: people.only.id, oa: people.oa.id }
  await stage.member('both', onBot(ids.both), onOa(ids.oa))
  await stage.member('only', onBot(ids.only))
})
afterEach(() => stage.close())

const calls = (): number => stage.bot.calls.filter(({ method }) => method === 'sendMessage').length
const observed = (status: number, body: unknown): Promise<string> =>
  whatCameOf(
    stage,
    (count) =>
      stage.bot.strike(
        'sendMessage',
        ...Array<{ kind: 'answer'; status: number; body: unknown }>(count).fill({ kind: 'answer', status, body }),
      ),
    { both: [onBot(ids.both), onOa(ids.oa)], only: onBot(ids.only), calls },
  )

const refused = (reason: string): string => `next channel (${reason}), call list (${reason})`
const doubt = 'in doubt, called 1 time, listed 1'
const closed =
  'closed, asked every 60 s; after 30 min next channel (closed), waiting, call list (closed); told: closed 401'

/** Every code of the documents and what the product was seen to do about it, however the platform words it. */
describe.each<[string, (code: number) => readonly [number, object]]>([
  ['under its own status', (code: number) => [code, { ok: false, description: 'no', error_code: code }]],
  ['under HTTP 200', (code: number) => [200, { ok: false, description: 'no', error_code: code }]],
  ['in the other spelling', (code: number) => [200, { ok: false, description: 'no', errorCode: code }]],
])('%s', (_how, answer) => {
  test.each([
    [400, 'wrong method or chat', refused('refused')],
    [401, 'the token is not known', closed],
    [403, 'an internal error of the platform', doubt],
    [404, 'an invalid request', refused('refused')],
    [408, 'it took too long', doubt],
    [413, 'too large', refused('too-long')],
    [426, 'of another call', doubt],
    [429, 'too fast: few of the month’s messages are used', 'waiting for 60 s, then sent on channel 1'],
    [500, 'nobody has seen it', doubt],
  ])('%d, %s: %s', async (code, _meaning, action) => {
    expect(await observed(...answer(code))).toBe(action)
  })
})

test('429, the messages of the month are used up', async () => {
  const value = { month: '2027-01', sent: 2900, limit: 3000, over: false, told: 'scarce', at: stage.time.real() }
  await stage.store.insert('machines', [{ _id: quotaId('zalo-bot'), version: 1, value }])
  expect(await observed(429, { ok: false, description: 'no', error_code: 429 })).toBe(
    `${refused('quota')}, not asked again; told: over`,
  )
})

/** Whoever stands before the platform answers with a page. */
test.each([
  [413, refused('too-long')],
  [429, 'waiting for 60 s, then sent on channel 1'],
  [502, doubt],
])('a page with %d: %s', async (status, action) => {
  expect(await observed(status, '<html>no</html>')).toBe(action)
})
