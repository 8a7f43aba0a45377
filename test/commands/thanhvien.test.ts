import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { openHouse, type TestHouse } from '../support/house.js'

let house: TestHouse

beforeAll(async () => {
  house = await openHouse({ at: ['2026-12-15', '08:00'] })
})
afterAll(async () => {
  expect(await house.store.count('journal', { failed: true })).toBe(0)
  await house.close()
})

const last = async (): Promise<string> => {
  const { title, text } = await house.last('m01')
  return `${title ?? ''}\n${text}`.trim()
}
const memberOf = (key: string) => house.store.get('members', `CB-PTH:${key}`)
const lineOf = async (name: string): Promise<string> => {
  await house.say('m01', '/thanhvien')
  return (await last()).split('\n').find((line) => line.includes(name)) ?? ''
}

describe('the secretary', () => {
  test('sees who is connected, who is exempt, and what he can do', async () => {
    expect(await lineOf('Ngô Gia Bảo')).toBe('m11 Ngô Gia Bảo – đảng viên, dự bị – đã kết nối')
    expect(await lineOf('Đặng Xuân Ân')).toBe(
      'm07 Đặng Xuân Ân – đảng viên, tạm miễn 01/08/2027 – 31/10/2027 – đã kết nối',
    )
    expect(await lineOf('Lò Văn Sơn')).toBe('m09 Lò Văn Sơn – đảng viên – chưa kết nối')
  })

  test('adds a member with his role in one line', async () => {
    await house.say('m01', '/thanhvien them Trần Thị Lan: thư ký')
    expect(await last()).toContain('Trần Thị Lan – thư ký')
    await house.press('m01', 'Lưu')
    expect(await memberOf('m12')).toMatchObject({ name: 'Trần Thị Lan', roles: ['minuteTaker'] })
    expect(await last()).toMatch(
      /^Thư mời đồng chí Trần Thị Lan[\s\S]*mã [2-9A-Z]{4}-[2-9A-Z]{4}[\s\S]*đến hết thứ Ba 22\/12\/2026/u,
    )
    // The letter is passed on as it is: what the secretary may choose stands above it.
    const [above, letter] = (await house.sees('m01')).slice(-2)
    expect(letter!.choices).toEqual([])
    expect(above!.choices.map(({ label }) => label)).toEqual(['Thêm đồng chí khác'])
    expect(await lineOf('Trần Thị Lan')).toMatch(/thư ký – đã có mã mời$/u)
  })

  test('two names in one line: what was not understood is named, and that they are added one by one', async () => {
    await house.say('m01', '/thanhvien them Hoàng Thị Cúc, Lê Văn Bình')
    expect(await last()).toMatch(/chức vụ «Lê Văn Bình»\. Mỗi lần chỉ thêm một đồng chí/u)
    await house.say('m01', '/huy')
  })

  test('gives a new code to whoever is not connected, by a button', async () => {
    await house.say('m01', '/thanhvien ma')
    expect((await house.last('m01')).choices.map(({ label }) => label)).toEqual(['Trần Thị Lan', 'Lò Văn Sơn', 'Thôi'])
    await house.press('m01', 'Lò Văn Sơn')
    expect(await last()).toContain('Thư mời đồng chí Lò Văn Sơn')
    const invites = async () =>
      (await house.store.find('invites', { lane: 'branch:CB-PTH' })).filter(({ gone }) => !gone)
    expect(await invites()).toHaveLength(2)
    await house.say('m01', '/thanhvien ma Sơn')
    expect(await invites()).toHaveLength(2)
  })

  test.each([
    ['/thanhvien mien Bùi Hương hẳn', 'miễn, không thời hạn', { status: 'exempt', tempExempt: null }],
    ['/thanhvien mien Bùi Hương thôi', 'không miễn', { status: 'official', tempExempt: null }],
    [
      '/thanhvien đi vắng Bùi Hương từ 01/03/2027 đến 30/04/2027',
      'từ 01/03/2027 đến 30/04/2027',
      { status: 'official', tempExempt: { from: '2027-03-01', to: '2027-04-30' } },
    ],
    ['/thanhvien mien m08 không thời hạn', 'miễn, không thời hạn', { status: 'exempt', tempExempt: null }],
    [
      '/thanhvien mien m08 01/03/2027 30/04/2027',
      'từ 01/03/2027 đến 30/04/2027',
      { status: 'official', tempExempt: { from: '2027-03-01', to: '2027-04-30' } },
    ],
    ['/thanhvien mien m08 bỏ', 'không miễn', { status: 'official', tempExempt: null }],
    ['/thanhvien mien m11 for good', 'miễn, không thời hạn', { status: 'exempt' }],
    ['/thanhvien mien m11 off', 'không miễn', { status: 'probationary' }],
  ])('exempts in one line: %s', async (line, shown, saved) => {
    await house.say('m01', line)
    expect(await last()).toContain(`Đổi thành: ${shown}`)
    await house.press('m01', 'Lưu')
    const key = line.includes('m11') ? 'm11' : 'm08'
    expect(await memberOf(key)).toMatchObject(saved)
    await house.say('m01', line)
    expect(await last()).toContain('không có gì thay đổi')
  })

  test('exempts step by step', async () => {
    await house.say('m01', '/thanhvien mien')
    await house.say('m01', 'Bùi Hương')
    expect(await last()).toContain('từ ngày nào?')
    await house.press('m01', 'Miễn không thời hạn')
    await house.press('m01', 'Lưu')
    await house.say('m01', '/thanhvien mien Bùi Hương')
    await house.press('m01', 'Thôi miễn')
    await house.press('m01', 'Lưu')
    expect(await memberOf('m08')).toMatchObject({ status: 'official', tempExempt: null })
  })

  test('notes who has moved away, and who is back: by a new invite alone he is heard again', async () => {
    await house.say('m01', '/thanhvien trolai')
    expect(await last()).toMatch(/^Chi bộ chưa ghi nhận đồng chí nào chuyển đi/u)
    await house.say('m01', '/thanhvien chuyendi Mai Anh')
    await house.press('m01', 'Lưu')
    expect(await memberOf('m06')).toMatchObject({ status: 'moved', accounts: [] })
    expect(await lineOf('Võ Thị Mai Anh')).toBe('')
    await house.say('m01', '/thanhvien trolai')
    expect(await last()).toContain('Võ Thị Mai Anh (m06)')
    await house.say('m01', 'Đức')
    expect(await last()).toContain('không tìm thấy đồng chí «Đức»')
    await house.say('m01', 'Mai Anh')
    await house.press('m01', 'Lưu')
    const code = /mã ([2-9A-Z]{4}-[2-9A-Z]{4})/u.exec(await last())![1]!
    expect(await memberOf('m06')).toMatchObject({ status: 'official', accounts: [] })
    const before = (await house.sees('m06')).length
    await house.say('m06', '/lichhop')
    expect((await house.sees('m06')).slice(before).map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Xin chào\. Đây là hệ thống phục vụ sinh hoạt nội bộ/u),
    ])
    await house.say('m06', code)
    await house.say('m06', '/lichhop')
    expect((await house.last('m06')).title).toBe('LỊCH SINH HOẠT CHI BỘ')
    expect((await memberOf('m06'))!.accounts).toHaveLength(1)
  })

  test.each([
    ['sơn Lò Văn Sơn', 'm09', 'Lò Văn Sơn'],
    ['Văn Sơn: Lò Văn Sơn', 'm09', 'Lò Văn Sơn'],
    ['Mai Anh Võ Thị Mai Ánh', 'm06', 'Võ Thị Mai Ánh'],
    ['Bùi Hương Bùi Thị Hường', 'm08', 'Bùi Thị Hường'],
    ['m08 Bùi Thị Hường', 'm08', 'Bùi Thị Hường'],
    ['Nguyễn Văn Hoà', 'm01', 'Nguyễn Văn Hoà'],
    ['Đức Văn Hoà', 'm01', 'Đức Văn Hoà'],
  ])('corrects a name: «%s»', async (typed, key, name) => {
    const { name: was } = (await memberOf(key))!
    await house.say('m01', `/thanhvien ten ${typed}`)
    expect(await last()).toMatch(new RegExp(`SỬA HỌ TÊN[\\s\\S]*${was}[\\s\\S]*${name}`, 'u'))
    await house.press('m01', 'Lưu')
    expect(await memberOf(key)).toMatchObject({ name })
    await house.say('m01', `/thanhvien ten ${key} ${was}`)
    await house.press('m01', 'Lưu')
    expect(await memberOf(key)).toMatchObject({ name: was })
  })

  test('asks which of two is meant whose name is to be corrected', async () => {
    await house.say('m01', '/thanhvien ten Hương Bùi Thị Hường')
    expect(await last()).toContain('m08')
    await house.say('m01', 'm08')
    expect(await last()).toContain('Bùi Thị Hường')
    await house.say('m01', 'thôi')
  })

  test('is asked what a new member is, and until when he is that', async () => {
    await house.say('m01', '/thanhvien them Kim Dũng')
    await house.press('m01', 'đảng viên')
    expect(await last()).toBe('Đồng chí ấy là đảng viên chính thức hay dự bị?')
    await house.say('m01', 'bận')
    expect(await last()).toContain('Hệ thống chưa hiểu')
    await house.say('m01', 'đảng viên dự bị')
    await house.say('m01', '01/12/2026')
    expect(await last()).toContain('Ngày này đã qua')
    await house.say('m01', '12/09/2027')
    expect(await last()).toContain('Kim Dũng – đảng viên, dự bị\nHết thời gian dự bị: 12/09/2027')
    await house.press('m01', 'Lưu')
    expect(await memberOf('m13')).toMatchObject({ status: 'probationary', officialDue: '2027-09-12', roles: [] })

    await house.say('m01', '/thanhvien them Kim Hải: dự bị')
    await house.press('m01', 'Chưa rõ')
    await house.press('m01', 'Lưu')
    expect(await memberOf('m14')).toMatchObject({ status: 'probationary', officialDue: null })
  })

  test('makes a probationary member official, who may hold an office only then', async () => {
    await house.say('m01', '/thanhvien vaitro Bảo: thư ký')
    expect(await last()).toContain('là đảng viên dự bị, chưa giữ chức vụ được')
    await house.say('m01', '/thanhvien bangiao Bảo')
    expect(await last()).toContain('/thanhvien tinhtrang Ngô Gia Bảo: chính thức')
    await house.say('m01', '/thanhvien tinhtrang Ngô Gia Bảo: chính thức')
    expect(await last()).toBe('ĐỔI TÌNH TRẠNG ĐẢNG VIÊN\nNgô Gia Bảo\nHiện nay: Dự bị\nSẽ là: Chính thức')
    await house.press('m01', 'Lưu')
    expect(await last()).toBe('Đã lưu. Tình trạng của đồng chí Ngô Gia Bảo: Chính thức.')
    expect(await memberOf('m11')).toMatchObject({ status: 'official', officialDue: null })
    await house.say('m01', '/thanhvien tinhtrang Bảo')
    await house.press('m01', 'Chính thức')
    expect(await last()).toContain('đang đúng tình trạng đó')
    await house.say('m01', '/thanhvien tinhtrang Đạt: dự bị')
    await house.press('m01', 'Chưa rõ')
    expect(await last()).toContain('/thanhvien vaitro Lê Quang Đạt: không')
    await house.say('m01', '/thanhvien tinhtrang Bảo: dự bị')
    await house.say('m01', '12/09/2027')
    await house.press('m01', 'Lưu')
    expect(await memberOf('m11')).toMatchObject({ status: 'probationary', officialDue: '2027-09-12' })
  })

  test('cannot go without a successor, and hands over to a connected member', async () => {
    await house.say('m01', '/thanhvien chuyendi Hòa')
    expect(await last()).toContain('bí thư duy nhất')
    await house.say('m01', '/thanhvien vaitro Hòa: không')
    expect(await last()).toContain('bí thư duy nhất')
    await house.say('m01', '/thanhvien bangiao Sơn')
    expect(await last()).toContain('chưa kết nối')
    await house.say('m01', '/thanhvien bangiao Đạt')
    await house.press('m01', 'Lưu')
    expect([(await memberOf('m01'))!.roles, (await memberOf('m03'))!.roles]).toEqual([
      [],
      ['secretary', 'committee', 'cellLeader'],
    ])
    await house.say('m01', '/thanhvien')
    expect(await last()).toContain('do các đồng chí được phân công')
  })
})
