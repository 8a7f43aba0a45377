import { afterEach, describe, expect, test } from '@jest/globals'
import { opening, sendDraft, textsIn } from '../support/drafted-house.js'
import { demoFile } from '../support/demo-file.js'
import { openHouse, type TestHouse } from '../support/house.js'
import { jpegFile } from '../support/sample-files.js'

const [SECRETARY, DEPUTY, MINUTE_TAKER, MEMBER] = ['m01', 'm02', 'm04', 'm05']

let house: TestHouse
afterEach(async () => {
  expect(await house.store.count('journal', { failed: true })).toBe(0)
  await house.close()
})

/** The demo branch; these have been linked by a file and have not agreed. */
async function openWith(unagreed: string[], at: [date: string, time: string] = ['2026-12-15', '08:00']): Promise<void> {
  const file = demoFile()
  for (const member of file.members)
    if (unagreed.includes(member.id)) member['accounts'] = [{ channel: 'web', id: member.id, agreed: false }]
  house = await openHouse({ at, roster: file })
}

let n = 0
async function standing(member: string, how: 'in' | 'out'): Promise<void> {
  const chat = { channel: 'web' as const, id: member }
  const said = { id: `test:${++n}`, at: Math.floor(house.clock.now() / 1000) * 1000, from: chat, chat, name: '' }
  await house.assembled.accept({ ...said, group: false, kind: 'standing', standing: how })
  await house.settle()
}

const silence = {
  'has not agreed': (member: string) => openWith([member]),
  'has blocked the bot': async (member: string) => {
    await openWith([])
    await standing(member, 'out')
  },
}
const cases = Object.entries(silence)

describe.each(cases)('where the secretary %s', (_, silent) => {
  test('the deputy gets the card to confirm the date and the one that says whom to phone', async () => {
    await silent(SECRETARY)
    // One card asks; the other follows the notice.
    await house.advance('month')
    const cards = await house.sees(DEPUTY)
    expect(cards.some(({ choices }) => choices.some(({ does }) => does.startsWith('lichhop xacnhan')))).toBe(true)
    const left = cards.find(({ text }) => text.includes('đề nghị báo qua điện thoại'))!
    expect(left.text).toContain('Nguyễn Văn Hòa, Lò Văn Sơn')
    expect(left.choices.some(({ does }) => /m01/u.test(does))).toBe(true)
    expect(await textsIn(house, DEPUTY)).not.toContainEqual(expect.stringContaining('Tình hình gửi tin'))
  })

  test('who comes back is the one in charge again', async () => {
    await silent(SECRETARY)
    if (_ === 'has not agreed') {
      await house.say(SECRETARY, 'Chào đồng chí')
      await house.press(SECRETARY, 'Đồng ý')
    } else await standing(SECRETARY, 'in')
    await house.jump('2026-12-31', '08:00')
    const [own, deputys] = [await textsIn(house, SECRETARY), await textsIn(house, DEPUTY)]
    expect(own).toContainEqual(expect.stringContaining('đề nghị báo qua điện thoại: Lò Văn Sơn'))
    expect(deputys).not.toContainEqual(expect.stringContaining('đề nghị báo qua điện thoại'))
  })
})

describe.each(cases)('a member who %s', (_, silent) => {
  test('is named among those to be phoned by who sends a draft, and is no news besides', async () => {
    await silent(MEMBER)
    await house.jump(...opening)
    await house.say('m01', '/chuyende soan cd1 Nội dung dự thảo.')
    await house.say('m01', 'xong')
    await house.say('m01', '/chuyende gui cd1 hạn 17h 02/02/2027')
    const preview = await house.last('m01')
    await house.press('m01', 'Gửi')
    const result = (await textsIn(house, 'm01')).findLast((text) => text.includes('đề nghị báo qua điện thoại'))!
    for (const text of [preview.text, result]) expect(text).toMatch(/điện thoại[^.]*Đức/u)
    expect(await textsIn(house, 'm01')).not.toContainEqual(expect.stringContaining('Tình hình gửi tin'))
    // Whoever phones him may write down what he says.
    await house.say('m04', '/gopy ho Đức Tôi nhất trí với dự thảo')
    const [comment] = await house.store.find('comments', { lane: 'branch:CB-PTH' })
    expect(comment).toMatchObject({ member: 'CB-PTH:m05', enteredBy: 'CB-PTH:m04' })
  })

  test('has what was typed of his photo confirmed by who phones him', async () => {
    await silent(MEMBER)
    await house.jump(...opening)
    await sendDraft(house)
    await house.say(MINUTE_TAKER, '/gopy ho Đức')
    await house.sendFile(MINUTE_TAKER, { bytes: jpegFile(2000), kind: 'photo', mime: 'image/jpeg' }, '')
    await house.say(MINUTE_TAKER, 'xong')
    await house.say(MINUTE_TAKER, '/gopy golai')
    await house.say(MINUTE_TAKER, 'Đề nghị thêm lịch kiểm tra từng quý.')
    await house.press(MINUTE_TAKER, 'Đúng')
    const [comment] = await house.store.find('comments', { lane: 'branch:CB-PTH' })
    expect(comment).toMatchObject({ typed: { text: 'Đề nghị thêm lịch kiểm tra từng quý.' }, proposed: null })
  })
})

test('the group is not told of a private message to somebody who has blocked the bot', async () => {
  await openWith([])
  await standing(MEMBER, 'out')
  await house.sayInGroup(MEMBER, '/vangmat bị ốm')
  expect((await house.last('group')).text).toMatch(/^Hệ thống chưa nhắn riêng được cho đồng chí\./u)
  await house.sayInGroup(MEMBER, '/rieng')
  expect((await textsIn(house, 'group')).join('\n')).not.toContain('Hệ thống đã nhắn riêng cho đồng chí')
  expect(await textsIn(house, 'm01')).not.toContainEqual(expect.stringContaining('Tình hình gửi tin'))
})

test('an import that says by now that he has agreed makes him reachable', async () => {
  await openWith([MEMBER])
  expect(await house.store.get('members', 'CB-PTH:m05')).toMatchObject({ closed: ['web:m05'] })
  await house.import(demoFile())
  expect(await house.store.get('members', 'CB-PTH:m05')).toMatchObject({ closed: [] })
})

test('members written by an earlier version come to say which of their accounts are closed', async () => {
  await openWith([MEMBER])
  const { closed: _, ...member } = (await house.store.get('members', 'CB-PTH:m05'))!
  const older = { ...member, version: member.version + 1, closed: null }
  await house.store.replace('members', older)
  const lane = 'branch:CB-PTH'
  const step = { _id: `step:5:${lane}`, lane, at: house.clock.now(), payload: { kind: 'step', number: 5 } } as const
  await house.assembled.journal.accept([step])
  await house.settle()
  expect(await house.store.get('members', 'CB-PTH:m05')).toMatchObject({ closed: ['web:m05'] })
  expect((await house.store.get('members', 'CB-PTH:m04'))?.closed).toBeNull()
})
