import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { ChannelPayload } from '../../src/store/entry.js'
import { openHouse, type TestHouse } from '../support/house.js'

let house: TestHouse
beforeEach(async () => {
  house = await openHouse({ at: ['2026-12-15', '08:00'] })
})
afterEach(async () => {
  expect(await house.store.count('journal', { failed: true })).toBe(0)
  await house.close()
})

let news = 0
async function told(given: Partial<ChannelPayload>): Promise<string | null> {
  const before = (await house.sees('m01')).length
  const payload = {
    kind: 'channel' as const,
    channel: 'web' as const,
    what: 'closed' as const,
    sent: 0,
    limit: 0,
    code: null,
  }
  await house.assembled.journal.accept([
    { _id: `news:${++news}`, lane: 'branch:CB-PTH', at: house.clock.now(), payload: { ...payload, ...given } },
  ])
  await house.settle()
  expect((await house.sees('m02')).length).toBe(0)
  return (await house.sees('m01')).slice(before).at(-1)?.text ?? null
}

test('the secretary hears once what a whole channel lacks, with whom to ask', async () => {
  expect(await told({ what: 'scarce', sent: 2400, limit: 3000 })).toContain('đã dùng 2400 trên 3000 tin')
  expect(await told({ what: 'over', sent: 3000, limit: 3000 })).toContain('đã hết số tin của tháng này')
  expect(await told({ code: -216 })).toContain('mã truy cập không còn hiệu lực (mã -216)')
  expect(await told({ code: -224 })).toContain('gói đang dùng không đủ quyền (mã -224)')
  expect(await told({ code: -209 })).toContain('chibot doctor')
})

test('of a channel nobody of the branch is on, nobody hears', async () => {
  expect(await told({ channel: 'zalo-bot', code: 401 })).toBeNull()
})

test('where the secretary has only the channel it is about, the deputy hears of it on another', async () => {
  const secretary = (await house.store.get('members', 'CB-PTH:m01'))!
  const accounts = [{ channel: 'zalo-bot' as const, id: 'z1' }]
  await house.store.update('members', secretary._id, { version: secretary.version }, { accounts })
  await house.assembled.journal.accept([
    {
      _id: 'news:elsewhere',
      lane: 'branch:CB-PTH',
      at: house.clock.now(),
      payload: { kind: 'channel', channel: 'zalo-bot', what: 'over', sent: 3000, limit: 3000, code: null },
    },
  ])
  await house.settle()
  expect((await house.last('m02')).text).toContain('đã hết số tin của tháng này')
})
