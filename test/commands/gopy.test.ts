import { readFileSync } from 'node:fs'
import { afterEach, expect, test } from '@jest/globals'
import { commentsIn, draft, opening, sendDraft, textsIn } from '../support/drafted-house.js'
import { demoFile } from '../support/demo-file.js'
import { openHouse, type TestHouse } from '../support/house.js'

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
const texts = (chat: string) => textsIn(house, chat)
const all = async (chat: string): Promise<string> => (await texts(chat)).join('\n\n')

test('a typed comment is confirmed with its number, and what follows joins it', async () => {
  await withDraft()
  await house.say('m10', '/gopy Tôi xin góp ý')
  expect((await house.last('m10')).text).toContain('Đã ghi góp ý số 1 của đồng chí Riên')
  await house.say('m10', 'phần nguyên nhân')
  await house.say('m10', 'chưa nói đến việc phân công không đều'.normalize('NFD'))
  expect((await house.last('m10')).text).toContain('gồm 3 tin nhắn')
  await house.say('m10', 'Xong')
  expect((await house.last('m10')).text).toBe('Đã nhận đủ. Trân trọng cảm ơn đồng chí.')
  const [comment, another] = await comments()
  expect(another).toBeUndefined()
  expect(comment!.parts.map(({ text }) => text)).toEqual([
    'Tôi xin góp ý',
    'phần nguyên nhân',
    'chưa nói đến việc phân công không đều'.normalize('NFD'),
  ])
  expect(comment!.kind).toBe('substantive')
})

test('after three minutes words are no longer joined', async () => {
  await withDraft()
  await house.say('m10', '/gopy Tôi xin góp ý')
  await house.jump('2027-01-29', '08:04')
  await house.say('m10', 'cảm ơn')
  expect((await comments())[0]!.parts).toHaveLength(1)
})

test('a reply to the draft is a comment, kept with its own spaces and line breaks', async () => {
  await withDraft()
  const { _id } = await house.last('m03')
  await house.say('m03', 'Bảng kiểm 10 mục là nhiều.\n\n  Chỉ nên 6 mục. ', _id)
  expect((await comments())[0]!.parts[0]!.text).toBe('Bảng kiểm 10 mục là nhiều.\n\n  Chỉ nên 6 mục. ')
})

test('the button asks for the text; an empty one is asked for again, a huge one is refused with what to do', async () => {
  await withDraft()
  await house.press('m06', 'Góp ý')
  expect((await house.last('m06')).text).toBe(
    'Đề nghị đồng chí nhắn nội dung góp ý; cũng có thể gửi ảnh chụp bài viết tay hoặc ghi âm.',
  )
  await house.say('m06', '   ')
  expect((await house.last('m06')).text).toContain('chưa thấy nội dung')
  await house.say('m06', 'a'.repeat(1_000_000))
  expect((await house.last('m06')).text).toContain('dài quá 25.000 ký tự')
  await house.say('m06', 'a'.repeat(10_001))
  expect((await house.last('m06')).text).toContain('dài quá 10.000 ký tự')
  await house.say('m06', 'đề nghị thêm phần liên hệ')
  expect(await comments()).toMatchObject([{ number: 1, member: 'CB-PTH:m06', from: 'private' }])
})

test('one press agrees; the second is answered and changes nothing', async () => {
  await withDraft()
  await house.press('m08', 'Nhất trí với dự thảo')
  expect((await house.last('m08')).text).toContain('Đã ghi ý kiến nhất trí, số 1')
  await house.press('m08', 'Nhất trí với dự thảo')
  expect((await house.last('m08')).text).toContain('đã được ghi nhận trước đó, số 1')
  expect(await comments()).toMatchObject([{ kind: 'agreement' }])
})

test('the group sees one line that counts, and never a text or a name', async () => {
  await withDraft()
  await house.say('m03', '/gopy Bảng kiểm nên 6 mục')
  await house.say('m03', '/gopy Thêm một ý khác hẳn')
  await house.press('m08', 'Nhất trí với dự thảo')
  const lines = (await texts('group')).filter((text) => text.includes('đã góp ý'))
  expect(lines).toEqual(['Dự thảo chuyên đề quý I: 2/11 đồng chí đã góp ý. Hạn: 17 giờ 00 ngày 02/02.'])
  expect(await all('group')).not.toMatch(/Bảng kiểm nên|Đạt|Hương/u)
})

