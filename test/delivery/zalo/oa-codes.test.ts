import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { shownAgain } from '../../emulators/zalo-oa/shown-again.js'
import { whatCameOf } from './what-came-of.js'
import { onBot, onOa, openZaloStage, type ZaloStage } from './zalo-stage.js'

const CALL = '/v3.0/oa/message/cs'

let stage: ZaloStage
let ids: { both: string; only: string; bot: string }

beforeEach(async () => {
  stage = await openZaloStage()
  const people = { both: stage.oa.person('Lan'), only: stage.oa.person('Hoa'), bot: stage.bot.person('Lan') }
  await people.both.follows()
  await people.only.follows()
  people.bot.knows()
  ids = { both: people.both.id, only: people.only.id, bot: people.bot.id }
  await stage.member('both', onOa(ids.both), onBot(ids.bot))
  await stage.member('only', onOa(ids.only))
})
afterEach(() => stage.close())

const calls = (): number => stage.oa.calls.filter(({ path }) => path === CALL).length
const observed = (code: number): Promise<string> =>
  whatCameOf(stage, (count) => stage.oa.strike(CALL, ...Array<{ kind: 'error'; error: number }>(count).fill({ kind: 'error', error: code })), { both: [onOa(ids.both), onBot(ids.bot)], only: onOa(ids.only), calls }) // prettier-ignore

const renewed = 'token renewed 1 time, sent at once'
const refused = (reason: string): string => `next channel (${reason}), call list (${reason})`
const closed = (code: number): string =>
  `closed, asked every 60 s; after 30 min next channel (closed), waiting, call list (closed); told: closed ${code}`

/** Every code of the documents, and what the product was seen to do about it. */
test.each([
  [-32, 'too fast, for the app or the OA', 'waiting for 15 s, then sent on channel 1'],
  [-100, 'what was uploaded has ended', refused('refused')],
  [-201, 'a field is invalid', refused('refused')],
  [-209, 'the app is not active', closed(-209)],
  [-210, 'over a limit', refused('too-long')],
  [-211, 'out of quota', `${refused('quota')}; told: over -211`],
  [-212, 'the call is not registered', closed(-212)],
  [-213, 'does not follow', refused('blocked')],
  [-216, 'token invalid', renewed],
  [216, 'token invalid, as seen elsewhere', renewed],
  [401, 'token invalid, as seen elsewhere', renewed],
  [-401, 'token invalid, as seen elsewhere', renewed],
  [-217, 'takes no invitations', refused('blocked')],
  [-218, 'cap of one recipient', refused('cap')],
  [-220, 'token ended', renewed],
  [-221, 'the OA is not verified', closed(-221)],
  [-222, 'nobody knows', refused('refused')],
  [-223, 'the OA has not authorised the app', closed(-223)],
  [-224, 'the package is too low', closed(-224)],
  [-227, 'banned, or away for 45 days', refused('gone')],
  [-230, 'silent for seven days', refused('window')],
  [-232, 'silent for too long', refused('window')],
  [-233, 'a type that is not supported', refused('refused')],
  [-234, 'at night', 'waiting for 1800 s, then sent on channel 1'],
  [-237, 'the group has ended', refused('gone')],
  [-238, 'the place for a group is used', refused('refused')],
  [-240, 'the call was shut down', closed(-240)],
  [-241, 'the place for a group is used', refused('refused')],
  [-242, 'wrong proof of the app', closed(-242)],
  [-244, 'takes no such messages', refused('blocked')],
  [-248, 'against a policy', refused('refused')],
  [-305, '48 hours are over', refused('window')],
  [-311, 'the replies to one person are used up', refused('cap')],
  [-320, 'billing', `${refused('quota')}; told: over -320`],
  [-321, 'billing', `${refused('quota')}; told: over -321`],
  [-403, 'not in the group', refused('gone')],
  [-9999, 'nobody has seen it', refused('refused')],
])('%d, %s: %s', async (code, _meaning, action) => {
  expect(await observed(code)).toBe(action)
  if (action === refused('refused')) expect(stage.log()).toContain(`"code":${code},"said":"as the test wants it"`)
})

test('a token that is called bad also after it was renewed closes the channel, and the secretary is told', async () => {
  stage.oa.strike(CALL, { kind: 'error', error: -216 })
  expect(await observed(-216)).toBe(closed(-216))
  // Renewed at every look, and never twice with one token.
  expect(shownAgain(stage.oa)).toEqual([])
})

test('a refresh token that is taken no more closes the channel, and says so once', async () => {
  stage.oa.forgetAccess()
  stage.oa.consent()
  const row = await stage.say({ recipient: 'tb:only', addresses: [onOa(ids.only)], key: 'notice' })
  for (let minute = 0; minute < 33; minute += 3) {
    await stage.settle()
    stage.time.pass(3 * 60_000)
  }
  await stage.settle()
  expect(await stage.row(row._id)).toMatchObject({ state: 'waiting', reason: 'closed' })
  expect((await stage.list('notice')).callList.map(({ member }) => member.key)).toEqual(['only'])
  expect(await stage.news()).toMatchObject([{ what: 'closed', code: -14014 }])
  expect(stage.oa.calls.filter(({ error }) => error === -14014)).toHaveLength(1)
})

test('a platform that answers nobody for half an hour is passed over for another reason, and delivers when it is back', async () => {
  // Where the first message may have arrived it stays in doubt; what waits behind it is what is looked at.
  stage.oa.strike(CALL, ...Array<{ kind: 'reset' }>(3).fill({ kind: 'reset' }))
  stage.oa.strike('/v2.0/oa/getoa', ...Array<{ kind: 'reset' }>(50).fill({ kind: 'reset' }))
  for (let n = 0; n < 3; n++) {
    await stage.say({ recipient: 'tb:only', addresses: [onOa(ids.only)] })
    await stage.settle()
    stage.time.pass(2000)
  }
  const both = await stage.say({ recipient: 'tb:both', addresses: [onOa(ids.both), onBot(ids.bot)], key: 'notice' })
  const only = await stage.say({ recipient: 'tb:only', addresses: [onOa(ids.only)], key: 'notice' })
  for (const minutes of [10, 10, 11]) {
    await stage.settle()
    stage.time.pass(minutes * 60_000)
  }
  await stage.settle()
  expect(await stage.row(both._id)).toMatchObject({ state: 'sent', turn: 1, refused: ['away'] })
  expect(await stage.row(only._id)).toMatchObject({ state: 'waiting', reason: 'away' })
  expect((await stage.list('notice')).callList.map(({ member }) => member.key)).toEqual(['only'])
  for (let look = 0; look < 60 && (await stage.state(only._id)) !== 'sent'; look++) {
    stage.time.pass(16_000)
    await stage.settle()
  }
  expect(await stage.row(only._id)).toMatchObject({ state: 'sent', reason: null })
  expect((await stage.list('notice')).callList).toEqual([])
})
