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

const meeting = async (key: string) => (await house.store.get('meetings', `CB-PTH:${key}`))!
const text = async (chat: string): Promise<string> => (await house.last(chat)).text
const texts = async (chat: string): Promise<string[]> =>
  (await house.sees(chat)).map((one) => `${one.title ?? ''}\n${one.text}`)

test('a member sees twelve months with lunar day, state and what needs a thought', async () => {
  await house.say('m06', 'lịch họp')
  const lines = (await text('m06')).split('\n')
  expect(lines).toHaveLength(12)
  expect(lines[0]).toBe(
    '• thứ Tư 03/02/2027 (27 tháng Chạp âm lịch), 14 giờ 00, Phòng họp 2 – dự kiến ⚠ 03/02/2027 là ngày sát Tết Nguyên đán',
  )
  expect(lines[3]).toBe(
    '• thứ Ba 04/05/2027 (28 tháng 3 âm lịch), 14 giờ 00, Phòng họp 2 – dự kiến ⚠ 03/05/2027 là ngày nghỉ bù (Quốc tế Lao động)',
  )
  expect((await house.last('m06')).choices).toEqual([])
  await house.say('m01', 'lịch họp')
  expect((await text('m01')).split('\n')[0]).toContain(' – dự kiến [2027-02] ⚠')
})

test('the group gets one line', async () => {
  await house.sayInGroup('m06', '/lichhop')
  expect(await text('group')).toBe(
    'Buổi sinh hoạt tới: 14 giờ 00, thứ Tư, ngày 03/02/2027 (27 tháng Chạp âm lịch), tại Phòng họp 2.',
  )
})

test('one tap confirms the proposal, and no further question comes', async () => {
  await house.jump('2027-01-20', '08:00')
  expect(await text('m01')).toContain('Ngày 03/02/2027 (27 tháng Chạp âm lịch) là ngày sát Tết Nguyên đán.')
  await house.press('m01', 'Đồng ý')
  expect(await text('m01')).toContain('Đã xác nhận: 14 giờ 00, thứ Tư, ngày 03/02/2027')
  const before = await texts('m01')
  await house.jump('2027-01-27', '08:00')
  await house.jump('2027-01-28', '08:00')
  expect((await texts('m01')).slice(before.length).filter((one) => one.includes('xác nhận'))).toEqual([])
  await house.press('m01', 'Đồng ý')
  expect(await text('m01')).toContain('Đã ghi nhận từ trước')
})

test('a date moved from a day off and confirmed twice is not warned of', async () => {
  await house.jump('2027-02-20', '08:00')
  await house.say('m01', '/lichhop xacnhan 2027-05')
  await house.say('m01', '/lichhop xacnhan 2027-05')
  expect(await text('m01')).toContain('Đã ghi nhận từ trước')
  expect(await meeting('2027-05')).toMatchObject({ date: '2027-05-04', ruleDate: '2027-05-03', fixed: true })
  await house.say('m06', 'lịch họp')
  const line = (await text('m06')).split('\n').find((one) => one.includes('04/05/2027'))!
  expect(line).toContain('thứ Ba 04/05/2027')
  expect(line).not.toContain('⚠')
})

test('the secretary keeps the rule’s own day, or chooses another one of that month', async () => {
  await house.jump('2027-04-20', '08:00')
  const card = (await texts('m01')).find((one) => one.includes('tháng 05/2027'))!
  expect(card).toContain('Ngày 03/05/2027 (27 tháng 3 âm lịch) là ngày nghỉ bù (Quốc tế Lao động).')
  expect(card).toContain('Thông báo gửi thứ Năm 29/04/2027')
  await house.press('m01', 'Giữ nguyên')
  expect(await meeting('2027-05')).toMatchObject({ date: '2027-05-03', state: 'confirmed', fixed: true })

  await house.say('m01', '/lichhop xacnhan 2027-06 khac')
  expect(await text('m01')).toContain('Đồng chí chọn một ngày')
  await house.say('m01', '05/07/2027')
  expect(await text('m01')).toContain('không thuộc tháng 06/2027')
  await house.say('m01', '7/6')
  expect(await meeting('2027-06')).toMatchObject({ date: '2027-06-07', state: 'confirmed', fixed: true })
  expect((await texts('group')).filter((one) => one.includes('07/06/2027'))).toEqual([])
})

