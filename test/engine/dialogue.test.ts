import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { assemble } from '../../src/assemble.js'
import { noFailpoint } from '../../src/failpoint.js'
import { commentsIn, draft, opening, sendDraft } from '../support/drafted-house.js'
import { openHouse, type TestHouse } from '../support/house.js'
import { said } from '../support/other-parts.js'
import { words } from '../support/words.js'

const over = 'Câu hỏi này đã kết thúc. Đề nghị đồng chí gõ lại lệnh, hoặc gõ /trogiup để xem các lệnh.'
const unknown = 'Hệ thống chưa hiểu nội dung này. Đề nghị đồng chí gõ /trogiup để xem các lệnh.'

let house: TestHouse
afterEach(async () => {
  expect(await house.store.count('journal', { failed: true })).toBe(0)
  await house.close()
})

const text = async (chat = 'm01') => (await house.last(chat)).text
const extra = () => house.store.get('meetings', 'CB-PTH:x1')
const dialogue = (member = 'm01') => house.store.get('dialogues', `CB-PTH:web:${member}`)

describe('a question after the other', () => {
  beforeEach(async () => {
    house = await openHouse()
  })

  test('what is missing is asked for step by step, shown, and done on the last yes', async () => {
    await house.say('m01', '/lichhop tao')
    expect(await text()).toMatch(/^Buổi sinh hoạt vào ngày nào\?/u)
    await house.say('m01', '05/04/2027')
    expect(await text()).toMatch(/^Bắt đầu lúc mấy giờ\?/u)
    await house.say('m01', '15h')
    expect(await text()).toMatch(/^Họp ở đâu\?/u)
    await house.say('m01', 'Hội trường')
    expect(await text()).toMatch(/^Nội dung chính của buổi này\?/u)
    await house.say('m01', 'không')
    expect((await house.last('m01')).title).toBe('XEM TRƯỚC: BUỔI SINH HOẠT MỚI')
    expect(await extra()).toBeNull()
    await house.say('m01', 'đồng ý')
    expect(await extra()).toMatchObject({ date: '2027-04-05', time: '15:00', place: 'Hội trường' })
    expect((await dialogue())!.gone).toBe(true)
  })

  test('what a line says is not asked for', async () => {
    await house.say('m01', '/lichhop tao 05/04/2027 15h Hội trường')
    expect((await house.last('m01')).title).toBe('XEM TRƯỚC: BUỔI SINH HOẠT MỚI')
  })

  test('a wrong answer is asked for again with the reason, and what was right is kept', async () => {
    await house.say('m01', '/lichhop tao 31/02 15h Hội trường')
    expect(await text()).toMatch(/^Không có ngày này.*\n\nBuổi sinh hoạt vào ngày nào\?/su)
    await house.say('m01', 'bao giờ cũng được')
    expect(await text()).toMatch(/^Chưa rõ ngày.*\n\nBuổi sinh hoạt vào ngày nào\?/su)
    await house.say('m01', '01/01/2020')
    expect(await text()).toMatch(/^Ngày này đã qua/u)
    await house.say('m01', '05/04/2027')
    await house.say('m01', '25h')
    expect(await text()).toMatch(/^Không có giờ này.*\n\nBắt đầu lúc mấy giờ\?/su)
    expect((await dialogue())!.answers).toEqual({ date: '2027-04-05' })
  })

  test('at the preview only a yes is a yes', async () => {
    await house.say('m01', '/caidat giohop 15h30')
    await house.say('m01', 'ừm, để xem')
    expect(await text()).toMatch(/^Đề nghị đồng chí chọn «Lưu»; không làm nữa thì gõ «huỷ»\./u)
    expect((await house.store.get('branches', 'CB-PTH'))!.meeting.time).toBe('14:00')
    await house.say('m01', 'Lưu.')
    expect((await house.store.get('branches', 'CB-PTH'))!.meeting.time).toBe('15:30')
  })

  test.each(['gửi', 'Đồng ý ạ', 'có', 'ok', 'Nhất trí.', 'vâng', 'dạ', 'đúng rồi ạ', 'vâng, lưu nhé'])(
    'at the preview «%s» is a yes',
    async (word) => {
      await house.say('m01', '/caidat giohop 15h30')
      await house.say('m01', word)
      expect((await house.store.get('branches', 'CB-PTH'))!.meeting.time).toBe('15:30')
    },
  )

  test('at the preview «không» leaves it, a whole command too, and help stands beside it', async () => {
    await house.say('m01', '/caidat giohop 15h30')
    await house.say('m01', 'trợ giúp')
    expect((await house.last('m01')).title).toBe('Các lệnh đồng chí dùng được')
    expect(await dialogue()).toMatchObject({ asking: 'confirm', gone: false })
    await house.say('m01', 'không ạ')
    expect(await text()).toBe('Đã thôi việc đang làm dở. Chưa có gì được gửi đi.')
    await house.say('m01', '/caidat giohop 15h30')
    await house.say('m01', 'lịch họp')
    expect((await house.last('m01')).title).toBe('LỊCH SINH HOẠT CHI BỘ')
    expect((await house.store.get('branches', 'CB-PTH'))!.meeting.time).toBe('14:00')
  })

  test.each(['huỷ', 'Hủy', '/huy', 'huy', 'thôi', 'cancel'])('«%s» leaves it, whatever was asked', async (word) => {
    await house.say('m01', '/lichhop tao 05/04/2027')
    await house.say('m01', word)
    expect(await text()).toBe('Đã thôi việc đang làm dở. Chưa có gì được gửi đi.')
    await house.say('m01', '15h')
    expect(await text()).toBe(unknown)
    await house.say('m01', word)
    expect(await text()).toBe('Hiện không có việc nào đang làm dở.')
    expect(await extra()).toBeNull()
  })

  test('another command leaves it and says so; its own buttons are over then', async () => {
    await house.say('m01', '/lichhop tao 05/04/2027')
    await house.say('m01', '/thoisu')
    const told = (await house.sees('m01')).map((shown) => shown.text)
    expect(told.at(-2)).toBe('Việc /lichhop tao đang làm dở đã dừng lại; đồng chí gõ lại lệnh khi cần.')
    expect(told.at(-1)).toMatch(/^01\/2027 – /u)
    await house.press('m01', '14 giờ 00')
    expect(await text()).toBe(over)
  })

  test('words that only begin like a command are an answer, not a command', async () => {
    await house.say('m01', '/lichhop huy 2027-05')
    await house.say('m01', 'lịch họp của Đảng ủy trùng ngày')
    expect((await house.last('m01')).title).toBe('XEM TRƯỚC: HỦY BUỔI SINH HOẠT')
    expect(await text()).toContain('lịch họp của Đảng ủy trùng ngày')
  })

  test('the button of an earlier question of the same form is over', async () => {
    await house.say('m01', '/lichhop tao 05/04/2027')
    const { choices } = await house.last('m01')
    await house.say('m01', '25h')
    await house.forge('m01', choices[0]!.does)
    expect(await text()).toBe(over)
    await house.say('m01', '15h')
    expect(await text()).toMatch(/^Họp ở đâu\?/u)
  })

  test('each member has his own', async () => {
    await house.say('m01', '/lichhop tao')
    await house.say('m02', '/lichhop tao 06/04/2027')
    await house.say('m01', '05/04/2027')
    await house.say('m02', '16h')
    expect([(await dialogue('m01'))!.answers, (await dialogue('m02'))!.answers]).toEqual([
      { date: '2027-04-05' },
      { date: '2027-04-06', time: '16:00' },
    ])
  })

  test('a member who is no longer allowed cannot finish what he began', async () => {
    await house.say('m02', '/caidat giohop 15h30')
    const deputy = (await house.store.get('members', 'CB-PTH:m02'))!
    await house.store.update('members', 'CB-PTH:m02', { version: deputy.version }, { roles: [] })
    await house.press('m02', 'Lưu')
    expect(await text('m02')).toMatch(/^Việc này do các đồng chí được phân công/u)
    expect((await house.store.get('branches', 'CB-PTH'))!.meeting.time).toBe('14:00')
  })
})

