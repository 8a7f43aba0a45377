import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { movedMeetings } from '../../commands/caidat/effects.js'
import { splitExemption } from '../../commands/thanhvien/mien.js'
import { overrideOf } from '../../commands/caidat/ngaynghi.js'
import { readSpan } from '../../commands/caidat/readings.js'
import type { Branch } from '../../src/domain/branch.js'
import { sendDraft, textsIn } from '../support/drafted-house.js'
import { openHouse, type TestHouse } from '../support/house.js'

describe('which meetings a change moves', () => {
  const branch = {
    holidays: [],
    meeting: { rule: { day: 5 }, conflict: 'next-working', time: '14:00', place: '', minutes: 90 },
  }
  const meeting = { month: '2027-03', date: '2027-03-03', state: 'planned' as const, fixed: false, noticeKey: null }
  const moved = (of: Partial<typeof meeting | { state: 'confirmed'; noticeKey: string }>) =>
    movedMeetings([{ ...meeting, ...of }], branch as unknown as Branch)

  test('a planned one moves', () => {
    expect(moved({})).toEqual([{ month: '2027-03', from: '2027-03-03', to: '2027-03-05', asked: false }])
  })

  test('one that stands there already does not', () => {
    expect(moved({ date: '2027-03-05' })).toEqual([])
  })

  test('one a person has set does not', () => {
    expect(moved({ fixed: true })).toEqual([])
  })

  test('of one that is confirmed or announced the secretary is asked', () => {
    expect(moved({ state: 'confirmed' })).toMatchObject([{ asked: true }])
    expect(moved({ noticeKey: 'notice:1' })).toMatchObject([{ asked: true }])
  })
})

describe('an exemption in one line', () => {
  const lines: [line: string, answers: object][] = [
    ['Ân 01/08/2027 31/10/2027', { member: 'Ân', from: '01/08/2027', to: '31/10/2027' }],
    ['Đặng Xuân Ân từ 01/08/2027 đến 31/10/2027', { member: 'Đặng Xuân Ân', from: '01/08/2027', to: '31/10/2027' }],
    ['Ân 01/08/2027 - 31/10/2027', { member: 'Ân', from: '01/08/2027', to: '31/10/2027' }],
    ['@Ân 2027-08-01', { member: '@Ân', from: '2027-08-01' }],
    ['Bùi Hương thôi', { member: 'Bùi Hương', from: 'thoi' }],
    ['Ân off', { member: 'Ân', from: 'thoi' }],
    ['Ân', { member: 'Ân' }],
    ['', {}],
  ]
  test.each(lines)('«%s»', (line, answers) => {
    expect(splitExemption(line)).toEqual(answers)
    expect(splitExemption(line.normalize('NFD'))).toEqual(answers)
  })
})

describe('hours from and to', () => {
  test.each(['21:30-06:00', '21h30 đến 6h', '21:30 – 6:00', '21h30 den 6 gio'])('«%s»', (text) => {
    expect(readSpan(text)).toEqual({ value: '21:30-06:00' })
  })
  test.each(['', '21:30', '21:30-21:30', '25:00-06:00', 'đêm', '1-2-3'])('«%s» is asked for again', (text) => {
    expect(readSpan(text)).toEqual({ again: 'caidat-again-span' })
  })
})

test('a worked Saturday is a swapped day, a worked Friday an ordinary one', () => {
  expect(overrideOf('2027-09-04', 'lam')).toEqual({ date: '2027-09-04', kind: 'swapped-workday' })
  expect(overrideOf('2027-09-03', 'lam')).toEqual({ date: '2027-09-03', kind: 'working' })
  expect(overrideOf('2027-09-03', 'nghi')).toEqual({ date: '2027-09-03', kind: 'off' })
  expect(overrideOf('2027-09-03', 'bu')).toEqual({ date: '2027-09-03', kind: 'lieu' })
  expect(overrideOf('2027-09-03', 'bo')).toBeNull()
})

