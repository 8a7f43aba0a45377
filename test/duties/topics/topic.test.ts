import { afterEach, expect, test } from '@jest/globals'
import { instant } from '../../../src/domain/calendar/local-time.js'
import { commentsIn, draft, opening, sendDraft, textsIn, topicIn } from '../../support/drafted-house.js'
import { demoFile } from '../../support/demo-file.js'
import { openHouse, type TestHouse } from '../../support/house.js'

let house: TestHouse
afterEach(async () => {
  expect(await house.store.count('journal', { failed: true })).toBe(0)
  await house.close()
})

async function withDraft(): Promise<void> {
  house = await openHouse({ at: opening })
  await sendDraft(house)
}

const comments = () => commentsIn(house)
const topic = (key?: string) => topicIn(house, key)
const texts = (chat: string) => textsIn(house, chat)
const all = async (chat: string): Promise<string> => (await texts(chat)).join('\n\n')

test('only the silent are nudged, privately, twice at most; who has no channel is listed once', async () => {
  await withDraft()
  for (const member of ['m01', 'm02', 'm03', 'm04', 'm05', 'm06', 'm07', 'm10'])
    await house.say(member, '/gopy Đề nghị bổ sung số liệu')
  const before = (await texts('m08')).length
  await house.jump('2027-01-31', '13:30')
  expect((await texts('m08')).slice(before)).toEqual([
    expect.stringMatching(
      /^Kính gửi đồng chí (Bùi )?Hương, dự thảo chuyên đề quý I còn nhận góp ý đến 17 giờ 00 ngày 02\/02\./u,
    ),
  ])
  expect(await all('m03')).not.toContain('còn nhận góp ý')
  expect(await all('m04')).toContain('chưa có kênh nhắn tin và chưa góp ý: Sơn')
  await house.press('m11', 'Gửi sau')
  await house.jump('2027-02-01', '20:00')
  await house.jump('2027-02-02', '16:00')
  const nudges = (await texts('m08')).filter((text) => text.startsWith('Kính gửi'))
  expect(nudges.filter((text) => text.includes('còn nhận góp ý'))).toHaveLength(2)
  expect((await texts('m04')).filter((text) => text.includes('chưa có kênh nhắn tin'))).toHaveLength(1)
  expect(await all('group')).toContain('8/11 đồng chí đã góp ý')
})

test('after a stop over both nudges there is one, and after a stop over the deadline none', async () => {
  await withDraft()
  await house.jump('2027-02-02', '08:00')
  expect((await texts('m08')).filter((text) => text.includes('còn nhận góp ý'))).toHaveLength(1)
  await house.close()
  await withDraft()
  await house.jump('2027-02-03', '08:00')
  expect(await all('m08')).not.toContain('còn nhận góp ý')
  expect(await all('m01')).toContain('chưa nhắc được')
  expect((await topic()).state).toBe('closed')
})

test('at the deadline the counts go to secretary and author, names of the silent to the secretary alone', async () => {
  await withDraft()
  await house.say('m03', '/gopy Chỉ nên 6 mục')
  await house.press('m08', 'Nhất trí với dự thảo')
  await house.jump('2027-02-02', '17:00')
  const secretary = (await texts('m01')).filter((text) => text.startsWith('Kết quả lấy ý kiến'))
  expect(secretary).toHaveLength(1)
  expect(secretary[0]).toContain('2/11 đồng chí đã góp ý; 1 đồng chí góp ý có nội dung')
  expect(secretary[0]).toMatch(/Các đồng chí chưa góp ý: .*Đức \(tác giả\).*Hòa \(chủ trì\).*Sơn/u)
  const author = (await texts('m05')).filter((text) => text.startsWith('Kết quả lấy ý kiến'))
  expect(author).toHaveLength(1)
  expect(author[0]).not.toContain('chưa góp ý')
  expect(await all('group')).toContain('2/11 đồng chí đã góp ý. Đã hết hạn góp ý.')
})

