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
