import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { addDays, localDate } from '../../src/domain/calendar/local-time.js'
import { linkQr } from '../../src/documents/link-qr.js'
import type { TelegramBot } from '../emulators/telegram/people/bot.js'
import type { TelegramPerson } from '../emulators/telegram/people/person.js'
import { startTelegram, type Telegram } from '../emulators/telegram/start-telegram.js'
import { freePort, ready, startService, type Service } from '../support/service.js'
import { words } from '../support/words.js'
import { endQuietHours } from './end-quiet-hours.js'
import { createTalk, type Talk } from './talk.js'

const token = '7000000001:AAE-newcomer_newcomer_newcomer_newc'

let tg: Telegram
let bot: TelegramBot
let lan: TelegramPerson
let dat: TelegramPerson
let service: Service
let talk: Talk
let sees: Talk['sees']
let press: Talk['press']
const folder = mkdtempSync(join(tmpdir(), 'chibot-newcomer-'))

async function start(): Promise<void> {
  const PORT = String(await freePort())
  service = startService({
    PORT,
    DATA_DIR: folder,
    TELEGRAM_BOT_TOKEN: token,
    TELEGRAM_API_ROOT: tg.url,
    LANG: 'vi_VN.UTF-8',
  })
  await ready(service)
}
beforeAll(async () => {
  tg = await startTelegram()
  talk = createTalk(tg, () => service.log())
  ;({ sees, press } = talk)
  bot = tg.bot(token, { username: 'ChiBoBot' })
  lan = tg.user({ id: 1001, first_name: 'Lan', language_code: 'vi' })
  dat = tg.user({ id: 1002, first_name: 'Đạt', language_code: 'vi' })
  await start()
}, 60_000)
afterAll(async () => {
  await service.kill()
  await tg.stop()
  rmSync(folder, { recursive: true, force: true })
})

const firstNotice = /^THÔNG BÁO SINH HOẠT CHI BỘ[\s\S]*Hội trường phường/u
const setupCode = () => /start=([2-9A-Z]{12})/u.exec(service.log())![1]!

