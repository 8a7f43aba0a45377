import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { addDays, localDate } from '../../src/domain/calendar/local-time.js'
import { shortDate } from '../../src/domain/calendar/vi-date.js'
import { filesOf } from '../../src/domain/topic/comment-files.js'
import { commentText } from '../../src/domain/topic/comment-text.js'
import { openDesk, type Desk } from '../cli/desk.js'
import type { TelegramPerson } from '../emulators/telegram/people/person.js'
import { jpegFile } from '../support/sample-files.js'
import { freePort, ready, startService, type Service } from '../support/service.js'
import { branchOnTelegram, type BranchOnTelegram } from './branch-on-telegram.js'
import { endQuietHours } from './end-quiet-hours.js'
import { createTalk, type Talk } from './talk.js'

const token = '7000000010:AAE-everyday_everyday_everyday_everyday_e'
let branch: BranchOnTelegram
let desk: Desk
let service: Service
let talk: Talk
const person = (key: string): TelegramPerson => branch.people.get(key)!

async function start(): Promise<void> {
  service = startService({
    PORT: String(await freePort()),
    DATA_DIR: desk.config.dataDir,
    TELEGRAM_BOT_TOKEN: token,
    TELEGRAM_API_ROOT: branch.tg.url,
  })
  await ready(service)
}

beforeAll(async () => {
  desk = await openDesk()
  branch = await branchOnTelegram(token, { DATA_DIR: desk.config.dataDir })
  talk = createTalk(branch.tg, () => service.log())
  await start()
  await endQuietHours(talk, person('m01'), branch.bot)
}, 60_000)
afterAll(async () => {
  await service.kill()
  await branch.tg.stop()
  await desk.clear()
})

const newest = (who: TelegramPerson) => branch.tg.sent(who).at(-1)!

describe('what everybody expects of a bot', () => {
  test('/start of a member is the help for him, as /help is, by role; a code he does not need changes nothing', async () => {
    const { bot } = branch
    const member = person('m05')
    // His /start from before the service ran.
    const first = await talk.sees(member, /^Các lệnh đồng chí dùng được/u)
    expect(first.text).not.toContain('/thanhvien')
    expect(first.text).not.toContain('/caidat')
    member.start(bot)
    expect((await talk.sees(member, /^Các lệnh đồng chí dùng được/u)).text).toBe(first.text)
    member.says(bot, '/help')
    expect((await talk.sees(member, /^Các lệnh đồng chí dùng được/u)).text).toBe(first.text)
    member.start(bot, 'AAAA2222')
    await talk.sees(member, /^Mã này không đúng/u)
    member.says(bot, '/help lichhop')
    await talk.sees(member, /^\/lichhop – /u)
    const secretary = person('m01')
    secretary.says(bot, '/help')
    const all = await talk.sees(secretary, /^Các lệnh đồng chí dùng được[\s\S]*\/lichhop[\s\S]*\/thanhvien/u)
    expect(all.text).toContain('/caidat')
  })

  test('/settings is his own page; each has his own language', async () => {
    const { bot } = branch
    const [member, other] = [person('m06'), person('m10')]
    member.says(bot, '/settings')
    const own = await talk.sees(member, /^Thông tin riêng của đồng chí/u)
    expect(own.text).toContain('Tiếng Việt')
    await talk.press(member, 'English')
    await talk.sees(member, /^From now on/u)
    member.says(bot, '/lichhop')
    await talk.sees(member, /^MEETINGS OF THE PARTY BRANCH|^SCHEDULE|^MEETING/u)
    other.says(bot, '/lichhop')
    await talk.sees(other, /^LỊCH SINH HOẠT CHI BỘ/u)
    member.says(bot, '/ngonngu vi')
    await talk.sees(member, /^Từ nay hệ thống nhắn cho đồng chí bằng tiếng Việt/u)
  })

  test('simple mode, as the secretary turns it on for an older member and as that member reads it', async () => {
    const { bot } = branch
    const [secretary, elder] = [person('m01'), person('m02')]
    secretary.says(bot, '/thanhvien dongian m02')
    await talk.sees(secretary, /^Đã bật chế độ đơn giản cho đồng chí/u)
    await talk.sees(elder, /^Chế độ đơn giản đã bật/u)
    elder.says(bot, '/help')
    const help = await talk.sees(elder, /^Đồng chí chọn dưới đây, hoặc trả lời bằng số/u)
    expect(help.text).not.toContain('/')
    // Each button by itself, as wide as the screen, under the number that does the same.
    expect(help.buttons).toEqual([['1. Xem lịch họp'], ['2. Ai trình bày thời sự'], ['3. Góp ý dự thảo']])
    elder.says(bot, '1')
    await talk.sees(elder, /^LỊCH SINH HOẠT CHI BỘ/u)
    elder.presses(help, '2. Ai trình bày thời sự')
    await talk.sees(elder, /thời sự/iu)
    expect(branch.tg.sent(elder).every(({ buttons }) => buttons.flat().length <= 3)).toBe(true)
    secretary.says(bot, '/thanhvien dongian m02')
    await talk.sees(secretary, /^Đã tắt chế độ đơn giản/u)
    await talk.sees(elder, /^Chế độ đơn giản đã tắt/u)
  })
})

