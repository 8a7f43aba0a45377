import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { Address } from '../../../src/chat.js'
import { demoFile } from '../../support/demo-file.js'
import { openHouse, type TestHouse } from '../../support/house.js'

const lan: Address = { channel: 'zalo-oa', id: 'lan' }

let house: TestHouse
beforeEach(async () => {
  const roster = demoFile()
  const { accounts: _, ...huong } = roster.members.find(({ id }) => id === 'm06')!
  roster.members = roster.members.map((one) =>
    one.id === 'm06' ? { ...huong, id: 'm06', accounts: [{ ...lan, agreed: true }] } : one,
  )
  house = await openHouse({ beside: 'zalo-oa', roster })
  await house.say('m01', '/thoisu phancong 01/2027 m06')
  for (const label of ['Gửi', 'Lưu'])
    if ((await house.last('m01')).choices.some((one) => one.label === label)) await house.press('m01', label)
  await house.jump('2026-12-31', '08:00')
})
afterEach(async () => {
  expect(await house.store.count('journal', { failed: true })).toBe(0)
  await house.close()
})

const titles = async () => (await house.sees('zalo-oa:lan')).map(({ title }) => title ?? '')
/** The platform has refused all that was said to her. */
async function missed(): Promise<void> {
  for (const row of await house.store.find('deliveries', { lane: 'branch:CB-PTH' }, { limit: 10_000 }))
    if (row.recipient === 'CB-PTH:m06' && row.state === 'sent')
      await house.store.update(
        'deliveries',
        row._id,
        { attempt: row.attempt },
        { state: 'undeliverable', reason: 'window' },
      )
}
let n = 0
async function speaksAgain(): Promise<string[]> {
  const before = (await titles()).length
  await house.assembled.accept({
    kind: 'standing', standing: 'back', id: `zalo-oa:back:${++n}`, at: Math.floor(house.clock.now() / 1000) * 1000, from: lan, name: '', chat: lan, group: false,
  }) // prettier-ignore
  await house.settle()
  return (await titles()).slice(before)
}

test('who speaks after a silence gets the notice and the card of her turn that did not come, once', async () => {
  expect(await speaksAgain()).toEqual([])
  await missed()
  const got = await speaksAgain()
  expect(got).toEqual([expect.stringMatching(/^THÔNG BÁO/u), expect.stringMatching(/THỜI SỰ/iu)])
  expect(await speaksAgain()).toEqual([])
})

test('not what she was told by phone', async () => {
  await missed()
  const meeting = (await house.store.get('meetings', 'CB-PTH:2027-01'))!
  const key = meeting.noticeKey!
  const told = { member: 'CB-PTH:m06', toldBy: 'CB-PTH:m01', at: house.clock.now() }
  const call = { ...told, _id: `${key}:m06`, branch: 'CB-PTH', subject: key }
  await house.store.insert('calls', [{ ...call, lane: 'branch:CB-PTH', version: 1, by: 'test', gone: false }])
  expect((await speaksAgain()).filter((title) => title.startsWith('THÔNG BÁO'))).toEqual([])
})