describe('from nothing to the first month, as a newcomer would', () => {
  test('the first start prints a code; strangers and wrong codes learn nothing', async () => {
    await tg.until(() => bot.isPolled())
    await expectLog(/https:\/\/t\.me\/ChiBoBot\?start=[2-9A-Z]{12}/u)
    dat.start(bot)
    await sees(dat, /^Xin chào\. Đây là hệ thống phục vụ sinh hoạt nội bộ/u)
    dat.start(bot, 'AAAABBBB2222')
    await sees(dat, /^Mã này không đúng/u)
  })

  test('the secretary gives the code, agrees, and answers with every wrong turn', async () => {
    lan.start(bot, setupCode())
    await sees(lan, /^Trước khi bắt đầu/u)
    await press(lan, 'Đồng ý')
    await sees(lan, /Chi bộ đã được tạo/u)
    await press(lan, 'Bắt đầu thiết lập')
    await sees(lan, /^Câu 1\/7/u)
    lan.says(bot, 'Chi bộ Trường Tiểu học An Bình')
    await sees(lan, /^Câu 2\/7/u)
    lan.says(bot, '/huy')
    await sees(lan, /thôi|bỏ|dừng/iu)
    lan.says(bot, '/batdau')
    await sees(lan, /^Câu 1\/7/u)
    lan.says(bot, 'Chi bộ Trường Tiểu học An Bình')
    await sees(lan, /^Câu 2\/7/u)
    await service.kill()
    await start()
    lan.says(bot, 'An Bình')
    await sees(lan, /^Câu 3\/7/u)
    lan.says(bot, 'Đảng ủy xã')
    await sees(lan, /^Câu 4\/7/u)
    await press(lan, 'Quay lại')
    await sees(lan, /^Câu 3\/7/u)
    lan.says(bot, 'Đảng ủy phường An Bình')
    await sees(lan, /^Câu 4\/7/u)
    lan.says(bot, 'ngày 32')
    await sees(lan, /Không có ngày này[\s\S]*Câu 4\/7/u)
    await press(lan, 'ngày 5')
    await sees(lan, /mấy giờ/u)
    await press(lan, '14h00')
    await sees(lan, /ở đâu/u)
    lan.says(bot, 'Phòng hội đồng')
    await sees(lan, /trước ngày họp mấy ngày/u)
    await press(lan, '3 ngày')
    await sees(lan, /XEM LẠI TRƯỚC KHI LƯU[\s\S]*Đảng ủy phường An Bình[\s\S]*ngày 5/u)
    const preview = tg.sent(lan).at(-1)!
    lan.presses(preview, 'Lưu')
    lan.presses(preview, 'Lưu')
    await tg.until(() => tg.sent(lan).some(({ text }) => text.startsWith('Đã lưu. Lịch sinh hoạt 12 tháng')))
    lan.says(bot, '/lichhop')
    await sees(lan, /^LỊCH SINH HOẠT CHI BỘ/u)
    expect(tg.sent(lan).filter(({ text }) => text.startsWith('Đã lưu. Lịch'))).toHaveLength(1)
  })

  test('quiet hours are turned off, so that the hour at which this runs does not matter', async () => {
    await endQuietHours(talk, lan, bot)
    lan.says(bot, '/caidat yenlang đêm')
    await sees(lan, /tắt/u)
  })

  test('a member joins by his link; the used code is worth nothing to another', async () => {
    lan.says(bot, '/thanhvien them Lê Quang Đạt')
    await sees(lan, /Chức vụ/u)
    await press(lan, 'phó bí thư')
    await sees(lan, /THÊM ĐẢNG VIÊN/u)
    await press(lan, 'Lưu')
    const invitation = await sees(lan, /^Thư mời đồng chí Lê Quang Đạt/u)
    const [link, code = ''] = /https:\S+start=([2-9A-Z]{8})/u.exec(invitation.text)!
    const picture = await linkQr(link)
    expect(invitation.files).toMatchObject([
      { kind: 'photo', sha256: createHash('sha256').update(picture).digest('hex') },
    ])
    // The invitation stands on paper: what the secretary has to know of it is said apart.
    expect(invitation.text).not.toContain('không gửi vào nhóm')
    expect(tg.sent(lan).some(({ text }) => text.includes('không gửi vào nhóm'))).toBe(true)
    dat.start(bot, code)
    await sees(dat, /^Trước khi bắt đầu/u)
    dat.says(bot, '/lichhop')
    await sees(dat, /^Trước khi bắt đầu/u)
    await press(dat, 'Đồng ý')
    await tg.until(() => tg.sent(dat).some(({ text: one }) => one.startsWith('LỊCH SINH HOẠT CHI BỘ')))
    expect(tg.sent(dat).some(({ text: one }) => one.startsWith('Chào mừng đồng chí Lê Quang Đạt'))).toBe(true)
    const other = tg.user({ id: 1003, first_name: 'Ai', language_code: 'en' })
    other.start(bot, code)
    await sees(other, /^This code is wrong/u)
  })

  test('whoever may do more finds it in his own menu, in his language, and no longer when his office goes', async () => {
    const menu = (person: TelegramPerson) => bot.menu(person.room(bot), person.state.user)
    const offers = (person: TelegramPerson, name: string) => menu(person).some(({ command }) => command === name)
    const ofSecretary = ['thongbao', 'thanhvien', 'caidat', 'batdau']
    await tg.until(() => [lan, dat].every((one) => ofSecretary.every((name) => offers(one, name))))
    expect(menu(dat)).toContainEqual({ command: 'caidat', description: words.in('vi')('caidat') })
    dat.says(bot, '/ngonngu en')
    await tg.until(() => menu(dat).some(({ description }) => description === words.in('en')('caidat')))
    expect(menu(lan)).toContainEqual({ command: 'caidat', description: words.in('vi')('caidat') })
    dat.says(bot, '/ngonngu vi')
    await tg.until(() => menu(dat).some(({ description }) => description === words.in('vi')('caidat')))
    await changesOffice('không')
    await tg.until(() => ofSecretary.every((name) => !offers(dat, name)))
    expect(offers(dat, 'gopy')).toBe(true)
    expect(offers(lan, 'caidat')).toBe(true)
    await changesOffice('thư ký')
    await tg.until(() => offers(dat, 'thongbao'))
    expect(offers(dat, 'caidat')).toBe(false)
  })

  test('a group becomes the branch’s by a secretary’s press, and by nobody else’s; it moves and goes on', async () => {
    const stranger = tg.user({ id: 1009, first_name: 'Lạ' })
    const group = tg.group({ title: 'Chi bộ An Bình', by: lan })
    group.add(stranger, lan)
    group.add(dat, lan)
    group.add(bot, lan)
    const hello = await sees(group, /^Xin chào\. Đây là hệ thống phục vụ sinh hoạt chi bộ/u)
    stranger.presses(hello, 'Gắn nhóm với chi bộ')
    lan.presses(hello, 'Gắn nhóm với chi bộ')
    await sees(group, /^Nhóm này đã được gắn với Chi bộ Trường Tiểu học An Bình/u)
    group.migrate(lan)
    dat.says(group, '/lichhop@ChiBoBot')
    await sees(group, /^Buổi sinh hoạt tới: 14 giờ 00/u)
    stranger.says(group, '/lichhop@ChiBoBot')
    const date = addDays(localDate(Date.now()), 2).split('-').reverse().join('/')
    lan.says(bot, `/lichhop tao ${date} 14h00 Hội trường phường`)
    await sees(lan, /Hội trường phường/u)
    await press(lan, 'Gửi')
    for (const who of [group, lan, dat]) await sees(who, firstNotice)
    for (const who of [group, lan, dat])
      expect(tg.sent(who).filter(({ text }) => firstNotice.test(text))).toHaveLength(1)
    group.kick(bot, lan)
    await sees(lan, /^Hệ thống đã bị đưa ra khỏi nhóm/u)
    expect(tg.sent(stranger)).toEqual([])
    const once = /^Nhóm này|^Chào mừng|^Đã lưu|^Buổi sinh hoạt tới/u
    expect(tg.repeated().filter(({ text }) => once.test(text))).toEqual([])
  })

  test('neither token nor code stands in the log', () => {
    expect(service.log()).not.toContain(token.split(':')[1]!)
  })
})

async function changesOffice(office: string): Promise<void> {
  lan.says(bot, `/thanhvien vaitro Đạt: ${office}`)
  await sees(lan, /^ĐỔI CHỨC VỤ/u)
  await press(lan, 'Lưu')
  await sees(lan, /^Đã lưu\. Đồng chí Lê Quang Đạt/u)
}

async function expectLog(line: RegExp): Promise<void> {
  for (let look = 0; look < 200 && !line.test(service.log()); look++) await new Promise((done) => setTimeout(done, 50))
  expect(service.log()).toMatch(line)
}