describe('killed between two answers', () => {
  test('adding a member goes on where it stood, and he is there once', async () => {
    const { bot, tg } = branch
    const secretary = person('m01')
    secretary.says(bot, '/thanhvien them')
    await talk.sees(secretary, /^Họ và tên đảng viên\?/u)
    secretary.says(bot, 'Trần Thị Lan')
    const asked = await talk.sees(secretary, /^Chức vụ trong chi bộ\?/u)
    await service.kill()
    // Pressed while nobody is there: it is heard when somebody is again.
    const pressed = secretary.presses(asked, 'đảng viên')
    await start()
    await tg.until(() => pressed.answer !== null)
    await talk.sees(secretary, /chính thức hay dự bị/u)
    await talk.press(secretary, 'Dự bị')
    await talk.sees(secretary, /ngày nào/u)
    secretary.says(bot, shortDate(addDays(localDate(Date.now()), 200)))
    const preview = await talk.sees(
      secretary,
      /^THÊM ĐẢNG VIÊN[\s\S]*Trần Thị Lan – đảng viên, dự bị\nHết thời gian dự bị/u,
    )
    await service.kill()
    secretary.presses(preview, 'Lưu')
    secretary.presses(preview, 'Lưu')
    await start()
    await talk.sees(secretary, /^Thư mời đồng chí Trần Thị Lan/u)
    secretary.says(bot, '/thanhvien')
    const list = await talk.sees(secretary, /đảng viên\n[\s\S]*m12 Trần Thị Lan/u)
    expect(list.text.match(/Trần Thị Lan – đảng viên, dự bị – đã có mã mời/gu)).toHaveLength(1)
    expect(tg.sent(secretary).filter(({ text }) => text.startsWith('Thư mời đồng chí Trần Thị Lan'))).toHaveLength(1)
  }, 60_000)
})