test('one line and step by step make the same extra meeting', async () => {
  await house.say('m01', '/lichhop tao 05/04/2027 14h00 Phòng họp 2')
  const preview = await house.last('m01')
  expect(preview.title).toBe('XEM TRƯỚC: BUỔI SINH HOẠT MỚI')
  expect(preview.text).toContain('⚠ thứ Hai 05/04/2027 đã có một buổi sinh hoạt lúc 14 giờ 00.')
  expect(preview.text).toContain('Thông báo dưới đây sẽ gửi thứ Sáu 02/04/2027.')
  expect(await house.store.get('meetings', 'CB-PTH:x1')).toBeNull()
  await house.press('m01', 'Gửi')

  await house.say('m01', 'lich hop tao')
  await house.say('m01', '05/04/2027')
  await house.say('m01', '2h chiều')
  await house.press('m01', 'Phòng họp 2')
  expect(await text('m01')).toContain('Nội dung chính của buổi này?')
  await house.press('m01', 'Không có nội dung riêng')
  await house.press('m01', 'Gửi')
  const { _id, key, version, by, ...one } = await meeting('x1')
  const { _id: _id2, key: key2, version: version2, by: by2, ...two } = await meeting('x2')
  expect([_id, key, version, _id2, key2, version2]).toEqual(['CB-PTH:x1', 'x1', 1, 'CB-PTH:x2', 'x2', 1])
  expect(by).not.toBe(by2)
  expect(two).toEqual(one)
})

test('what an extra meeting is about stands in its notice with dashes; changed later, everyone is told old and new', async () => {
  await house.say('m01', '/lichhop tao 20/01/2027 14h Hội trường\n1. Bầu bổ sung chi ủy\n- Kết nạp đảng viên')
  const agenda = 'Nội dung:\n– Bầu bổ sung chi ủy\n– Kết nạp đảng viên\nTrân trọng.'
  expect(await text('m01')).toContain(agenda)
  await house.press('m01', 'Gửi')
  expect(await text('m01')).not.toContain('/lichhop noidung')
  // Before the notice only the meeting changes.
  const told = (await texts('m06')).length
  await house.say('m01', '/lichhop noidung x1 Bầu bổ sung chi ủy\nXét khen thưởng')
  expect(await text('m01')).toContain('sẽ có trong thông báo')
  await house.press('m01', 'Lưu')
  expect((await texts('m06')).length).toBe(told)
  await house.jump('2027-01-15', '08:00')
  await house.jump('2027-01-18', '08:00')
  for (const chat of ['group', 'm06']) {
    const notices = (await texts(chat)).filter((one) => one.includes('– Xét khen thưởng\nTrân trọng.'))
    expect(notices).toHaveLength(1)
  }
  await house.say('m01', '/lichhop noidung')
  await house.press('m01', 'thứ Tư 20/01/2027')
  await house.say('m01', 'Bầu bổ sung chi ủy')
  expect(await text('m01')).toContain('nội dung cũ và mới sẽ gửi cho nhóm và từng đồng chí')
  await house.press('m01', 'Lưu')
  for (const chat of ['group', 'm05', 'm06']) {
    expect((await texts(chat)).at(-1)).toBe(
      'THAY ĐỔI NỘI DUNG SINH HOẠT CHI BỘ\n' +
        'Buổi sinh hoạt của Chi bộ Phòng Tổng hợp lúc 14 giờ 00, thứ Tư, ngày 20/01/2027 (13 tháng Chạp âm lịch), tại Hội trường thay đổi nội dung như sau.\n' +
        'Nội dung riêng trước đây:\n– Bầu bổ sung chi ủy\n– Xét khen thưởng\n' +
        'Nội dung riêng nay là:\n– Bầu bổ sung chi ủy\nTrân trọng.',
    )
  }
  expect(await meeting('x1')).toMatchObject({ agenda: ['Bầu bổ sung chi ủy'] })
  await house.say('m01', '/lichhop noidung x1 Bầu bổ sung chi ủy')
  expect(await text('m01')).toContain('không có gì thay đổi')
})