describe('the secretary', () => {
  let house: TestHouse
  beforeEach(async () => {
    house = await openHouse()
  })
  afterEach(() => house.close())

  const branch = async () => (await house.store.get('branches', 'CB-PTH'))!
  const dateOf = async (month: string) => (await house.store.get('meetings', `CB-PTH:${month}`))!.date
  const text = async (chat = 'm01') => (await house.last(chat)).text

  test('sees every setting and how to change it', async () => {
    await house.say('m01', '/caidat')
    const { text, choices } = await house.last('m01')
    for (const name of [
      'ten',
      'captren',
      'diadanh',
      'ngayhop',
      'giohop',
      'thoiluong',
      'noihop',
      'trungngaynghi',
      'baotruoc',
      'giobao',
      'truocngaynghi',
      'tudong',
      'yenlang',
      'ngaynghi',
      'ngonngu',
      'mien',
    ]) {
      expect(text).toContain(`/caidat ${name}`)
    }
    expect(text).toContain('ngày 3 hằng tháng')
    expect(text).toContain('Đặng Xuân Ân (từ 01/08/2027 đến 31/10/2027)')
    expect(choices.map(({ does }) => does)).toContain('caidat ngayhop')
  })

  test('moves the meetings by a new rule, after a preview that names them', async () => {
    await house.say('m01', '/caidat ngayhop thứ Tư tuần thứ hai')
    expect(await text()).toContain('Đổi thành: thứ Tư tuần thứ hai hằng tháng')
    expect(await text()).toContain('thứ Tư 03/03/2027 → thứ Tư 10/03/2027')
    expect((await branch()).meeting.rule).toEqual({ day: 3 })
    await house.press('m01', 'Lưu')
    expect((await branch()).meeting.rule).toEqual({ weekday: 3, nth: 2 })
    expect([await dateOf('2027-03'), await dateOf('2027-12')]).toEqual(['2027-03-10', '2027-12-08'])
    expect(await text()).toContain('thứ Tư 03/03/2027 → thứ Tư 10/03/2027')
  })

  test('leaves a confirmed date alone and is asked about it', async () => {
    await house.say('m01', '/lichhop xacnhan 2027-01')
    const confirmed = await dateOf('2027-01')
    await house.say('m01', '/caidat ngayhop ngày 15')
    expect(await text()).toContain('hệ thống sẽ hỏi đồng chí')
    await house.press('m01', 'Lưu')
    expect([await dateOf('2027-01'), await dateOf('2027-02')]).toEqual([confirmed, '2027-02-15'])
    expect((await house.sees('m01')).some(({ title }) => title === 'LỊCH HỌP CẦN CÂN NHẮC LẠI')).toBe(true)
  })

  test('leaves everything as it was with «Thôi»', async () => {
    await house.say('m01', '/caidat baotruoc 5')
    await house.press('m01', 'Thôi')
    expect((await branch()).notice.daysBefore).toBe(3)
  })

  test('is answered, and changes nothing, by a second press', async () => {
    await house.say('m01', '/caidat baotruoc 5')
    await house.press('m01', 'Lưu')
    const { version } = await branch()
    await house.press('m01', 'Lưu')
    expect((await branch()).version).toBe(version)
    expect(await text()).toBe(
      'Câu hỏi này đã kết thúc. Đề nghị đồng chí gõ lại lệnh, hoặc gõ /trogiup để xem các lệnh.',
    )
  })

  test('is told where nothing would change', async () => {
    await house.say('m01', '/caidat ngayhop mùng 3')
    expect(await text()).toBe('Ngày họp: đang là «ngày 3 hằng tháng», không có gì thay đổi.')
  })

  const wrong: [line: string, answer: RegExp][] = [
    ['/caidat ngayhop mùng 32', /Không có ngày này/u],
    ['/caidat ngayhop hôm nào cũng được', /Chưa rõ ngày họp/u],
    ['/caidat giohop 25h', /Không có giờ này/u],
    ['/caidat noihop \u200B', /họp ở đâu|ghi nơi họp/u],
    ['/caidat ten \u200B', /chưa thấy nội dung/u],
    ['/caidat tên chi bộ', /chưa thấy nội dung/u],
    ['/caidat thoiluong 29', /từ 30 đến 480/u],
    ['/caidat thoiluong 481', /từ 30 đến 480/u],
    ['/caidat thoiluong lâu', /từ 30 đến 480/u],
    ['/caidat baotruoc 0', /từ 1 đến 14/u],
    ['/caidat baotruoc 15', /từ 1 đến 14/u],
    ['/caidat truocngaynghi có lẽ', /«bật» hoặc «tắt»/u],
    ['/caidat trungngaynghi sao cũng được', /chọn dưới đây, hoặc gõ/u],
    ['/caidat ngaynghi 31/02/2027 nghỉ', /Không có ngày này/u],
    ['/caidat ngaynghi 01/01/2020 nghỉ', /đã qua/u],
    ['/caidat ngaynghi 03/09/2027 chơi', /nghỉ, nghỉ bù hoặc làm việc/u],
    ['/caidat ngaynghi 03/09/2027 bỏ', /không có gì để bỏ/u],
    ['/caidat yenlang sáng 6:00-7:00', /đêm, trưa hoặc Tết/u],
    ['/caidat yenlang đêm 6:00', /Chưa rõ khoảng giờ/u],
    ['/caidat mien Hương 01/08/2027 31/10/2027', /Bùi Thị Hương.*Trần Thị Thu Hương/u],
    ['/caidat mien Ất 01/08/2027 31/10/2027', /Không tìm thấy đồng chí «Ất»/u],
    ['/caidat mien Đạt 31/10/2027 01/08/2027', /Ngày cuối/u],
    ['/caidat ngonngu tiếng Nga', /tiếng Việt/u],
  ]
  test.each(wrong)('%s is answered and asked for again', async (line, answer) => {
    const before = await branch()
    await house.say('m01', line)
    expect(await text()).toMatch(answer)
    expect(await branch()).toEqual(before)
  })

  test('makes a day a holiday: the meeting moves; takes it back: it returns', async () => {
    await house.say('m01', '/caidat ngaynghi 03/06/2027 nghỉ')
    expect(await text()).toContain('thứ Năm 03/06/2027 → thứ Sáu 04/06/2027')
    await house.press('m01', 'Lưu')
    expect(await dateOf('2027-06')).toBe('2027-06-04')
    await house.say('m01', '/caidat ngaynghi')
    expect(await text()).toContain('03/06/2027 (ngày nghỉ)')
    await house.press('m01', '03/06/2027')
    await house.press('m01', 'Bỏ mục này')
    await house.press('m01', 'Lưu')
    expect([await dateOf('2027-06'), (await branch()).holidays]).toEqual(['2027-06-03', []])
  })

  test('keeps a holiday of the list as a working day', async () => {
    await house.say('m01', '/caidat ngaynghi 03/09/2027 làm')
    await house.press('m01', 'Lưu')
    expect(await dateOf('2027-09')).toBe('2027-09-03')
  })

  test('is told when the next notice leaves at another time', async () => {
    await house.say('m01', '/caidat baotruoc 5')
    expect(await text()).toMatch(/Thông báo buổi họp thứ Hai 04\/01\/2027 sẽ gửi lúc 08 giờ 00, thứ \S+ 30\/12\/2026/u)
  })

  test('changes time and place step by step, with the values of every step', async () => {
    await house.say('m01', '/caidat giohop')
    await house.say('m01', '15h30')
    await house.press('m01', 'Lưu')
    await house.say('m01', '/caidat noihop Hội trường tầng 2')
    await house.press('m01', 'Lưu')
    const meeting = await house.store.get('meetings', 'CB-PTH:2027-05')
    expect([meeting!.time, meeting!.place]).toEqual(['15:30', 'Hội trường tầng 2'])
  })

  test('corrects the names that /batdau was given, and notices bear the new one', async () => {
    await house.say('m01', '/caidat ten Chi bộ Văn phòng\u202E')
    expect(await text()).toContain('Hiện nay: Chi bộ Phòng Tổng hợp\nĐổi thành: Chi bộ Văn phòng\n')
    await house.press('m01', 'Lưu')
    await house.say('m01', 'cài đặt cấp trên Đảng ủy Sở Nội vụ')
    await house.press('m01', 'Lưu')
    await house.say('m01', '/caidat diadanh')
    await house.say('m01', 'Sông Cầu')
    await house.press('m01', 'Lưu')
    const { name, superior, place, meeting } = await branch()
    expect([name, superior, place]).toEqual(['Chi bộ Văn phòng', 'Đảng ủy Sở Nội vụ', 'Sông Cầu'])
    expect(meeting.place).toBe('Phòng họp 2')
    await house.jump('2026-12-31', '08:00')
    expect((await textsIn(house, 'm05')).at(-1)).toContain('tháng 01/2027 của Chi bộ Văn phòng.')
  })

  test('sets the planned length: of meetings not settled, not of one that is', async () => {
    await house.say('m01', '/lichhop xacnhan 2027-01')
    const minutesOf = async (month: string) => (await house.store.get('meetings', `CB-PTH:${month}`))!.minutes
    const before = await minutesOf('2027-01')
    for (const [typed, minutes] of [
      ['100 phút', 100],
      ['2 tiếng', 120],
      ['1h45', 105],
    ] as const) {
      await house.say('m01', `/caidat thoiluong ${typed}`)
      expect(await text()).toContain(`Đổi thành: ${minutes} phút\nÁp dụng cho các buổi chưa xác nhận`)
      await house.press('m01', 'Lưu')
      expect((await branch()).meeting.minutes).toBe(minutes)
      expect([await minutesOf('2027-01'), await minutesOf('2027-02')]).toEqual([before, minutes])
    }
    await house.say('m01', '/lichhop xacnhan 2027-02')
    await house.jump('2027-01-31', '08:00')
    expect((await textsIn(house, 'm05')).at(-1)).toContain('Dự kiến 105 phút.')
  })

  test.each(['/trogiup caidat', '/trogiup đủ'])('reads every setting in %s, in his language', async (line) => {
    for (const [locale, label] of [
      ['vi', 'Tên chi bộ'],
      ['en', 'Name of the branch'],
    ]) {
      await house.say('m01', `/ngonngu ${locale!}`)
      await house.say('m01', line)
      expect(await text()).toContain(`/caidat ten – ${label!}`)
      for (const name of ['thoiluong', 'tamdung', 'ngonngu'])
        expect(await text()).toMatch(new RegExp(`/caidat ${name} – .`, 'u'))
    }
  })

  test('sets the quiet hours one by one', async () => {
    for (const line of ['đêm 22:00-05:30', 'trưa tắt', 'Tết tắt']) {
      await house.say('m01', `/caidat yenlang ${line}`)
      await house.press('m01', 'Lưu')
    }
    expect((await branch()).quiet).toEqual({ night: ['22:00', '05:30'], noon: null, tet: false })
  })

  test('switches what leaves by itself, and the language of the group', async () => {
    await house.say('m01', '/caidat tudong tắt')
    await house.press('m01', 'Lưu')
    await house.say('m01', '/caidat trungngaynghi')
    await house.press('m01', 'hỏi bí thư')
    await house.press('m01', 'Lưu')
    await house.say('m01', '/caidat ngonngu english')
    await house.press('m01', 'Lưu')
    const { notice, meeting, locale } = await branch()
    expect([notice.evenUnconfirmed, meeting.conflict, locale]).toEqual([false, 'ask', 'en'])
  })

  test('exempts a member for a time, and ends it', async () => {
    const exemptOf = async () => (await house.store.get('members', 'CB-PTH:m08'))!.tempExempt
    await house.say('m01', '/caidat mien Bùi Hương 01/03/2027 30/04/2027')
    expect(await text()).toContain('Đổi thành: từ 01/03/2027 đến 30/04/2027')
    await house.press('m01', 'Lưu')
    expect(await exemptOf()).toEqual({ from: '2027-03-01', to: '2027-04-30' })
    await house.say('m01', '/caidat mien Bùi Hương thôi')
    await house.press('m01', 'Lưu')
    expect(await exemptOf()).toBeNull()
  })

  test('sends nothing again to a member who had it before he was exempt', async () => {
    await house.jump('2027-01-29', '08:00')
    await sendDraft(house)
    await house.say('m01', '/lichhop doi 2027-04 07/04/2027')
    await house.press('m01', 'Gửi')
    const before = await textsIn(house, 'm08')
    expect(before.filter((one) => /^THÔNG BÁO|^Xin ý kiến|^THAY ĐỔI/u.test(one))).toHaveLength(3)
    await house.say('m01', '/caidat mien Bùi Hương 29/01/2027 30/04/2027')
    await house.press('m01', 'Lưu')
    await house.say('m01', '/caidat mien Bùi Hương thôi')
    await house.press('m01', 'Lưu')
    expect(await textsIn(house, 'm08')).toEqual(before)
  })

  test('sends what has left without him to a member who comes back before his time', async () => {
    await house.say('m01', '/caidat mien Bùi Hương 20/01/2027 28/02/2027')
    await house.press('m01', 'Lưu')
    await house.jump('2027-01-29', '08:00')
    await sendDraft(house)
    const before = await textsIn(house, 'm08')
    expect(before.filter((one) => /^THÔNG BÁO|^Xin ý kiến/u.test(one))).toEqual([])
    await house.say('m01', '/caidat mien Bùi Hương thôi')
    await house.press('m01', 'Lưu')
    const since = (await textsIn(house, 'm08')).slice(before.length).map((one) => one.split('\n')[0])
    expect(since).toEqual(['THÔNG BÁO SINH HOẠT CHI BỘ', 'Xin ý kiến dự thảo chuyên đề quý I'])
  })

  test('speaks English where he has chosen it', async () => {
    await house.say('m01', '/ngonngu en')
    await house.say('m01', '/caidat')
    expect(await text()).toContain('Meeting day: day 3 of every month')
    await house.say('m01', '/caidat ngayhop last Friday')
    expect(await text()).toContain('Will be: the last Friday of every month')
  })

  test('is told what was not understood, and what can be set', async () => {
    await house.say('m01', '/caidat xyz 14h')
    const { text, choices } = await house.last('m01')
    expect(text).toMatch(
      /^Hệ thống chưa hiểu «xyz 14h»\. Các lệnh dùng được: \/caidat, \/caidat ten, .*\/caidat ngayhop, .*\/caidat mien\.$/u,
    )
    expect(choices.map(({ does }) => does)).toEqual(['caidat'])
  })

  test('alone may do it', async () => {
    await house.say('m05', '/caidat baotruoc 5')
    expect(await text('m05')).toMatch(/^Việc này do các đồng chí được phân công/u)
    await house.say('m02', '/caidat baotruoc 5')
    expect(await text('m02')).toContain('Đổi thành: 5 ngày')
  })

  test('is answered in private when he asks in the group', async () => {
    await house.sayInGroup('m01', '/caidat')
    expect(await text()).toContain('/caidat ngayhop')
    expect(await text('group')).toBe('Hệ thống đã nhắn riêng cho đồng chí, mời đồng chí xem tin nhắn riêng.')
  })
})
