import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { importFile } from '../../src/cli/import/import-file.js'
import { addDays, localDate } from '../../src/domain/calendar/local-time.js'
import { shortDate } from '../../src/domain/calendar/vi-date.js'
import { openDesk, type Desk } from '../cli/desk.js'
import type { TelegramBot } from '../emulators/telegram/people/bot.js'
import type { TelegramGroup } from '../emulators/telegram/people/group.js'
import type { TelegramPerson } from '../emulators/telegram/people/person.js'
import { startTelegram, type Telegram } from '../emulators/telegram/start-telegram.js'
import { demoFile } from '../support/demo-file.js'
import { freePort, ready, startService, type Service } from '../support/service.js'
import { createTalk, type Talk } from './talk.js'

const token = '7000000001:AAE-running_running_running_running_r'

let tg: Telegram
let bot: TelegramBot
let desk: Desk
let service: Service
let talk: Talk
let group: TelegramGroup
const people = {} as Record<'hoa' | 'dat' | 'duc' | 'mai' | 'stranger', TelegramPerson>

/** Two branches on one bot: Đức is in both, Mai Anh leads the second. */
async function importBranches(): Promise<void> {
  const roster = demoFile()
  const on = (who: keyof typeof people) => [{ channel: 'telegram', id: String(people[who].id), agreed: true }]
  const accounts: Record<string, object[]> = { m01: on('hoa'), m03: on('dat'), m05: on('duc') }
  const members = roster.members.map((member) => ({ ...member, accounts: accounts[member.id] ?? [] }))
  const second = [
    { id: 'm01', name: 'Võ Thị Mai Anh', roles: ['bi_thu'], status: 'official', group: 1, accounts: on('mai') },
    { id: 'm02', name: 'Hoàng Minh Đức', roles: [], status: 'official', group: 1, accounts: on('duc') },
  ]
  const files = [
    { ...roster, chats: [], members },
    { ...roster, branch: 'CB-2', code: 'CB-2', name: 'Chi bộ Hai', chats: [], topics: [], members: second },
  ]
  for (const [n, branch] of files.entries()) {
    const file = await desk.write(`b${n}.json`, branch)
    await importFile({ config: desk.config, terminal: desk.terminal, file })
  }
}

beforeAll(async () => {
  tg = await startTelegram()
  bot = tg.bot(token, { username: 'ChiBoBot' })
  for (const [n, name] of (['hoa', 'dat', 'duc', 'mai', 'stranger'] as const).entries())
    people[name] = tg.user({ id: 2001 + n, first_name: name, language_code: 'vi' })
  desk = await openDesk()
  await importBranches()
  service = startService({
    PORT: String(await freePort()),
    DATA_DIR: desk.config.dataDir,
    TELEGRAM_BOT_TOKEN: token,
    TELEGRAM_API_ROOT: tg.url,
  })
  talk = createTalk(tg, () => service.log())
  await ready(service)
  for (const who of Object.values(people)) who.start(bot)
  await talk.sees(people.hoa, /^Các lệnh đồng chí dùng được/u)
  for (const span of ['đêm', 'trưa']) {
    people.hoa.says(bot, `/caidat yenlang ${span} tắt`)
    await talk.sees(people.hoa, /Đổi thành[\s\S]*tắt/u)
    await talk.press(people.hoa, 'Lưu')
    await talk.sees(people.hoa, /^Đã lưu/u)
  }
}, 90_000)
afterAll(async () => {
  await service.kill()
  await tg.stop()
  await desk.clear()
})

describe('what becomes of a draft that goes to everyone', () => {
  test('who has it, who may have it, and who has to be phoned', async () => {
    const { hoa, dat, duc } = people
    duc.blocks(bot)
    hoa.says(bot, '/chuyende soan cd1 Dự thảo: mỗi tháng rà soát một lần các văn bản đã trình.')
    await talk.sees(hoa, /CĐ1/u)
    hoa.says(bot, 'xong')
    hoa.says(bot, `/chuyende gui cd1 hạn 17h ${shortDate(addDays(localDate(Date.now()), 3))}`)
    await talk.sees(hoa, /^Xem trước khi gửi dự thảo/u)
    tg.fails({ method: 'sendMessage', chat: dat.id, fault: 'apply-then-drop' })
    await talk.press(hoa, 'Gửi')
    await talk.sees(hoa, /^Tình hình gửi tin[\s\S]*Chưa rõ đã đến hay chưa: đồng chí Đạt/u)
    hoa.says(bot, '/thongbao cd1')
    const list = await talk.sees(hoa, /^GỬI DỰ THẢO/u)
    expect(list.text).toMatch(/chưa rõ đã nhận hay chưa: Lê Quang Đạt\./u)
    expect(list.text).toMatch(/cần báo qua điện thoại: .*Hoàng Minh Đức/u)
    expect(list.buttons.flat()).toEqual(expect.arrayContaining(['Gửi lại (1)', 'Đã báo điện thoại: Hoàng Minh Đức']))
  })

  test('«Gửi lại», pressed twice, sends once more; whoever was phoned is noted once', async () => {
    const { hoa, dat } = people
    const drafts = () => tg.sent(dat).filter(({ text }) => text.includes('rà soát một lần'))
    expect(drafts()).toHaveLength(1)
    const list = tg.sent(hoa).findLast(({ text }) => text.startsWith('GỬI DỰ THẢO'))!
    hoa.presses(list, 'Gửi lại (1)')
    hoa.presses(list, 'Gửi lại (1)')
    await talk.sees(hoa, /^Đã gửi lại 1 tin/u)
    await talk.sees(hoa, /^Không còn tin nào cần gửi lại/u)
    await tg.until(() => drafts().length === 2)
    hoa.presses(list, 'Đã báo điện thoại: Hoàng Minh Đức')
    hoa.presses(list, 'Đã báo điện thoại: Hoàng Minh Đức')
    await talk.sees(hoa, /^Đã ghi: đồng chí Hoàng Minh Đức/u)
    await talk.sees(hoa, /^Đã ghi nhận từ trước: đồng chí Hoàng Minh Đức/u)
    hoa.says(bot, '/thongbao cd1')
    const after = await talk.sees(hoa, /^GỬI DỰ THẢO/u)
    expect(after.text).toMatch(/đã được báo qua điện thoại: Hoàng Minh Đức\./u)
    expect(after.text).not.toContain('chưa rõ')
    expect(drafts()).toHaveLength(2)
  })
})