test('a reply to the line that counts is a comment on its draft', async () => {
  await withDraft()
  await house.say('m03', '/gopy Bảng kiểm nên 6 mục')
  const line = (await house.sees('group')).find(({ text }) => text.includes('đã góp ý'))!
  await house.sayInGroup('m06', 'Đề nghị thêm phần liên hệ', line._id)
  expect(await comments()).toMatchObject([
    { number: 1, member: 'CB-PTH:m03' },
    { number: 2, member: 'CB-PTH:m06', from: 'group' },
  ])
})

test('a comment in the group is taken with one line that does not repeat it', async () => {
  await withDraft()
  await house.sayInGroup('m01', '/gopy Riêng tôi đề nghị bổ sung trách nhiệm của người ký nháy')
  expect((await texts('group')).filter((text) => text.includes('số 1'))).toEqual([
    'Đã ghi góp ý số 1 của đồng chí Hòa. Trân trọng cảm ơn.',
  ])
  expect(await all('group')).not.toContain('ký nháy')
  expect(await comments()).toMatchObject([{ from: 'group', member: 'CB-PTH:m01' }])
})

test('one’s own comment can be reworded until the deadline; the earlier wording is kept', async () => {
  await withDraft()
  await house.say('m03', '/gopy Chỉ nên 5 mục')
  await house.say('m03', '/gopy sua 1 Chỉ nên 6 mục')
  expect((await house.last('m03')).text).toContain('Đã sửa góp ý số 1')
  expect(await comments()).toMatchObject([{ parts: [{ text: 'Chỉ nên 6 mục' }], earlier: [{ text: 'Chỉ nên 5 mục' }] }])
  await house.say('m04', '/gopy sua 1 của người khác')
  expect((await house.last('m04')).text).toContain('không có góp ý nào còn sửa, rút được')
  await house.jump('2027-02-02', '17:01')
  await house.say('m03', '/gopy sua 1 quá hạn')
  expect((await comments())[0]!.parts[0]!.text).toBe('Chỉ nên 6 mục')
})

test('a late comment is kept and marked, and the member is told', async () => {
  await withDraft()
  await house.jump('2027-02-02', '17:05')
  await house.say('m03', '/gopy cd1 Xin thêm một ý')
  expect((await house.last('m03')).text).toContain('được ghi là gửi sau hạn')
  expect(await comments()).toMatchObject([{ late: true }])
  expect(await all('group')).toContain('0/11 đồng chí đã góp ý. Đã hết hạn')
})

test('the same in English: every text has its words', async () => {
  const file = demoFile()
  house = await openHouse({
    at: opening,
    roster: { ...file, locale: 'en', members: file.members.map((member) => ({ ...member, locale: 'en' })) },
  })
  await house.say('m01', '/chuyende')
  await house.say('m01', `/chuyende soan cd1 ${draft}`)
  await house.press('m01', 'Done')
  await house.press('m01', 'Look at it')
  await house.say('m01', '/chuyende gui cd1 17h 02/02')
  await house.press('m01', 'Send')
  await house.press('m03', 'Comment')
  await house.say('m03', 'Six items are enough')
  await house.say('m03', 'and a calendar')
  await house.press('m03', 'Done')
  await house.say('m03', '/gopy sua 1 Six items')
  await house.say('m03', '/gopy sua 9 Six items')
  await house.say('m03', '/gopy xem')
  await house.press('m08', 'I agree with the draft')
  await house.press('m08', 'I agree with the draft')
  await house.sayInGroup('m08', '/gopy A word in the group')
  await house.sayInGroup('m08', '/chuyende cd1')
  await house.say('m04', '/gopy ho Bao a word by phone')
  await house.say('m01', '/gopy nhac')
  await house.press('m01', 'Send')
  await house.press('m10', 'Later')
  await house.jump('2027-02-01', '20:00')
  await house.jump('2027-02-02', '17:05')
  await house.say('m10', '/gopy too late')
  await house.press('m10', 'Later')
  await house.press('m01', 'See the compiled list')
  await house.say('m01', '/gopy nhac cd1')
  for (const chat of ['m01', 'm03', 'm04', 'm08', 'm10', 'm11', 'group']) {
    expect(await all(chat)).not.toMatch(/could not be handled|could not be done|đồng chí/u)
  }
  expect((await house.last('m10')).text).toContain('The deadline of the draft of quarter I has passed')
  expect(await all('group')).toContain('3/11 comrades have commented. The deadline has passed.')
})

