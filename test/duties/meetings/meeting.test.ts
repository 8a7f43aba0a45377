import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { demoFile } from '../../support/demo-file.js'
import { openHouse, type TestHouse } from '../../support/house.js'

let house: TestHouse
beforeEach(async () => {
  house = await openHouse({ at: ['2027-01-06', '09:00'] })
})
afterEach(async () => {
  expect(await house.store.count('journal', { failed: true })).toBe(0)
  await house.close()
})

const branch = async () => (await house.store.get('branches', 'CB-PTH'))!
const meeting = async (key: string) => (await house.store.get('meetings', `CB-PTH:${key}`))!
const titles = async (chat: string): Promise<(string | null)[]> => (await house.sees(chat)).map(({ title }) => title)
const count = async (chat: string, title: string): Promise<number> =>
  (await titles(chat)).filter((one) => one?.startsWith(title)).length

/** Settings as `/caidat` leaves them; the clock's next look sees them. */
async function set(change: Partial<Awaited<ReturnType<typeof branch>>['notice']>): Promise<void> {
  const before = await branch()
  await house.store.replace('branches', {
    ...before,
    notice: { ...before.notice, ...change },
    version: before.version + 1,
    by: 'test',
  })
}

test('twelve months ahead exist, and each month one more', async () => {
  expect(await branch()).toMatchObject({ plannedUntil: '2028-01' })
  expect(await house.store.count('meetings', { lane: 'branch:CB-PTH' })).toBe(12)
  await house.jump('2027-02-01', '08:00')
  expect(await house.store.count('meetings', { lane: 'branch:CB-PTH' })).toBe(13)
  expect(await meeting('2028-02')).toMatchObject({ date: '2028-02-03', state: 'planned' })
})

test('asks on the 20th, at T−7 and T−4; unconfirmed, the notice leaves at T−3 all the same', async () => {
  for (const date of ['2027-05-20', '2027-05-27', '2027-05-30']) await house.jump(date, '08:00')
  expect(await count('m01', 'XÁC NHẬN LỊCH')).toBeGreaterThanOrEqual(3)
  expect(await count('m06', 'THÔNG BÁO SINH HOẠT')).toBe(await count('group', 'THÔNG BÁO SINH HOẠT'))
  const before = await count('m06', 'THÔNG BÁO SINH HOẠT')
  await house.jump('2027-05-31', '08:00')
  expect(await count('m06', 'THÔNG BÁO SINH HOẠT')).toBe(before + 1)
  expect((await house.last('group')).text).toContain('14 giờ 00, thứ Năm, ngày 03/06/2027 (29 tháng 4 âm lịch)')
})

test('where the branch wants it so, the notice waits for the tap and then leaves at once', async () => {
  await set({ evenUnconfirmed: false })
  await house.jump('2027-01-29', '08:00')
  expect(await count('m06', 'THÔNG BÁO SINH HOẠT')).toBe(0)
  expect((await house.last('m01')).text).toContain('thông báo sẽ gửi ngay khi đồng chí xác nhận')
  await house.jump('2027-02-02', '08:00')
  expect(await count('m06', 'NHẮC LỊCH')).toBe(0)
  await house.press('m01', 'Đồng ý')
  expect(await count('m06', 'THÔNG BÁO SINH HOẠT')).toBe(1)
  await house.jump('2027-02-03', '12:00')
  expect(await count('m06', 'NHẮC LỊCH')).toBe(1)
})

test('after days of silence one late notice leaves, and no reminder beside it', async () => {
  await house.jump('2027-02-02', '10:00')
  expect(await count('m06', 'THÔNG BÁO SINH HOẠT')).toBe(1)
  expect(await count('m06', 'NHẮC LỊCH')).toBe(0)
  expect((await house.sees('m06')).find(({ title }) => title?.startsWith('THÔNG BÁO'))!.text).toContain('Thông báo gấp')
})

test('what came too late is not sent but told to the secretary, once', async () => {
  await house.jump('2027-02-27', '08:00')
  await house.jump('2027-03-05', '10:00')
  expect(await count('m06', 'THÔNG BÁO SINH HOẠT')).toBe(1)
  await house.jump('2027-03-06', '10:00')
  const told = (await house.sees('m01')).filter(({ text }) =>
    text.includes('thứ Tư, ngày 03/03/2027 đã không gửi được'),
  )
  expect(told.map(({ text }) => text)).toEqual([
    'Vì hệ thống gián đoạn, với buổi sinh hoạt thứ Tư, ngày 03/03/2027 đã không gửi được: nhắc trước một ngày, nhắc trước hai giờ.',
  ])
})

test('an exempt member is neither invited nor reminded', async () => {
  for (const [date, time] of [
    ['2027-07-20', '08:00'],
    ['2027-07-30', '08:00'],
    ['2027-08-02', '08:00'],
    ['2027-08-03', '12:00'],
  ] as const) {
    await house.jump(date, time)
  }
  const ofAugust = async (member: string) =>
    (await house.sees(member)).filter(({ text }) => text.includes('03/08/2027')).length
  expect(await ofAugust('m06')).toBeGreaterThanOrEqual(3)
  expect(await ofAugust('m07')).toBe(0)
})

test('the notice hour changed after sending sends nothing twice', async () => {
  await house.jump('2027-01-29', '08:00')
  await set({ hour: '09:00' })
  await house.jump('2027-01-29', '09:00')
  await house.jump('2027-01-30', '09:00')
  expect(await count('m06', 'THÔNG BÁO SINH HOẠT')).toBe(1)
})

test('a newcomer gets the notice that has left, at once', async () => {
  await house.jump('2027-01-29', '08:00')
  const file = demoFile()
  const newcomer = {
    id: 'm12',
    name: 'Mai Văn Mới',
    roles: [],
    status: 'official',
    group: 1,
    accounts: [{ channel: 'web', id: 'm12', agreed: true }],
  }
  await house.import({ ...file, members: [...file.members, newcomer] })
  expect(await count('m12', 'THÔNG BÁO SINH HOẠT')).toBe(1)
})

test('a holiday changed after planning moves what nobody relies on, and asks about what somebody does', async () => {
  await house.jump('2027-08-20', '08:00')
  await house.press('m01', 'Đồng ý')
  expect(await meeting('2027-09')).toMatchObject({ date: '2027-09-06', state: 'confirmed' })
  await house.say('m01', '/caidat ngaynghi 06/09/2027 nghỉ')
  await house.press('m01', 'Lưu')
  expect(await meeting('2027-09')).toMatchObject({ date: '2027-09-06', state: 'confirmed' })
  const asked = (await house.sees('m01')).find(({ title }) => title === 'LỊCH HỌP CẦN CÂN NHẮC LẠI')!
  expect(asked.text).toContain('thứ Hai, ngày 06/09/2027, ngày họp đã định, nay là ngày nghỉ')
  await house.press('m01', 'Dời sang thứ Ba 07/09/2027')
  await house.press('m01', 'Gửi')
  expect(await meeting('2027-09')).toMatchObject({ date: '2027-09-07' })
  expect((await house.last('group')).text).toContain('Lịch mới: 14 giờ 00, thứ Ba, ngày 07/09/2027')

  await house.say('m01', '/caidat ngaynghi 04/10/2027 nghỉ')
  await house.press('m01', 'Lưu')
  expect(await meeting('2027-10')).toMatchObject({ date: '2027-10-05', state: 'planned' })
})