describe('what nobody answers', () => {
  beforeEach(async () => {
    house = await openHouse()
    await house.say('m01', '/lichhop tao 05/04/2027')
  })

  test('waits an hour, then is closed and told once', async () => {
    await house.jump('2026-12-15', '08:59')
    expect(await text()).toMatch(/^Bắt đầu lúc mấy giờ\?/u)
    await house.jump('2026-12-15', '09:00')
    const told =
      'Việc /lichhop tao đã tạm dừng vì quá thời gian chờ; chưa có gì được gửi đi. Khi cần, đề nghị đồng chí gõ lại lệnh.'
    expect(await text()).toBe(told)
    await house.jump('2026-12-16', '09:00')
    expect((await house.sees('m01')).filter((message) => message.text === told)).toHaveLength(1)
    await house.press('m01', '14 giờ 00')
    expect(await text()).toBe(over)
  })

  test('an answer said in time counts, however late it is read', async () => {
    const late = said(house, 'm01', { id: 'web:late', text: '15h' })
    house.clock.setOffset(house.clock.offset() + 3 * 60 * 60_000)
    await house.assembled.accept(late)
    await house.settle()
    expect((await house.store.get('journal', 'web:late'))!.decision!.did).toBe('lichhop tao')
    expect((await dialogue())!.answers).toEqual({ date: '2027-04-05', time: '15:00' })
  })
})