test('a comment said in time that comes in after the closing is added, and the summary says so', async () => {
  await withDraft()
  await house.say('m03', '/gopy Chỉ nên 6 mục')
  await house.jump('2027-02-02', '17:05')
  const m11 = { channel: 'web' as const, id: 'm11' }
  await house.assembled.accept({
    kind: 'text',
    id: 'web:late-arrival',
    at: instant('2027-02-02', '16:59'),
    from: m11,
    name: 'm11',
    chat: m11,
    group: false,
    text: '/gopy cd1 Cần một thư mục mẫu chung',
    messageId: 'late-arrival',
  })
  await house.settle()
  expect(await comments()).toMatchObject([
    { number: 1 },
    { number: 2, late: false, parts: [{ at: instant('2027-02-02', '16:59') }] },
  ])
  for (const reader of ['m01', 'm05']) {
    const { text } = await house.last(reader)
    expect(text).toContain('Góp ý số 2 được gửi trước hạn')
    expect(text).toContain('2/11 đồng chí đã góp ý')
  }
  expect(await all('group')).toContain('2/11 đồng chí đã góp ý. Đã hết hạn')
})

test('whoever joins while a draft is out gets it at once', async () => {
  const file = demoFile()
  const later = { id: 'm12', name: 'Nguyễn Thị Lan', accounts: [{ channel: 'web', id: 'm12', agreed: true }] }
  await withDraft()
  await house.import({ ...file, members: [...file.members, later] })
  expect(await all('m12')).toContain(draft)
  expect(await all('m12')).toContain('17 giờ 00 ngày 02/02')
})

test('neither the author nor the chair is asked for a comment; the counts are of all who got the draft', async () => {
  await withDraft()
  for (const member of ['m02', 'm03', 'm04', 'm06', 'm07', 'm08', 'm10'])
    await house.say(member, '/gopy Đề nghị bổ sung số liệu')
  await house.jump('2027-01-31', '13:30')
  expect(await all('m11')).toContain('Kính gửi đồng chí Bảo')
  expect(await all('group')).toContain('7/11 đồng chí đã góp ý')
  await house.say('m11', '/gopy Cần một thư mục mẫu chung')
  await house.say('m04', '/gopy ho Sơn Đồng ý với dự thảo')
  const lines = (await texts('group')).length
  await house.jump('2027-02-01', '20:00')
  await house.jump('2027-02-02', '16:00')
  for (const notAsked of ['m05', 'm01']) expect(await all(notAsked)).not.toContain('còn nhận góp ý')
  expect((await texts('group')).length).toBe(lines)
  await house.say('m01', '/gopy nhac')
  expect((await house.last('m01')).text).toContain('Không còn đồng chí nào cần nhắc')
  await house.jump('2027-02-02', '17:00')
  expect(await all('m01')).toContain('Các đồng chí chưa góp ý: Đức (tác giả), Hòa (chủ trì).')
  expect(await all('group')).toContain('9/11 đồng chí đã góp ý. Đã hết hạn')
})

test('a withdrawal said in time that comes in after the closing is taken, and the summary says so', async () => {
  await withDraft()
  await house.say('m03', '/gopy Chỉ nên 6 mục')
  await house.jump('2027-02-02', '16:50')
  await house.say('m03', '/gopy rut 1')
  const tag = (await house.last('m03')).choices[0]!.does
  const { _id } = await house.last('m03')
  await house.jump('2027-02-02', '17:05')
  const m03 = { channel: 'web' as const, id: 'm03' }
  await house.assembled.accept({
    kind: 'choice',
    id: 'web:late-press',
    at: instant('2027-02-02', '16:55'),
    from: m03,
    name: 'm03',
    chat: m03,
    group: false,
    data: tag,
    messageId: _id,
  })
  await house.settle()
  expect(await comments()).toMatchObject([{ withdrawn: true }])
  for (const reader of ['m01', 'm05'])
    expect((await house.last(reader)).text).toContain('Góp ý số 1 được rút trước hạn')
  expect(await all('group')).toContain('0/11 đồng chí đã góp ý. Đã hết hạn')
})