describe('somebody in two branches', () => {
  test('chooses, is asked no more, and changes when he wants to', async () => {
    const { duc } = people
    duc.start(bot)
    await talk.sees(duc, /^Đồng chí sinh hoạt ở nhiều chi bộ/u)
    await talk.forge(duc, 'chibo CB-3')
    await talk.sees(duc, /^Đồng chí sinh hoạt ở nhiều chi bộ/u)
    await talk.press(duc, 'Chi bộ Hai')
    await talk.sees(duc, /^Từ giờ đồng chí đang nói với Chi bộ Hai/u)
    duc.says(bot, '/rieng')
    await talk.sees(duc, /^Thông tin riêng/u)
    duc.says(bot, '/chuyende')
    await talk.sees(duc, /chưa có chuyên đề/iu)
    duc.says(bot, '/chibo')
    await talk.sees(duc, /^Đồng chí sinh hoạt ở nhiều chi bộ/u)
    await talk.press(duc, 'Chi bộ Phòng Tổng hợp')
    await talk.sees(duc, /^Từ giờ đồng chí đang nói với Chi bộ Phòng Tổng hợp/u)
    duc.says(bot, '/chuyende')
    await talk.sees(duc, /CĐ1/u)
  })
})

describe('the group', () => {
  test('is bound by whoever may, and by no one else', async () => {
    const { hoa, dat, mai, stranger } = people
    group = tg.group({ title: 'Phòng Tổng hợp', by: hoa, supergroup: true })
    for (const who of [dat, stranger]) group.add(who, hoa)
    group.add(bot, hoa)
    const hello = await talk.sees(group, /^Xin chào/u)
    for (const who of [dat, stranger]) who.presses(hello, 'Gắn nhóm với chi bộ')
    dat.says(group, '/lichhop@ChiBoBot')
    hoa.presses(hello, 'Gắn nhóm với chi bộ')
    await talk.sees(group, /^Nhóm này đã được gắn với Chi bộ Phòng Tổng hợp/u)
    // A group that is somebody's is not taken by another branch.
    group.add(mai, hoa)
    mai.presses(hello, 'Gắn nhóm với chi bộ')
    dat.says(group, '/chuyende@ChiBoBot')
    await talk.sees(group, /CĐ1/u)
    expect(tg.sent(group).filter(({ text }) => text.startsWith('Nhóm này'))).toHaveLength(1)
  })

  test('hidden administrators are told why; forwarded commands, strangers and other branches get nothing', async () => {
    const { hoa, dat, mai, stranger } = people
    const before = tg.sent(group).length
    stranger.says(group, '/lichhop@ChiBoBot')
    mai.says(group, '/lichhop@ChiBoBot')
    stranger.forges(tg.sent(group).at(-1)!, 'duhop co')
    mai.forges(tg.sent(group).at(-1)!, 'chuyende gui cd1')
    dat.forwards(group, hoa.says(bot, '/lichhop huy'))
    group.promote(hoa, hoa, { anonymous: true })
    hoa.says(group, '/lichhop@ChiBoBot')
    await talk.sees(group, /^Đồng chí đang nhắn dưới tên của nhóm/u)
    expect(tg.sent(group)).toHaveLength(before + 1)
    // The bot is made an administrator and hears all talk now: it is none of its business.
    group.promote(bot, hoa)
    dat.says(group, 'Mai họp lúc mấy giờ các đồng chí nhỉ?')
    hoa.says(group, 'Chiều mai nhé.')
    dat.says(group, '/chuyende@ChiBoBot')
    await talk.sees(group, /CĐ1/u)
    expect(tg.sent(group)).toHaveLength(before + 2)
  })

  test('a channel the bot is in is nobody', async () => {
    const { hoa } = people
    const channel = tg.channel({ title: 'Kênh', by: hoa })
    channel.add(bot, hoa)
    const posted = channel.posts('/lichhop')
    channel.edits(posted, '/trogiup')
    people.dat.says(bot, '/rieng')
    await talk.sees(people.dat, /^Thông tin riêng/u)
    expect(tg.sent().filter(({ room }) => room.kind === 'channel')).toEqual([])
  })
})

test('strangers hear one neutral line, whatever they say or make up', async () => {
  const { stranger } = people
  for (const line of ['/thanhvien', '/lichhop huy 2027-01', 'Chi bộ có những ai?', '/chibo', '/gopy xem cd1'])
    stranger.says(bot, line)
  for (const data of ['lichhop xacnhan 2027-01', 'chibo CB-2', 'dongy 1', 'thongbao guilai cd1', '=abcdefgh:gui'])
    await talk.forge(stranger, data)
  people.dat.says(bot, '/ngonngu vi')
  await talk.sees(people.dat, /^Từ nay/u)
  expect(tg.sent(stranger).map(({ text }) => text)).toEqual([expect.stringMatching(/^Xin chào\. Đây là hệ thống/u)])
})
