import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { openDesk, type Desk } from '../cli/desk.js'
import { startZaloBot, type ZaloBotServer, type ZaloPerson } from '../emulators/zalo-bot/start-zalo-bot.js'
import { connectedBranch } from '../support/connected-branch.js'
import { freePort, ready, startService, type Service } from '../support/service.js'

/** The branch is connected, its group is there, and no event has said that the bot is in it. */
const token = '1234567890123456789:group-group'

let zalo: ZaloBotServer
let desk: Desk
let service: Service
let group: ReturnType<ZaloBotServer['group']>
const people = new Map<string, ZaloPerson>()
const person = (name: string): ZaloPerson => {
  if (!people.has(name)) people.set(name, zalo.person(name))
  return people.get(name)!
}

beforeAll(async () => {
  zalo = await startZaloBot({ token, canJoinGroups: true })
  desk = await openDesk()
  await connectedBranch(desk, { channel: 'zalo-bot', account: (member) => person(member).id })
  for (const one of people.values()) one.knows()
  group = zalo.group()
  service = startService({
    PORT: String(await freePort()),
    DATA_DIR: desk.config.dataDir,
    ZALO_BOT_TOKEN: token,
    ZALO_BOT_API_ROOT: zalo.url,
  })
  await ready(service)
}, 60_000)
afterAll(async () => {
  await service.stop()
  await zalo.close()
  await desk.clear()
})

const inGroup = (): string[] => zalo.seenIn(group).map(({ text }) => text)
const named = (words: string): string => `@${zalo.bot.display_name} ${words}`

async function seesInGroup(words: RegExp): Promise<string> {
  await zalo
    .until(() => inGroup().some((text) => words.test(text)), 20_000)
    .catch(() => {
      throw new Error(`not ${words.source}, only «${inGroup().join('»\n«')}»\n${service.log()}`)
    })
  return inGroup().findLast((text) => words.test(text))!
}

test('the group is bound from the chat: the secretary names the bot, quotes its greeting, and answers by number', async () => {
  for (const words of ['gắn nhóm', 'lịch họp', '1']) person('m08').saysIn(group, named(words))
  person('stranger').saysIn(group, named('gắn nhóm'))
  person('m01').saysIn(group, named('lịch họp'))
  const hello = await seesInGroup(/^Xin chào/u)
  expect(hello).toMatch(/\n1\. Gắn nhóm với chi bộ$/u)
  person('m08').quotesIn(group, zalo.seenIn(group)[0]!, '1')
  person('m01').quotesIn(group, zalo.seenIn(group)[0]!, '1')
  await seesInGroup(/^Nhóm này đã được gắn với Chi bộ Phòng Tổng hợp/u)
  person('m01').saysIn(group, named('lịch họp'))
  await seesInGroup(/^Buổi sinh hoạt tới|LỊCH SINH HOẠT/u)
  expect(inGroup()).toHaveLength(3)
}, 60_000)

test('what is said to the bot there is never passed over; a choice says how it is taken', async () => {
  expect(inGroup()[0]).toContain('trích tin này rồi trả lời bằng số, hoặc gọi tên hệ thống (@) kèm số:\n1. Gắn nhóm')
  const before = inGroup().length
  person('m05').quotesIn(group, zalo.seenIn(group)[0]!, 'xin chào')
  await seesInGroup(/^Kính chào đồng chí/u)
  person('m05').saysIn(group, named('mấy giờ rồi nhỉ'))
  await seesInGroup(/^Hệ thống chưa hiểu nội dung này\. Đề nghị đồng chí gõ «trợ giúp» kèm tên hệ thống/u)
  person('stranger').saysIn(group, named('xin chào'))
  person('m05').saysIn(group, named('trợ giúp'))
  await seesInGroup(/^Hệ thống đã nhắn riêng|^Các lệnh/u)
  expect(inGroup()).toHaveLength(before + 3)
}, 60_000)
