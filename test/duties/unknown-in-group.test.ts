import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Address } from '../../src/chat.js'
import { commentText } from '../../src/domain/topic/comment-text.js'
import { createWindows } from '../../src/store/windows.js'
import { commentsIn, opening, sendDraft } from '../support/drafted-house.js'
import { demoFile } from '../support/demo-file.js'
import { openHouse, type TestHouse } from '../support/house.js'

/** Bùi Hương (m08) speaks on Zalo, where the branch has a second group. */
const zaloGroup: Address = { channel: 'zalo-oa', id: 'g77' }
const zalo: Address = { channel: 'zalo-oa', id: '4001' }

let house: TestHouse
beforeEach(async () => {
  const file = demoFile() as { members: { id: string; accounts: unknown[] }[]; chats: unknown[] }
  file.members.find(({ id }) => id === 'm08')!.accounts = [{ ...zalo, agreed: true }]
  file.chats.push(zaloGroup)
  house = await openHouse({ at: ['2027-01-06', '09:00'], roster: file, beside: 'zalo-oa' })
})
afterEach(async () => {
  expect(await house.store.count('journal', { failed: true })).toBe(0)
  await house.close()
})

let said = 0
async function names(text: string, from: Address, chat: Address, more: object = {}): Promise<void> {
  const id = `test:${++said}`
  const base = { id, at: Math.floor(house.clock.now() / 1000) * 1000, from, name: '', chat, group: chat.id !== from.id }
  await house.assembled.accept({ ...base, kind: 'text', text, mention: true, messageId: id, ...more })
  await house.settle()
}
/** What the bot says in that chat while this happens. */
async function answers(chat: string, happens: () => Promise<void>): Promise<string[]> {
  const before = (await house.sees(chat)).length
  await happens()
  return (await house.sees(chat)).slice(before).map(({ text }) => text)
}
const inZalo = (text: string): Promise<string[]> => answers('zalo-oa:g77', () => names(text, zalo, zaloGroup))
const inWeb = (text: string, more: object = {}): Promise<string[]> =>
  answers('group', () => names(text, { channel: 'web', id: 'm03' }, { channel: 'web', id: 'group' }, more))

const comment = 'Tôi đề nghị bổ sung số liệu về điện nước'
const seePrivate = 'Hệ thống đã nhắn riêng cho đồng chí, mời đồng chí xem tin nhắn riêng.'

describe('while a draft is out', () => {
  beforeEach(async () => {
    await house.jump(...opening)
    await sendDraft(house)
  })

  test('words that may be a comment are kept, and he is asked in private; the group does not read them again', async () => {
    await createWindows(house.store, 'zalo-oa').note(zalo.id, house.clock.now())
    expect(await inZalo(comment)).toEqual([seePrivate])
    const asked = await house.last('zalo-oa:4001')
    expect(asked.text).toContain(`Trong nhóm, đồng chí vừa viết: «${comment}».`)
    expect(asked.choices.map(({ label }) => label)).toEqual(['Góp ý chuyên đề 1', 'Thôi'])
    expect(await commentsIn(house)).toEqual([])
    // What he adds before he has answered is kept with it.
    expect(await inZalo('và nêu rõ thời hạn')).toEqual([seePrivate])
    const { _id: messageId, choices } = await house.last('zalo-oa:4001')
    const choice = { kind: 'choice', data: choices[0]!.does, messageId }
    expect(await answers('zalo-oa:g77', () => names('', zalo, zalo, choice))).toEqual([expect.stringContaining('1/11')])
    expect((await commentsIn(house)).map(commentText)).toEqual([`${comment}\nvà nêu rõ thời hạn`])
  })

  test('whom the channel does not let us write to is told in the group how to comment', async () => {
    expect(await inZalo(comment)).toEqual([
      'Nội dung đồng chí vừa viết chưa được ghi. Để góp ý dự thảo, đề nghị đồng chí gọi tên hệ thống (@) kèm: góp ý cd1 và nội dung.',
    ])
    expect(await inZalo('Nhất trí')).toEqual([expect.stringContaining('Lời đồng chí chưa được ghi vào việc nào')])
    expect(await house.store.get('dialogues', 'CB-PTH:zalo-oa:4001')).toBeNull()
  })

  test('a question that is open to him in private is not taken from him', async () => {
    await house.say('m03', '/gopy')
    expect(await inWeb(comment)).toEqual([
      'Nội dung đồng chí vừa viết chưa được ghi. Để góp ý dự thảo, đề nghị đồng chí gõ: /gopy cd1 và nội dung.',
    ])
    await house.say('m03', 'Mục I nên ngắn hơn.')
    expect((await commentsIn(house)).map(commentText)).toEqual(['Mục I nên ngắn hơn.'])
  })

  test('a short answer is asked in private what it was for, and records nothing by a guess', async () => {
    expect(await inWeb('Nhất trí')).toEqual([seePrivate])
    expect((await house.last('m03')).choices.map(({ label }) => label)).toContain('Nhất trí với dự thảo')
    expect(await commentsIn(house)).toEqual([])
  })

  test('talk among members, and what is passed on, is theirs', async () => {
    expect(await inWeb(comment, { mention: false })).toEqual([])
    expect(await inWeb(comment, { forwarded: true })).toEqual([])
  })
})

test('what nothing understands has one line, that says how to ask on that channel', async () => {
  expect(await inZalo('mấy giờ rồi nhỉ')).toEqual([
    'Hệ thống chưa hiểu nội dung này. Đề nghị đồng chí gõ «trợ giúp» kèm tên hệ thống (@) để xem các lệnh.',
  ])
  expect(await inWeb('mấy giờ rồi nhỉ')).toEqual([
    'Hệ thống chưa hiểu nội dung này. Đề nghị đồng chí gõ /trogiup để xem các lệnh.',
  ])
  for (const hello of ['xin chào', ''])
    expect(await inZalo(hello)).toEqual([expect.stringMatching(/^Kính chào đồng chí Bùi Hương\. /u)])
  expect(await inZalo('Rõ')).toEqual(['Hệ thống đã nhận lời đồng chí. Trân trọng cảm ơn.'])
  expect(await inZalo('9')).toEqual([expect.stringContaining('Hệ thống chưa rõ số 9')])
  expect(await inZalo('lichop')).toEqual([expect.stringContaining('Có phải đồng chí muốn dùng /lichhop?')])
})

test('where only the kind of what came is told, he is told what can be sent, and his question stays open', async () => {
  await house.jump(...opening)
  await sendDraft(house)
  const unshown = (): Promise<string[]> =>
    answers('m03', () => names('', { channel: 'web', id: 'm03' }, { channel: 'web', id: 'm03' }, { unshown: true }))
  const told = ['Zalo không đưa tệp, video hay danh thiếp cho hệ thống nên nội dung vừa gửi chưa được nhận. Đề nghị đồng chí gõ chữ, chụp ảnh hoặc ghi âm.'] // prettier-ignore
  expect(await unshown()).toEqual(told)
  await house.say('m03', '/gopy')
  expect(await unshown()).toEqual(told)
  await house.say('m03', 'Mục I nên ngắn hơn.')
  expect((await commentsIn(house)).map(commentText)).toEqual(['Mục I nên ngắn hơn.'])
})