test('words without a command are offered as a comment, and kept as they were typed', async () => {
  await withDraft()
  await house.say('m06', 'Phần nguyên nhân chưa nói đến việc phân công không đều.')
  await house.press('m06', 'Góp ý chuyên đề 1')
  expect(await comments()).toMatchObject([
    { parts: [{ text: 'Phần nguyên nhân chưa nói đến việc phân công không đều.' }] },
  ])
})

test('without a code the draft closed last is meant', async () => {
  await withDraft()
  await house.jump('2027-02-02', '17:05')
  await house.say('m03', '/gopy Xin thêm một ý')
  expect(await comments()).toMatchObject([{ late: true, topic: 'CB-PTH:cd1' }])
})

test('with two drafts open the topic is asked for, and what was typed is not lost', async () => {
  await withDraft()
  await sendDraft(house, 'cd2', '17h 03/02/2027')
  await house.say('m03', '/gopy Nên giảm giấy in')
  expect((await house.last('m03')).text).toBe('Đồng chí chọn dự thảo chuyên đề nào?')
  await house.say('m03', 'CĐ2')
  expect(await comments()).toMatchObject([{ topic: 'CB-PTH:cd2', parts: [{ text: 'Nên giảm giấy in' }] }])
  await house.say('m03', '/gopy cd9 Nên giảm giấy in')
  expect((await house.last('m03')).text).toContain('Không có dự thảo nào mang mã đó')
})

test('one is entered for a member who has no phone, and marked so', async () => {
  await withDraft()
  await house.say('m04', '/gopy ho Sơn Đồng ý với dự thảo; đề nghị đi cơ sở về phải có báo cáo ngắn')
  expect((await house.last('m04')).text).toContain('Đã ghi hộ góp ý số 1 của đồng chí Sơn')
  expect(await comments()).toMatchObject([
    { member: 'CB-PTH:m09', from: 'proxy', enteredBy: 'CB-PTH:m04', kind: 'substantive' },
  ])
  await house.say('m03', '/gopy xem')
  expect((await house.last('m03')).text).toContain('(đồng chí Phạm Thị Ánh ghi hộ)')
})

test('two of one name are asked about, the text is kept, and the member is told', async () => {
  await withDraft()
  await house.say('m04', '/gopy ho Hương đề nghị sửa phần II')
  expect((await house.last('m04')).text).toContain('Bùi Thị Hương (m08), Trần Thị Thu Hương (m02)')
  await house.say('m04', 'Bùi Hương')
  expect(await comments()).toMatchObject([{ member: 'CB-PTH:m08', parts: [{ text: 'đề nghị sửa phần II' }] }])
  expect((await house.last('m08')).text).toContain('đề nghị sửa phần II')
})

test('a member may not enter for others, compile or nudge, and learns nothing by trying', async () => {
  await withDraft()
  for (const line of ['/gopy ho Sơn thử', '/gopy tonghop', '/gopy nhac', '/chuyende gui cd1', '/chuyende them Thử']) {
    await house.say('m11', line)
    expect((await house.last('m11')).text).toContain('các đồng chí được phân công')
  }
  expect(await comments()).toEqual([])
})

