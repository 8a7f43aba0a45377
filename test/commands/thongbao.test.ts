import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { day } from '../../src/domain/calendar/local-time.js'
import { createRetention } from '../../src/store/retention.js'
import { sendDraft } from '../support/drafted-house.js'
import { openHouse, type TestHouse } from '../support/house.js'

let house: TestHouse
beforeEach(async () => {
  house = await openHouse({ at: ['2027-01-06', '09:00'] })
})
afterEach(async () => {
  expect(await house.store.count('journal', { failed: true })).toBe(0)
  await house.close()
})

const text = async (chat: string): Promise<string> => (await house.last(chat)).text

test('before any notice there is nothing to list', async () => {
  await house.say('m01', '/thongbao')
  expect(await text('m01')).toBe('Gần đây chưa có thông báo, dự thảo nào được gửi.')
  await house.say('m01', '/thongbao 2027-02')
  expect(await text('m01')).toContain('Không có thông báo nào đã gửi cho «2027-02»')
})

test('the list names who has it and who is to be called; a call is kept once', async () => {
  await house.jump('2027-01-29', '08:00')
  expect(await text('m01')).toContain('đề nghị báo qua điện thoại: Lò Văn Sơn.')
  await house.say('m04', '/thongbao')
  expect(await house.last('m04')).toMatchObject({ title: 'GỬI THÔNG BÁO HỌP thứ Tư 03/02/2027' })
  expect(await text('m04')).toBe(
    'Nhóm chi bộ: đã gửi.\nĐã gửi tới 10 đồng chí.\nCác đồng chí cần báo qua điện thoại: Lò Văn Sơn.',
  )
  await house.press('m04', 'Đã báo điện thoại: Lò Văn Sơn')
  expect(await text('m04')).toMatch(/^Đã ghi: đồng chí Lò Văn Sơn .* về buổi sinh hoạt thứ Tư 03\/02\/2027\./u)
  await house.press('m01', 'Đã báo điện thoại: Lò Văn Sơn')
  expect(await text('m01')).toContain('Đã ghi nhận từ trước')
  expect(await house.store.count('calls', { lane: 'branch:CB-PTH' })).toBe(1)
  await house.say('m01', '/thongbao')
  expect(await text('m01')).toContain('Các đồng chí đã được báo qua điện thoại: Lò Văn Sơn.')
})

test('the group and the members are counted apart', async () => {
  await house.jump('2027-01-29', '08:00')
  const { noticeKey } = (await house.store.get('meetings', 'CB-PTH:2027-02'))!
  const rows = await house.store.find('deliveries', { key: noticeKey })
  const ofGroup = rows.find(({ recipient }) => recipient === 'group')!
  await house.store.update('deliveries', ofGroup._id, { state: 'sent' }, { state: 'unknown' })
  await house.say('m01', '/thongbao')
  const lines = (await text('m01')).split('\n')
  expect(lines.slice(0, 2)).toEqual(['Nhóm chi bộ: chưa rõ đã đến hay chưa.', 'Đã gửi tới 10 đồng chí.'])
  expect(await text('m01')).not.toContain('Các đồng chí chưa rõ')
})

test.each([
  ['closed', 'kênh đang bị nền tảng đóng, chờ người quản trị xử lý'],
  ['away', 'kênh đang mất liên lạc'],
])('whoever waits for a channel that is %s is to be called, with the reason', async (reason, words) => {
  await house.jump('2027-01-29', '08:00')
  const { noticeKey } = (await house.store.get('meetings', 'CB-PTH:2027-02'))!
  const rows = await house.store.find('deliveries', { key: noticeKey })
  const { _id } = rows.find(({ recipient }) => recipient === 'CB-PTH:m06')!
  const later = { held: 1 as const, notBefore: house.clock.now() + day }
  await house.store.update('deliveries', _id, { state: 'sent' }, { state: 'waiting', reason, ...later })
  await house.say('m01', '/thongbao')
  expect((await text('m01')).split('\n').slice(2)).toEqual([
    'Các đồng chí đang chờ gửi: Võ Thị Mai Anh.',
    'Các đồng chí cần báo qua điện thoại: Võ Thị Mai Anh, Lò Văn Sơn.',
    `Đồng chí Võ Thị Mai Anh: trang web – ${words}.`,
  ])
})

test('words that name nothing sent are said back with the commands there are', async () => {
  await house.jump('2027-01-29', '08:00')
  await house.say('m04', '/thongbao dabo Sơn')
  expect(await text('m04')).toBe(
    'Hệ thống chưa hiểu «dabo Sơn». Các lệnh dùng được: /thongbao, /thongbao 2027-02, /thongbao cd1, /thongbao dabao.',
  )
  for (const line of ['/thongbao 2027-02', 'thông báo tháng 2/2027', 'thông báo ạ']) {
    await house.say('m04', line)
    expect((await house.last('m04')).title).toBe('GỬI THÔNG BÁO HỌP thứ Tư 03/02/2027')
  }
})