test('a regular meeting gets items beside the usual ones, and loses them again', async () => {
  await house.say('m01', '/lichhop noidung tháng 2 Góp ý văn kiện Đại hội')
  await house.press('m01', 'Lưu')
  expect(await meeting('2027-02')).toMatchObject({ agenda: ['Góp ý văn kiện Đại hội'], state: 'planned' })
  await house.jump('2027-01-29', '08:00')
  expect(await text('m05')).toContain('– Kết luận, phân công nhiệm vụ\n– Góp ý văn kiện Đại hội\nTrân trọng.')
  await house.say('m01', '/lichhop noidung 2027-02 không')
  await house.press('m01', 'Lưu')
  expect(await text('m05')).toContain('Nội dung riêng nay là:\n– không có')
  expect((await meeting('2027-02')).agenda).toEqual([])
})

test('an agenda of too many or too long lines is asked for again', async () => {
  for (const wrong of [Array.from({ length: 13 }, (_, n) => `việc ${n}`).join('\n'), 'a'.repeat(201)]) {
    await house.say('m01', `/lichhop noidung 2027-02 ${wrong}`)
    expect(await text('m01')).toContain('không quá 12 dòng')
  }
  expect((await meeting('2027-02')).agenda).toEqual([])
})

test('a meeting made after its notice was due is told at once, as urgent', async () => {
  await house.say('m02', '/lichhop tao ngày mai 7h30 tối Hội trường')
  expect(await text('m02')).toContain('gửi luôn cho nhóm và từng đồng chí')
  await house.press('m02', 'Gửi')
  expect(await text('m06')).toContain('Thông báo gấp')
  expect(await text('group')).toContain('Thời gian: 19 giờ 30, thứ Năm, ngày 07/01/2027')
  expect((await texts('m06')).filter((one) => one.includes('Thông báo gấp'))).toHaveLength(1)
})

test('whoever moves or cancels a meeting at night hears when it leaves; it names the branch', async () => {
  const held = 'Đang giờ yên lặng: tin đến các đồng chí lúc 06 giờ 00 ngày'
  await house.jump('2027-01-12', '22:10')
  for (const line of ['/lichhop doi 2027-02 04/02/2027 15h Hội trường', '/lichhop huy 2027-03 trùng lịch học tập']) {
    await house.say('m01', line)
    expect(await text('m01')).toContain(held)
    await house.press('m01', 'Gửi')
    expect(await text('m01')).toContain(held)
  }
  expect((await texts('m06')).filter((one) => one.includes('Hội trường'))).toEqual([])
  await house.jump('2027-01-13', '06:00')
  const told = await texts('m06')
  expect(told).toContainEqual(expect.stringMatching(/\nChi bộ Phòng Tổng hợp thay đổi lịch sinh hoạt như sau\./u))
  expect(told).toContainEqual(expect.stringMatching(/\nBuổi sinh hoạt của Chi bộ Phòng Tổng hợp lúc/u))
})

test('a moved meeting: everyone is told old and new value, old reminders do not come, answers are asked again', async () => {
  await house.jump('2027-01-29', '08:00')
  await house.press('m06', 'Xin vắng')
  await house.press('m05', 'Dự họp')
  await house.say('m01', '/lichhop doi 2027-02 04/02/2027 15h Hội trường')
  expect((await house.last('m01')).title).toBe('XEM TRƯỚC: DỜI LỊCH')
  const before = (await texts('m06')).length
  await house.press('m01', 'Gửi')
  for (const chat of ['group', 'm05', 'm06']) {
    const told = (await texts(chat)).at(-1)!
    expect(told).toContain('THAY ĐỔI LỊCH SINH HOẠT CHI BỘ')
    expect(told).toContain('Lịch cũ: 14 giờ 00, thứ Tư, ngày 03/02/2027 (27 tháng Chạp âm lịch), tại Phòng họp 2.')
    expect(told).toContain('Lịch mới: 15 giờ 00, thứ Năm, ngày 04/02/2027 (28 tháng Chạp âm lịch), tại Hội trường.')
  }
  await house.say('m01', '/duhop')
  expect(await text('m01')).toContain('Dự: 0; xin vắng: 0; chưa trả lời: 11.')
  // The full notice of the new date still comes at its own T−3, the reminders at its T−1 and T−2h.
  await house.jump('2027-02-02', '08:00')
  await house.jump('2027-02-03', '08:00')
  await house.jump('2027-02-03', '12:00')
  await house.jump('2027-02-04', '13:00')
  const since = (await texts('m06')).slice(before)
  expect(since.filter((one) => one.includes('NHẮC LỊCH'))).toHaveLength(2)
  expect(since.filter((one) => one.includes('NHẮC LỊCH') && !one.includes('15 giờ 00'))).toEqual([])
  expect(since.filter((one) => one.startsWith('THÔNG BÁO SINH HOẠT'))).toHaveLength(1)
})