describe('comments in the ways people send them', () => {
  const comments = () =>
    desk.look(async (store) =>
      (await store.find('comments', { lane: 'branch:CB-PTH' }))
        .sort((a, b) => a.number - b.number)
        .map((one) => ({
          number: one.number,
          member: one.member.slice('CB-PTH:'.length),
          files: filesOf(one).length,
          text: commentText(one),
        })),
    )

  test('the draft goes out', async () => {
    const { bot } = branch
    const secretary = person('m01')
    const inAWeek = shortDate(addDays(localDate(Date.now()), 7))
    secretary.says(bot, '/chuyende soan cd1 I- Đặt vấn đề. II- Giải pháp.')
    await talk.sees(secretary, /Đã nhận|Đã ghi/u)
    secretary.says(bot, 'xong')
    secretary.says(bot, `/chuyende gui cd1 17h ${inAWeek}`)
    await talk.sees(secretary, /^Xem trước khi gửi dự thảo[\s\S]*I- Đặt vấn đề/u)
    await talk.press(secretary, 'Gửi')
    await talk.sees(branch.group, /DỰ THẢO|dự thảo/u)
  })

  test('photos sent together are one comment', async () => {
    const { bot, tg } = branch
    const writer = person('m03')
    writer.sendsPhotoAlbum(bot, [jpegFile(3001), jpegFile(3002), jpegFile(3003)], {
      caption: '/gopy cd1 Tôi viết ba trang',
    })
    const kept = await talk.sees(writer, /Đã nhận và lưu góp ý số 1/u)
    // One confirmation, which grows with what comes.
    await tg.until(() => /có 3 ảnh/u.test(kept.text))
    expect(tg.sent(writer).filter(({ text }) => text.includes('góp ý số'))).toHaveLength(1)
    expect(await comments()).toEqual([{ number: 1, member: 'm03', files: 3, text: 'Tôi viết ba trang' }])
  })

  test('the message of a comment, edited, is the comment edited; so is the caption of a photo', async () => {
    const { bot } = branch
    const writer = person('m08')
    const said = writer.says(bot, '/gopy cd1 Đề nghị bổ xung lịch kiểm tra')
    await talk.sees(writer, /^Đã ghi góp ý số 2/u)
    writer.edits(said, '/gopy cd1 Đề nghị bổ sung lịch kiểm tra hằng quý')
    await talk.sees(writer, /^Đã sửa góp ý số 2/u)
    const photo = person('m07').sendsPhoto(bot, jpegFile(3004), { caption: '/gopy cd1 Trang mội' })
    await talk.sees(person('m07'), /Đã nhận và lưu góp ý số 3/u)
    person('m07').edits(photo, '/gopy cd1 Trang một')
    await talk.sees(person('m07'), /^Đã sửa góp ý số 3/u)
    expect((await comments()).slice(1)).toEqual([
      { number: 2, member: 'm08', files: 0, text: 'Đề nghị bổ sung lịch kiểm tra hằng quý' },
      { number: 3, member: 'm07', files: 1, text: 'Trang một' },
    ])
  })

  test('a photo in the group, in reply to the card of the draft, is his comment; the group reads one line', async () => {
    const { group, tg } = branch
    const writer = person('m10')
    group.add(writer, person('m01'))
    const card = tg.sent(group).findLast(({ buttons }) => buttons.flat().includes('Góp ý'))!
    writer.sendsPhoto(group, jpegFile(3005), { replyTo: card })
    const line = await talk.sees(group, /^Đã ghi góp ý số 4 của đồng chí/u)
    expect(line.buttons).toEqual([])
    expect((await comments()).at(-1)).toEqual({ number: 4, member: 'm10', files: 1, text: '' })
    // A picture that answers nothing of ours is talk among themselves.
    writer.sendsPhoto(group, jpegFile(3006))
    writer.says(group, '/gopy@ChiBoBot cd1 Thêm một lời')
    await talk.sees(group, /^Đã ghi góp ý số 5/u)
    expect(newest(writer).text).not.toContain('chưa rõ tệp')
  })

  test('who has no device is noted as told by phone, by one press', async () => {
    const { bot } = branch
    const secretary = person('m01')
    secretary.says(bot, '/thongbao cd1')
    await talk.sees(secretary, /^GỬI DỰ THẢO[\s\S]*cần báo qua điện thoại: .*Lò Văn Sơn/u)
    await talk.press(secretary, 'Đã báo điện thoại: Lò Văn Sơn')
    await talk.sees(secretary, /^Đã ghi: đồng chí Lò Văn Sơn/u)
    secretary.says(bot, '/thongbao cd1')
    await talk.sees(secretary, /^GỬI DỰ THẢO[\s\S]*đã được báo qua điện thoại: Lò Văn Sơn\./u)
  })
})
