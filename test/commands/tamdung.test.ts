import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { openHouse, type TestHouse } from '../support/house.js'

let house: TestHouse
beforeEach(async () => {
  house = await openHouse()
})
afterEach(() => house.close())

const notices = async (chat: string) =>
  (await house.sees(chat)).filter(({ title }) => title === 'THÔNG BÁO SINH HOẠT CHI BỘ').length
async function pause(on: string): Promise<void> {
  await house.say('m01', `/caidat tamdung ${on}`)
  await house.press('m01', 'Lưu')
}

test('while paused nothing leaves by itself, answers do; afterwards what is still useful leaves once', async () => {
  await pause('bật')
  await house.jump('2026-12-31', '08:00')
  await house.jump('2026-12-31', '08:40')
  expect(await notices('m05')).toBe(0)
  await house.say('m05', '/codu')
  expect((await house.last('m05')).text).toMatch(/^Đã ghi nhận đồng chí dự họp/u)
  await pause('tắt')
  await house.jump('2026-12-31', '09:20')
  expect([await notices('m05'), await notices('group')]).toEqual([1, 1])
  await house.jump('2026-12-31', '11:00')
  expect(await notices('m05')).toBe(1)
})

test('the settings say that sending is paused', async () => {
  await pause('bật')
  await house.say('m01', '/caidat')
  expect((await house.last('m01')).text).toContain('Tạm dừng gửi tin: bật')
})

test('a member sees what is stored about him', async () => {
  await house.say('m05', '/settings')
  expect((await house.last('m05')).text).toContain('Họ tên: Hoàng Minh Đức')
  await house.press('m05', 'English')
  await house.say('m05', '/rieng')
  expect((await house.last('m05')).title).toBe('Your own data')
})