test('moved away and back, a meeting keeps one reminder of each kind', async () => {
  for (const [date, time] of [
    ['2027-01-29', '08:00'],
    ['2027-02-02', '08:00'],
    ['2027-02-02', '08:30'],
  ] as const)
    await house.jump(date, time)
  await house.say('m01', '/lichhop doi 2027-02 10/02/2027')
  await house.press('m01', 'Gửi')
  await house.say('m01', '/lichhop doi 2027-02 03/02/2027')
  await house.press('m01', 'Gửi')
  for (const [date, time] of [
    ['2027-02-03', '12:00'],
    ['2027-02-09', '08:00'],
    ['2027-02-10', '12:00'],
  ] as const)
    await house.jump(date, time)
  const reminders = (await texts('m06')).filter((one) => one.includes('NHẮC LỊCH'))
  expect(reminders).toHaveLength(2)
})

test('a cancelled meeting is told with its reason, and its buttons are answered', async () => {
  await house.jump('2027-01-29', '08:00')
  await house.say('m01', '/lichhop huy 2027-02 trùng hội nghị Đảng ủy')
  expect(await text('m01')).toContain('nên dời lịch thay vì hủy')
  await house.press('m01', 'Gửi')
  for (const chat of ['group', 'm06']) expect(await text(chat)).toContain('Lý do: trùng hội nghị Đảng ủy.')
  await house.press('m06', 'Dự họp')
  expect(await text('m06')).toContain('đã hủy')
  await house.forge('m01', 'lichhop xacnhan 2027-02')
  expect(await text('m01')).toContain('đã hủy')
  const before = (await texts('m06')).length
  await house.jump('2027-02-03', '12:00')
  expect((await texts('m06')).slice(before).filter((one) => one.includes('NHẮC LỊCH'))).toEqual([])
})

test.each([
  ['/lichhop tao 31/02/2027 14h P2', 'Không có ngày này'],
  ['/lichhop tao mùng 32 14h P2', 'Không có ngày này'],
  ['/lichhop tao 05/04/2027 25h P2', 'Không có giờ này'],
  ['/lichhop tao 05/04/2025 14h P2', 'đã qua'],
  ['/lichhop tao thứ 2 06/04/2027 14h', 'không khớp'],
  ['/lichhop doi 2031-02 04/05/2027', 'Không tìm thấy buổi sinh hoạt «2031-02»'],
  ['/lichhop doi 2027-05 04/05/2027', 'giống hệt'],
  ['/lichhop doi 2027-05 bao giờ cũng được', 'Chưa rõ ngày'],
  ['/lichhop huy x9 vì mưa', 'Không tìm thấy'],
  ['/lichhop xacnhan 2027-13', 'Không tìm thấy'],
])('%s is answered with how to say it right', async (typed, answer) => {
  await house.say('m01', typed)
  expect(await text('m01')).toContain(answer)
  expect(await house.store.get('meetings', 'CB-PTH:x1')).toBeNull()
})