test('a process that starts anew on the same store goes on where the question stands', async () => {
  house = await openHouse()
  await house.say('m01', '/lichhop tao')
  await house.say('m01', '05/04/2027')
  const { store, clock } = house
  const log = pino({ level: 'silent' })
  const reborn = assemble({ store, clock, words, log, failpoint: noFailpoint, nudge: () => undefined })
  await reborn.accept(said(house, 'm01', { id: 'web:reborn', text: '15h' }))
  while (await reborn.rounds.round());
  expect((await store.get('journal', 'web:reborn'))!.decision!.did).toBe('lichhop tao')
  await house.settle()
  expect(await text()).toMatch(/^Họp ở đâu\?/u)
})

describe('begun in the group', () => {
  beforeEach(async () => {
    house = await openHouse()
  })

  test('it is continued in private, and the group sees one line', async () => {
    await house.sayInGroup('m01', '/lichhop tao')
    expect(await text()).toMatch(/^Buổi sinh hoạt vào ngày nào\?/u)
    expect((await house.sees('group')).map(({ text }) => text)).toEqual([
      'Hệ thống đã nhắn riêng cho đồng chí, mời đồng chí xem tin nhắn riêng.',
    ])
    await house.say('m01', '05/04/2027')
    expect(await text()).toMatch(/^Bắt đầu lúc mấy giờ\?/u)
    expect(await house.sees('group')).toHaveLength(1)
  })

  test('talk in the group answers no question of a private chat', async () => {
    await house.say('m01', '/lichhop tao')
    await house.sayInGroup('m01', '05/04/2027')
    await house.assembled.accept(
      said(house, 'm01', { id: 'web:m', text: '@chibot 05/04/2027', group: true, mention: true }),
    )
    await house.settle()
    expect((await dialogue())!.answers).toEqual({})
    // What names the bot is not passed over, and what does not is theirs.
    expect((await house.sees('group')).map((message) => message.text)).toEqual([unknown])
  })
})

describe('a soft dialogue', () => {
  beforeEach(async () => {
    house = await openHouse({ at: opening })
    await sendDraft(house)
  })
  const parts = async () => (await commentsIn(house)).map((comment) => comment.parts.map((part) => part.text))

  test('joins what follows, and ends without a word', async () => {
    await house.say('m05', '/gopy cd1 Phần một')
    await house.say('m05', 'và phần hai')
    expect(await parts()).toEqual([['Phần một', 'và phần hai']])
    const seen = (await house.sees('m05')).length
    await house.jump('2027-01-29', '08:10')
    expect((await dialogue('m05'))!.gone).toBe(true)
    expect(await house.sees('m05')).toHaveLength(seen)
  })

  test('any whole command leaves it, with or without a slash', async () => {
    await house.say('m05', '/gopy cd1 Phần một')
    await house.say('m05', 'lịch họp')
    expect((await house.last('m05')).title).toBe('LỊCH SINH HOẠT CHI BỘ')
    await house.say('m05', 'không phải góp ý')
    expect(await parts()).toEqual([['Phần một']])
  })

  test('a reply to another message means that message', async () => {
    await house.jump('2027-01-31', '08:00')
    await house.say('m01', '/lichhop doi 2027-02 03/02/2027 15h')
    await house.press('m01', 'Gửi')
    const notice = (await house.sees('m05')).find(({ choices }) => choices.some(({ label }) => label === 'Xin vắng'))!
    await house.say('m05', '/gopy cd1 Phần một')
    await house.say('m05', 'xin vắng bận công tác', notice._id)
    expect(await parts()).toEqual([['Phần một']])
    expect(await house.store.get('answers', 'CB-PTH:2027-02:m05')).toMatchObject({
      going: false,
      reason: 'bận công tác',
    })
  })

  test('a reply to the draft is a comment of its own', async () => {
    const own = (await house.sees('m03')).find((message) => message.text.includes(draft.slice(0, 20)))!
    await house.say('m03', '/gopy cd1 Phần một')
    await house.say('m03', 'Nhất trí với bảng kiểm', own._id)
    expect(await parts()).toEqual([['Phần một'], ['Nhất trí với bảng kiểm']])
  })

  test('does not take what he says in the group', async () => {
    await house.say('m05', '/gopy cd1 Phần một')
    await house.sayInGroup('m05', 'và phần hai')
    expect(await parts()).toEqual([['Phần một']])
  })

  test('words said without any command are kept and offered as a comment', async () => {
    await house.say('m08', 'Đề nghị bổ sung số liệu năm 2025 để so sánh.')
    expect(await text('m08')).toMatch(/^Hệ thống đã giữ nội dung đồng chí vừa gửi/u)
    await house.press('m08', 'Góp ý chuyên đề 1')
    expect(await parts()).toEqual([['Đề nghị bổ sung số liệu năm 2025 để so sánh.']])
  })
})
