import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { openHouse, type TestHouse } from '../support/house.js'

let house: TestHouse

beforeEach(async () => {
  house = await openHouse({ at: ['2026-12-15', '08:00'] })
})
afterEach(async () => {
  expect(await house.store.count('journal', { failed: true })).toBe(0)
  await house.close()
})

const names = async (): Promise<string[]> =>
  (await house.store.find('members', { lane: 'branch:CB-PTH' }))
    .sort((a, b) => a.place - b.place)
    .slice(11)
    .map(({ name }) => name)
const last = async (): Promise<string> => (await house.last('m01')).text

test('a list pasted from a spreadsheet is shown first, then saved as a whole', async () => {
  await house.say('m01', '/thanhvien nhap')
  expect(await last()).toContain('dán danh sách vào đây')
  await house.say(
    'm01',
    'STT\tHọ và tên\tChức vụ\tTổ\tNgày sinh\n1\tHoàng Thị Mai\t\t3\t01/01/1990\n2\tLò Văn Sơn\tTổ trưởng\t2\t02/02/1970',
  )
  const { title, text } = await house.last('m01')
  expect(title).toBe('NHẬP DANH SÁCH ĐẢNG VIÊN')
  expect(text).toContain('1 đồng chí mới, 1 đồng chí thay đổi')
  expect(text).toContain('Mới: Hoàng Thị Mai (m12)')
  expect(text).toContain('Các cột không dùng và không lưu: Ngày sinh.')
  expect(await names()).toEqual([])
  await house.press('m01', 'Lưu')
  expect(await last()).toContain('1 đồng chí mới, 1 đồng chí thay đổi')
  expect(await names()).toEqual(['Hoàng Thị Mai'])
  expect(await house.store.get('members', 'CB-PTH:m09')).toMatchObject({ roles: ['cellLeader'], cell: '2' })
  await house.say('m01', '/thanhvien ma Hoàng Thị Mai')
  expect(
    (await house.sees('m01')).some(({ title, text }) =>
      `${title ?? text}`.startsWith('Thư mời đồng chí Hoàng Thị Mai'),
    ),
  ).toBe(true)
})

test('names alone, one a line, need no heads; the command may stand above them', async () => {
  await house.say('m01', '/thanhvien nhap\nHoàng Thị Mai\nVi Văn Đông')
  await house.press('m01', 'Lưu')
  expect(await names()).toEqual(['Hoàng Thị Mai', 'Vi Văn Đông'])
})

test('what is wrong is named by its line, and nothing of the list is taken', async () => {
  await house.say('m01', '/thanhvien nhap')
  await house.say('m01', 'Họ và tên;Chức vụ\nHoàng Thị Mai;\nVi Văn Đông;giám đốc')
  expect(await last()).toMatch(/Chưa ghi gì\.[^]*Dòng 3: chức vụ «giám đốc» chưa rõ[^]*dán lại cả danh sách/u)
  await house.say('m01', 'Hoàng Thị Mai\nHoàng Thị Mai')
  expect(await last()).toMatch(/Dòng 2: Hoàng Thị Mai đã có ở dòng 1/u)
  await house.say('m01', 'Họ và tên;Chức vụ\nHoàng Thị Mai;bí thư')
  expect(await last()).toContain('bí thư')
  expect(await names()).toEqual([])
  await house.say('m01', 'Họ và tên;Chức vụ\nHoàng Thị Mai;')
  await house.say('m01', 'không')
  expect(await names()).toEqual([])
})

test('the same list twice changes nothing', async () => {
  for (let time = 0; time < 2; time++) {
    await house.say('m01', '/thanhvien nhap\nHọ và tên;Tổ đảng\nHoàng Thị Mai;1')
    expect(await last()).toContain(time === 0 ? '1 đồng chí mới' : '0 đồng chí mới, 0 đồng chí thay đổi, 1 đồng chí')
    await house.press('m01', 'Lưu')
  }
  expect(await names()).toEqual(['Hoàng Thị Mai'])
})