test('who may not is refused politely, and nothing happens', async () => {
  for (const typed of ['/lichhop tao 05/04/2027 14h00', '/lichhop huy 2027-02 không rõ', '/lichhop xacnhan 2027-02']) {
    await house.say('m06', typed)
    expect(await text('m06')).toContain('do các đồng chí được phân công thực hiện')
  }
  expect(await meeting('2027-02')).toMatchObject({ state: 'planned' })
})

test('in English the same is said in English', async () => {
  await house.say('m06', '/ngonngu en')
  await house.say('m06', '/lichhop')
  expect(await text('m06')).toContain(
    '• Wednesday 03/02/2027 (lunar 27/12), 14:00, Phòng họp 2 – planned ⚠ 03/02/2027 is very close to Tết',
  )
})

test('a month is understood as the bot itself writes it', async () => {
  const house = await openHouse()
  await house.say('m01', '/lichhop doi 01/2027 06/01/2027')
  const { text } = await house.last('m01')
  expect(text).toContain('06/01/2027')
  expect(text).not.toContain('tại 01/2027')
  await house.say('m01', '/lichhop huy tháng 2/2027 trùng hội nghị')
  expect((await house.last('m01')).text).toContain('trùng hội nghị')
  await house.say('m01', '/huy')
  expect((await house.last('m01')).text).toContain('Đã thôi')
  await house.close()
})

test.each([
  ['dời tháng 4 sang 7/4', '2027-04-07', 'Phòng họp 2'],
  ['doi 5/4 sang 7/4 Hội trường', '2027-04-07', 'Hội trường'],
  ['doi tháng 4 mùng 7', '2027-04-07', 'Phòng họp 2'],
  ['doi 2027-04 ngày 7', '2027-04-07', 'Phòng họp 2'],
])(
  '«/lichhop %s» names the meeting and its new day, and nothing of it becomes the place',
  async (line, date, place) => {
    await house.say('m01', `/lichhop ${line}`)
    await house.press('m01', 'Gửi')
    expect(await meeting('2027-04')).toMatchObject({ date, place })
  },
)

test('a day without a month is one of the month of the meeting asked about', async () => {
  await house.say('m01', '/lichhop doi 2027-03')
  await house.say('m01', 'mùng 4')
  await house.press('m01', 'Giữ nguyên: 14 giờ 00')
  await house.press('m01', 'Giữ nguyên: Phòng họp 2')
  expect(await text('m01')).toContain('Lịch mới: 14 giờ 00, thứ Năm, ngày 04/03/2027')
  await house.say('m01', '/lichhop xacnhan 2027-05 ngày 6')
  expect(await meeting('2027-05')).toMatchObject({ date: '2027-05-06', state: 'confirmed' })
})

test('the month a line begins with is not part of the reason', async () => {
  await house.say('m01', '/lichhop huy tháng 6 trùng hội nghị')
  expect(await text('m01')).toContain('ngày 03/06/2027')
  expect(await text('m01')).toContain('Lý do: trùng hội nghị.')
})

test('words that name no sub-command are said back with the commands there are for the reader', async () => {
  await house.say('m01', '/lichhop xyz 2027-05')
  const [note, empty, first] = (await text('m01')).split('\n')
  expect(note).toBe(
    'Hệ thống chưa hiểu «xyz 2027-05». Các lệnh dùng được: /lichhop, /lichhop tao, /lichhop noidung, /lichhop doi, /lichhop huy, /lichhop xacnhan, /lichhop ics.',
  )
  expect([empty, first]).toEqual(['', expect.stringContaining('03/02/2027')])
  await house.say('m06', '/lichhop xyz')
  expect(await text('m06')).toContain('Hệ thống chưa hiểu «xyz». Các lệnh dùng được: /lichhop, /lichhop ics.\n')
  await house.sayInGroup('m01', '/lichhop doii 2027-02')
  expect(await text('group')).toMatch(/^Hệ thống chưa hiểu «doii 2027-02»\..*\nBuổi sinh hoạt tới/u)
})

test.each(['/lichhop 2027-05', '/lichhop tháng 5', 'lịch họp ạ'])(
  '«%s» asks for nothing else than the list',
  async (line) => {
    await house.say('m06', line)
    expect(await text('m06')).toMatch(/^• thứ Tư 03\/02\/2027/u)
  },
)
