import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { openHouse, type TestHouse } from '../support/house.js'

let house: TestHouse
beforeEach(async () => {
  house = await openHouse({ at: ['2027-01-06', '09:00'] })
})
afterEach(async () => {
  expect(await house.store.count('journal', { failed: true })).toBe(0)
  await house.close()
})

test.each([
  'xin chào',
  'Chào bot!',
  'chào hệ thống ạ',
  'Kính chào các đồng chí.',
  'hello',
  'Alo',
  'alo alo',
  'chao',
  'Hi 👋',
])('«%s» in private is greeted back by name, with one line on the help', async (text) => {
  await house.say('m08', text)
  const { text: answer, choices } = await house.last('m08')
  expect(answer).toMatch(/^Kính chào đồng chí Bùi Hương\. .*\/trogiup/u)
  expect(answer).not.toContain('\n')
  expect(choices).toEqual([])
})

test.each(['chào mừng 97 năm ngày thành lập Đảng', 'xin chào, khi nào nộp bài?', 'hi vọng'])(
  '«%s» is no mere greeting',
  async (text) => {
    await house.say('m08', text)
    expect((await house.last('m08')).text).toContain('Hệ thống chưa hiểu nội dung này.')
  },
)

test('a greeting in the group is not answered', async () => {
  const before = (await house.sees('group')).length
  await house.sayInGroup('m08', 'xin chào')
  expect(await house.sees('group')).toHaveLength(before)
})

test.each(['Rõ', 'Đã nhận ạ', 'OK', '👍', 'Vâng', 'Nhất trí', 'Cảm ơn đồng chí.', 'da, cam on'])(
  '«%s», when nothing is asked of him, is thanked for',
  async (text) => {
    await house.say('m08', text)
    expect(await house.last('m08')).toMatchObject({
      text: 'Hệ thống đã nhận lời đồng chí. Trân trọng cảm ơn.',
      choices: [],
    })
  },
)

test.each(['rõ ràng là chưa đủ', 'ok thế còn tài liệu?', 'cảm ơn, nhưng tôi chưa nhận được tài liệu'])(
  '«%s» is no short answer',
  async (text) => {
    await house.say('m08', text)
    expect((await house.last('m08')).text).toContain('Hệ thống chưa hiểu nội dung này.')
  },
)

test('a short answer while a meeting is announced is asked what it was for, and records nothing by a guess', async () => {
  await house.jump('2027-01-29', '08:00')
  await house.say('m08', 'Rõ')
  const { text, choices } = await house.last('m08')
  expect(text).toBe(
    'Cảm ơn đồng chí. Để ghi nhận đúng việc, đề nghị đồng chí chọn:\n' +
      '• Buổi sinh hoạt lúc 14 giờ 00, thứ Tư, ngày 03/02/2027: dự họp hay xin vắng?',
  )
  expect(choices.map(({ label }) => label)).toEqual(['Dự họp', 'Xin vắng'])
  expect(await house.store.get('answers', 'CB-PTH:2027-02:m08')).toBeNull()
  await house.press('m08', 'Dự họp')
  expect(await house.store.get('answers', 'CB-PTH:2027-02:m08')).toMatchObject({ going: true })
  await house.say('m08', 'Rõ')
  expect((await house.last('m08')).choices).toEqual([])

  await house.say('m06', 'bận họp')
  expect((await house.last('m06')).choices.map(({ label }) => label)).toEqual(['Dự họp', 'Xin vắng'])
})

test('«Nhất trí» while a draft is out can be made an answer to it by one press', async () => {
  await house.say('m01', '/chuyende soan cd1')
  await house.say('m01', 'Dự thảo: áp dụng bảng kiểm 10 mục.')
  await house.press('m01', 'Xong')
  await house.say('m01', '/chuyende gui cd1 hạn 17h 11/01/2027')
  await house.press('m01', 'Gửi')
  await house.say('m08', 'nhất trí')
  expect((await house.last('m08')).text).toContain(
    '• Dự thảo chuyên đề quý I, hạn 17 giờ 00 ngày 11/01: góp ý hay nhất trí?',
  )
  await house.press('m08', 'Nhất trí với dự thảo')
  expect((await house.last('m08')).text).toContain('Đã ghi ý kiến nhất trí, số 1')
  await house.say('m08', 'nhất trí')
  expect((await house.last('m08')).choices).toEqual([])
})
