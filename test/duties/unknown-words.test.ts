import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { commentText } from '../../src/domain/topic/comment-text.js'
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

describe('what may be a comment is kept, and asked about', () => {
  const first = 'Theo tôi, nên bổ sung số liệu ba năm gần đây.'
  const second = 'Phần giải pháp cũng cần nêu rõ ai làm, bao giờ xong.'

  beforeEach(async () => {
    for (const line of ['/chuyende soan cd1', 'Dự thảo: áp dụng bảng kiểm 10 mục.', 'xong'])
      await house.say('m01', line)
    await house.say('m01', '/chuyende gui cd1 hạn 17h 11/01/2027')
    await house.press('m01', 'Gửi')
    await house.say('m08', first)
    expect((await house.last('m08')).text).toContain('muốn ghi nội dung này làm góp ý không')
  })

  const recorded = async (): Promise<string[]> =>
    (await house.store.find('comments', { lane: 'branch:CB-PTH', member: 'CB-PTH:m08' })).map(commentText)

  test('words sent after it join it', async () => {
    await house.say('m08', second)
    const { text, choices } = await house.last('m08')
    expect(text).toContain('đã giữ và ghép nội dung này')
    const choice = choices.find(({ label }) => label.startsWith('CĐ1'))
    await house.press('m08', choice!.label)
    expect(await recorded()).toEqual([`${first}\n${second}`])
  })

  test.each(['có', 'Có ạ', 'đồng ý', 'vâng ạ', 'cd1'])('«%s» says yes where there is one draft', async (yes) => {
    await house.say('m08', yes)
    expect(await recorded()).toEqual([first])
  })

  test.each(['không', 'không ạ', 'thôi'])('«%s» says no', async (no) => {
    await house.say('m08', no)
    expect(await recorded()).toEqual([])
    await house.say('m08', 'có')
    expect(await recorded()).toEqual([])
  })

  test('whoever does not answer is told that it is not recorded', async () => {
    await house.advance('day')
    await house.advance('day')
    const told = (await house.sees('m08')).map(({ text }) => text).filter((text) => text.includes('chưa được ghi'))
    expect(told).toHaveLength(1)
    expect(told[0]).toContain(`«${first}»`)
    expect(await recorded()).toEqual([])
  })

  test('a command with a slash leaves it, and is done', async () => {
    await house.say('m08', '/lichhop')
    expect((await house.last('m08')).title).toBe('LỊCH SINH HOẠT CHI BỘ')
  })
})