test('a message in doubt goes again once, as a new one', async () => {
  await house.jump('2027-01-29', '08:00')
  const { noticeKey } = (await house.store.get('meetings', 'CB-PTH:2027-02'))!
  const rows = await house.store.find('deliveries', { key: noticeKey })
  const doubtful = rows.find(({ recipient }) => recipient === 'CB-PTH:m06')!
  await house.store.update('deliveries', doubtful._id, { state: 'sent' }, { state: 'unknown' })
  await house.say('m01', '/thongbao')
  expect(await text('m01')).toContain('Các đồng chí chưa rõ đã nhận hay chưa: Võ Thị Mai Anh.')
  const notices = async () => (await house.sees('m06')).filter(({ title }) => title?.startsWith('THÔNG BÁO')).length
  const before = await notices()
  await house.press('m01', 'Gửi lại (1)')
  expect(await text('m01')).toBe('Đã gửi lại 1 tin.')
  await house.press('m01', 'Gửi lại (1)')
  expect(await text('m01')).toBe('Không còn tin nào cần gửi lại.')
  expect(await notices()).toBe(before + 1)
})

test('what is in doubt stays on the list when its words are over their term, and is not offered again', async () => {
  await house.jump('2027-01-29', '08:00')
  const { noticeKey } = (await house.store.get('meetings', 'CB-PTH:2027-02'))!
  const rows = await house.store.find('deliveries', { key: noticeKey })
  const doubtful = rows.find(({ recipient }) => recipient === 'CB-PTH:m06')!
  await house.store.update('deliveries', doubtful._id, { state: 'sent' }, { state: 'unknown', sentAt: null })
  const real = house.clock.real() + 91 * day
  const retention = createRetention({ store: house.store, clock: { real: () => real } })
  while ((await retention.sweep()) > 0);
  expect((await house.store.find('deliveries', { key: noticeKey })).map(({ message }) => message)).toEqual(
    rows.map(() => null),
  )
  await house.say('m01', '/thongbao')
  expect(await text('m01')).toContain('Các đồng chí chưa rõ đã nhận hay chưa: Võ Thị Mai Anh.')
  expect((await house.last('m01')).choices.map(({ label }) => label)).toEqual(['Đã báo điện thoại: Lò Văn Sơn'])
  await house.say('m01', '/thongbao guilai 2027-02')
  expect(await text('m01')).toBe('Không còn tin nào cần gửi lại.')
  await house.say('m01', `/thongbao guilai ${doubtful._id}`)
  expect(await text('m01')).toBe('Không còn tin nào cần gửi lại.')
})

test('a draft is on the list as soon as it is sent, and whoever is phoned is noted from its confirmation', async () => {
  await sendDraft(house)
  const confirmed = (await house.sees('m01')).find((one) => one.text.startsWith('Đã gửi dự thảo'))!
  expect(confirmed.text).toContain('đề nghị báo qua điện thoại: Sơn.')
  expect(confirmed.choices.map(({ label }) => label)).toEqual(['Đã báo điện thoại: Lò Văn Sơn', 'Danh sách gửi'])
  await house.press('m01', 'Danh sách gửi')
  const { title, text: list } = await house.last('m01')
  expect(title).toMatch(/^GỬI DỰ THẢO/u)
  expect(list).toContain('Các đồng chí cần báo qua điện thoại: Lò Văn Sơn.')
  await house.say('m04', '/thongbao')
  expect(await house.last('m04')).toMatchObject({ title, text: list })
  await house.say('m04', '/thongbao dabao Sơn')
  expect(await text('m04')).toMatch(/^Đã ghi: đồng chí Lò Văn Sơn .* về dự thảo CĐ1\./u)
  await house.say('m01', '/thongbao')
  expect(await text('m01')).toContain('Các đồng chí đã được báo qua điện thoại: Lò Văn Sơn.')
})

test('the list is of what was told last: a draft, the notice after it, and that draft again once it goes out anew', async () => {
  const titleNow = async (): Promise<string | null> => {
    await house.say('m04', '/thongbao')
    return (await house.last('m04')).title
  }
  await sendDraft(house)
  expect(await titleNow()).toMatch(/^GỬI DỰ THẢO/u)
  await house.jump('2027-01-29', '08:00')
  expect(await titleNow()).toBe('GỬI THÔNG BÁO HỌP thứ Tư 03/02/2027')
  await sendDraft(house)
  expect(await titleNow()).toMatch(/^GỬI DỰ THẢO/u)
})

test('where the author sends it, the secretary is told whom to phone', async () => {
  await house.say('m05', '/chuyende soan cd1 Xin ý kiến')
  await house.say('m05', 'xong')
  await house.say('m05', '/chuyende gui cd1 hạn 17h 02/02/2027')
  await house.press('m05', 'Gửi')
  const confirmed = (await house.sees('m05')).find((one) => one.text.startsWith('Đã gửi dự thảo'))!
  expect(confirmed.choices).toEqual([])
  await house.press('m01', 'Đã báo điện thoại: Lò Văn Sơn')
  expect(await text('m01')).toContain('Đã ghi: đồng chí Lò Văn Sơn')
})

test('an ordinary member does not see the list', async () => {
  await house.say('m06', '/thongbao')
  expect(await text('m06')).toContain('được phân công')
})
