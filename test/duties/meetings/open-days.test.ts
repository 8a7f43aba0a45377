import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { openHouse, type TestHouse } from '../../support/house.js'

let house: TestHouse
beforeEach(async () => {
  house = await openHouse({ at: ['2026-12-15', '08:00'] })
})
afterEach(async () => {
  expect(await house.store.count('journal', { failed: true })).toBe(0)
  await house.close()
})

const told = async (chat: string, year: number) =>
  (await house.sees(chat)).filter(({ title }) => title === `NGÀY NGHỈ NĂM ${year}`)

test('on 20 December the secretary alone is told, once, which days off of the new year are only assumed', async () => {
  await house.jump('2026-12-20', '08:00')
  const [card] = await told('m01', 2027)
  expect(card!.text.split('\n')).toEqual([
    'Các ngày nghỉ sau đây của năm 2027 chưa có thông báo chính thức, hệ thống đang tạm tính:',
    '• Tết Nguyên đán: 05/02/2027 – 11/02/2027',
    '• Quốc khánh: 03/09/2027',
    '• Ngày Văn hóa Việt Nam: 24/11/2027',
    expect.stringContaining('/caidat ngaynghi'),
  ])
  for (const date of ['2027-01-01', '2027-01-20', '2027-10-20', '2027-11-20']) await house.jump(date, '08:00')
  for (const chat of ['m02', 'm04', 'm06', 'group']) expect(await told(chat, 2027)).toEqual([])
  expect(await told('m01', 2027)).toHaveLength(1)
  expect(await told('m01', 2028)).toEqual([])
})

test('the button of that card leads to where days off are set', async () => {
  await house.jump('2026-12-20', '08:00')
  await house.press('m01', 'Ngày nghỉ riêng')
  expect((await house.last('m01')).text).toContain('Thêm hoặc sửa ngày nào?')
})

test('what the branch has set itself is not listed', async () => {
  await house.say('m01', '/caidat ngaynghi 03/09/2027 nghỉ')
  await house.press('m01', 'Lưu')
  await house.jump('2026-12-20', '08:00')
  const [card] = await told('m01', 2027)
  expect(card!.text).toContain('Tết Nguyên đán')
  expect(card!.text).not.toContain('Quốc khánh')
})

test('after a time down it is told late, without the days that are past', async () => {
  await house.jump('2027-03-01', '08:00')
  const [card, ...others] = await told('m01', 2027)
  expect(card!.text).toContain('• Quốc khánh: 03/09/2027')
  expect(card!.text).not.toContain('Tết')
  expect(others).toEqual([])
})

test('a year nobody has put together is told of too', async () => {
  await house.jump('2028-12-20', '08:00')
  const [card] = await told('m01', 2029)
  expect(card!.text).toContain('• Quốc khánh: 03/09/2029')
})