test('the sample’s comments are compiled: by number, chair and author apart, agreement counted', async () => {
  await withDraft()
  const samples = JSON.parse(readFileSync(new URL('../support/sample-comments.json', import.meta.url), 'utf8')) as {
    comments: {
      n: number
      member: string | null
      text?: string
      messages?: string[]
      enteredBy?: string
      group?: boolean
      nfd?: boolean
      file?: string
    }[]
  }
  for (const { member, text, messages, enteredBy, group, nfd } of samples.comments.filter(
    (one) => one.member && !one.file,
  )) {
    const [first, ...more] = messages ?? [text!]
    const typed = nfd ? first!.normalize('NFD') : first!
    if (enteredBy) await house.say(enteredBy, `/gopy ho ${member} ${typed}`)
    else if (group) await house.sayInGroup(member!, `/gopy ${typed}`)
    else await house.say(member!, `/gopy ${typed}`)
    for (const line of more) await house.say(member!, line)
  }
  await house.say('m02', '/gopy tonghop')
  const { title, text } = await house.last('m02')
  expect(title).toBe('TỔNG HỢP GÓP Ý CĐ1, BẢN 1')
  expect(text).toContain('11/11 đồng chí đã góp ý; 8 đồng chí góp ý có nội dung')
  expect(text).toContain('Nhất trí: 1 đồng chí (Bùi Thị Hương).')
  expect(text).toContain('Số 7 – Lò Văn Sơn (đồng chí Phạm Thị Ánh ghi hộ)\nĐồng ý với dự thảo; đề nghị')
  expect(text).toContain('bảng danh mục nên treo'.normalize('NFD'))
  expect(text.indexOf('Số 9 –')).toBeLessThan(text.indexOf('CHỦ TRÌ'))
  expect(text.indexOf('CHỦ TRÌ')).toBeLessThan(text.indexOf('Số 10 – Nguyễn Văn Hòa'))
  expect(text.indexOf('TÁC GIẢ')).toBeLessThan(text.indexOf('Số 11 – Hoàng Minh Đức'))
  expect((await comments()).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  expect((await texts('group')).filter((line) => line.includes('11/11'))).toHaveLength(1)
})

test('the author sees the compiled list, a member only his own comments', async () => {
  await withDraft()
  await house.say('m03', '/gopy Chỉ nên 6 mục')
  await house.say('m06', '/gopy Thêm phần liên hệ')
  await house.say('m05', '/gopy tonghop')
  expect((await house.last('m05')).text).toContain('Chỉ nên 6 mục')
  await house.say('m06', '/gopy xem')
  expect((await house.last('m06')).text).toContain('Thêm phần liên hệ')
  expect((await house.last('m06')).text).not.toContain('Chỉ nên 6 mục')
})

test('the secretary’s own nudge counts among the two', async () => {
  await withDraft()
  await house.say('m01', '/gopy Đề nghị bổ sung số liệu')
  await house.say('m01', '/gopy nhac')
  await house.press('m01', 'Gửi')
  expect((await house.last('m01')).text).toContain('đề nghị gọi điện: Sơn')
  await house.say('m01', '/gopy nhac')
  await house.press('m01', 'Gửi')
  await house.say('m01', '/gopy nhac')
  expect((await house.last('m01')).text).toContain('đã được nhắc đủ hai lần')
  await house.jump('2027-02-02', '16:00')
  expect((await texts('m08')).filter((text) => text.includes('còn nhận góp ý'))).toHaveLength(2)
})

test('a nudge is shown to its sender first: to whom, and the words; nothing goes out before he says so', async () => {
  await withDraft()
  await house.say('m11', '/gopy Cần một thư mục mẫu chung')
  await house.say('m01', '/gopy nhac')
  const preview = await house.last('m01')
  expect(preview.text).toContain('Sẽ nhắc riêng 7 đồng chí chưa góp ý: Anh, Ánh, Ân, Đạt, Bùi Hương, Thu Hương, Riên.')
  expect(preview.text).toContain('cần gọi điện: Sơn.')
  expect(preview.text).toContain('Kính gửi đồng chí Anh, dự thảo chuyên đề quý I còn nhận góp ý đến')
  expect(await all('m08')).not.toContain('còn nhận góp ý')
  await house.say('m08', '/gopy Nên có lịch kèm theo')
  await house.press('m01', 'Gửi')
  expect(await all('m10')).toContain('còn nhận góp ý')
  expect(await all('m08')).not.toContain('còn nhận góp ý')
  for (const notAsked of ['m05', 'm01']) expect(await all(notAsked)).not.toMatch(/Kính gửi đồng chí (?:Đức|Hòa)/u)
})

test('a deputy who nudges is not asked himself', async () => {
  const file = demoFile()
  file.members.find(({ id }) => id === 'm03')!.roles = ['deputy']
  house = await openHouse({ at: opening, roster: file })
  await sendDraft(house)
  await house.say('m03', '/gopy nhac')
  await house.press('m03', 'Gửi')
  expect(await all('m08')).toContain('còn nhận góp ý')
  expect(await all('m03')).not.toContain('Kính gửi đồng chí Đạt')
})

test('a comment withdrawn by its author is kept, and leaves the counts and the compiled list', async () => {
  await withDraft()
  await house.say('m03', '/gopy Chỉ nên 6 mục')
  await house.say('m04', '/gopy Thêm phần liên hệ')
  await house.say('m03', '/gopy rut 1')
  const preview = await house.last('m03')
  expect(preview.text).toContain('Chỉ nên 6 mục')
  expect((await comments())[0]!.withdrawn).toBe(false)
  await house.press('m03', 'Rút góp ý')
  expect((await house.last('m03')).text).toContain('Đã rút góp ý số 1 cho dự thảo chuyên đề quý I')
  expect(await comments()).toMatchObject([
    { number: 1, withdrawn: true, parts: [{ text: 'Chỉ nên 6 mục' }] },
    { number: 2, withdrawn: false },
  ])
  expect(await all('group')).toContain('1/11 đồng chí đã góp ý')
  await house.say('m02', '/gopy tonghop')
  const { text } = await house.last('m02')
  expect(text).toContain('1/11 đồng chí đã góp ý; 1 đồng chí góp ý có nội dung')
  expect(text).not.toContain('Chỉ nên 6 mục')
  await house.say('m03', '/gopy rut 1')
  expect((await house.last('m03')).text).toBe('Góp ý số 1 đã được rút trước đó.')
})

test('whoever agrees again after withdrawing is counted again, under a new number', async () => {
  await withDraft()
  await house.press('m08', 'Nhất trí với dự thảo')
  await house.say('m08', '/gopy rut 1')
  await house.press('m08', 'Rút góp ý')
  expect(await all('group')).toContain('0/11')
  await house.press('m08', 'Nhất trí với dự thảo')
  expect((await house.last('m08')).text).toContain('Đã ghi ý kiến nhất trí, số 2')
  expect(await all('group')).toContain('1/11')
})

test('only one’s own is withdrawn, by whoever entered it too, and not after the deadline', async () => {
  await withDraft()
  await house.say('m03', '/gopy Chỉ nên 6 mục')
  await house.say('m04', '/gopy ho Bùi Hương đề nghị sửa phần II')
  await house.say('m01', '/gopy rut 1')
  expect((await house.last('m01')).text).toContain('không có góp ý nào còn sửa, rút được')
  await house.say('m04', '/gopy rut 1')
  expect((await house.last('m04')).text).toContain('Các góp ý còn sửa, rút được: 2 (CĐ1)')
  await house.say('m04', '2')
  await house.press('m04', 'Rút góp ý')
  expect(await comments()).toMatchObject([{ withdrawn: false }, { withdrawn: true }])
  expect((await house.last('m08')).text).toContain('Đồng chí Ánh đã rút góp ý số 2 ghi hộ đồng chí')
  await house.jump('2027-02-02', '16:30')
  await house.say('m03', '/gopy rut 1')
  await house.jump('2027-02-02', '17:01')
  await house.press('m03', 'Rút góp ý')
  expect((await comments())[0]!.withdrawn).toBe(false)
  expect((await house.last('m03')).text).toContain('chỉ sửa hoặc rút được đến hết hạn')
})

test('a comment may begin with the word of a command', async () => {
  await withDraft()
  const words = [
    'Rút gọn phần thực trạng',
    'Sửa phần II',
    'Tổng hợp chưa đủ ý của tổ 2',
    'Xem lại mục 3',
    'Xuất phát từ thực tế',
  ]
  for (const text of words) {
    await house.say('m06', `/gopy ${text}`)
    await house.say('m06', '/huy')
  }
  expect((await comments()).map(({ parts }) => parts.map(({ text }) => text))).toEqual(words.map((text) => [text]))
  await house.say('m06', '/gopy sua')
  await house.say('m06', 'phần II')
  expect((await house.last('m06')).text).toContain('đề nghị gõ mã chuyên đề trước nội dung, ví dụ: /gopy cd1')
})

test('help tells of withdrawing', async () => {
  await withDraft()
  await house.say('m06', '/trogiup gopy')
  expect((await house.last('m06')).text).toContain('/gopy rut 4')
})
