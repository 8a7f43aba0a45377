import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { localDate } from '../../src/domain/calendar/local-time.js'
import { demoFile } from '../support/demo-file.js'
import { describeFakeClock } from '../support/fake-clock.js'
import { describeMongo, dropDatabase, mongoUri } from '../support/mongo.js'
import { startService } from '../support/service.js'
import { liveByTheClock, type LivedYear } from '../support/year/by-the-clock.js'
import { sampleComment } from '../support/year/sample-comment.js'
import { year as table } from '../support/year/table.js'
import { actsOf, inTheTelegramGroup, inTheZaloGroup } from './acts.js'
import { channelsOf, openChannelsStage, type ChannelsStage, type OnChannels } from './stage.js'

/** As `chibot export` prints it. */
interface Exported {
  topics: { _id: string; key: string }[]
  comments: { topic: string; member: string; from: string; parts: { text: string }[] }[]
  calls: { member: string; subject: string; gone: boolean }[]
}

const NOTICE = 'THÔNG BÁO SINH HOẠT CHI BỘ'
const withoutChannel = ['m09', 'm11']
const members = Object.keys(channelsOf) as OnChannels[]
const names = new Map(demoFile().members.map((member) => [member.id, String(member['name'])]))
/** Ân is not called to the meetings of these months. */
const isCalled = (member: string, month: string): boolean => member !== 'm07' || !['08', '09', '10'].includes(month)

function yearSuite(env: Record<string, string>, drop: () => Promise<void>): void {
  let stage: ChannelsStage
  let lived: LivedYear
  let exported: Exported

  beforeAll(async () => {
    lived = await liveByTheClock({
      env,
      seed: 2027,
      open: async (clock, port) => (stage = await openChannelsStage(clock, port)),
      more: actsOf(() => stage),
    })
    const exporting = startService({ ...env, LOG_LEVEL: 'silent' }, ['export', 'CB-PTH'])
    await exporting.ended
    exported = JSON.parse(exporting.log()) as Exported
  }, 900_000)
  afterAll(drop)

  /** What the platforms accepted as that month's notice to him, on whatever channel. */
  const noticesTo = (chat: string, month: string) =>
    stage.chats
      .accepted(chat)
      .filter(({ text }) => text.startsWith(`${NOTICE}\n`) && text.includes(`thường kỳ tháng ${month}/2027`))
  /** Not from the ledger: after a kill he was asked on the telephone whether it had come. */
  const askedAfter = (chat: string, month: string): boolean =>
    lived.seen[chat]!.some(({ title, text }) => title === NOTICE && text.includes(`thường kỳ tháng ${month}/2027`))
  /** The secretary has seen him on a list of whom to phone, between the notice and the meeting. */
  function isToCall(member: string, { notice, meeting }: (typeof table)[number]): boolean {
    const [day, month, of] = meeting.split('/')
    return lived.seen['m01']!.some(
      ({ at, author, choices }) =>
        author === 'bot' &&
        localDate(at) >= notice &&
        localDate(at) <= `${of}-${month}-${day}` &&
        choices.some(({ label }) => label === `Đã báo điện thoại: ${names.get(member)}`),
    )
  }

  test('killed in every month', () => {
    expect(lived.kills).toBeGreaterThanOrEqual(12)
  })

  test('both groups saw twelve notices, each on its day, with date, time, place and presenter', () => {
    for (const chat of ['group', 'zalo-group']) {
      const seen = lived.seen[chat]!.filter(({ title }) => title === NOTICE)
      expect(seen.map(({ at }) => localDate(at))).toEqual(table.map(({ notice }) => notice))
      for (const [index, { month, meeting, presenter }] of table.entries()) {
        for (const words of [`tháng ${month}/2027`, '14 giờ 00, thứ', `ngày ${meeting}`, 'Phòng họp 2'])
          expect(seen[index]!.text).toContain(words)
        expect(seen[index]!.text).toContain(`đồng chí ${names.get(presenter)} trình bày`)
      }
    }
  })

  test('every notice reaches everybody on its day, or he is on the list of whom to phone', () => {
    const reached: Record<string, string[]> = {}
    for (const row of table) {
      for (const member of members.filter((one) => isCalled(one, row.month))) {
        const got = noticesTo(member, row.month)
        expect(got.map(({ at }) => localDate(at))).toEqual(got.map(() => row.notice))
        if (got.length > 0) (reached[row.month] ??= []).push(member)
        else expect([member, row.month, askedAfter(member, row.month) || isToCall(member, row)]).toEqual([member, row.month, true]) // prettier-ignore
      }
    }
    // The one whose only channel is the OA heard of it when he had spoken to it in time, and at no other.
    const heard = table.filter(({ month }) => reached[month]!.includes('m07')).map(({ month }) => month)
    expect(heard).toEqual(['02', '12'])
  })

  test('the two without a channel are on that list every month, and stand as told by phone', () => {
    for (const row of table) {
      for (const member of withoutChannel) expect([member, row.month, isToCall(member, row)]).toEqual([member, row.month, true]) // prettier-ignore
    }
    for (const member of withoutChannel) {
      const told = exported.calls.filter((call) => call.member.endsWith(`:${member}`) && !call.gone)
      const months = told.map(({ subject }) => /^notice:(?:.*:)?2027-(\d\d)/u.exec(subject)?.[1])
      expect(table.map(({ month }) => month).filter((month) => !months.includes(month))).toEqual([])
    }
  })

  test('nobody got anything twice, on one channel or over several, by the ledgers of the platforms', () => {
    expect(lived.judgement).toMatchObject({ extra: [], repeated: [] })
    for (const { month } of table) {
      for (const chat of [...members, 'group', 'zalo-group']) expect(noticesTo(chat, month).length).toBeLessThan(2)
    }
  })

  test('what was on its way at a kill was accepted once at most, and stands on a card, once', () => {
    const { doubts, onCards } = lived.judgement
    expect(doubts.filter(({ accepted }) => accepted > 1)).toEqual([])
    expect([...onCards].sort()).toEqual(doubts.flatMap(({ line }) => line ?? []).sort())
  })

  test('the channel preferred carries it; a later one only when every earlier one refuses', () => {
    const ways = new Map<string, string[]>()
    for (const { month } of table) {
      for (const member of members.filter((one) => isCalled(one, month))) {
        const channels = channelsOf[member] as readonly string[]
        for (const { address, at } of noticesTo(member, month)) {
          const before = channels.slice(0, channels.indexOf(address.channel))
          const free = before.filter((channel) => !stage.refuses(channel, member, at))
          expect([member, month, address.channel, free]).toEqual([member, month, address.channel, []])
          ways.set(member, [...(ways.get(member) ?? []), `${month} ${address.channel}`])
        }
      }
    }
    const by = (member: string, channel: string): string[] =>
      ways.get(member)!.filter((way) => way.endsWith(` ${channel}`)).map((way) => way.slice(0, 2)) // prettier-ignore
    // Blocked on Telegram from May to July; the OA had heard from him in January and April alone; a plan that was at its end.
    expect(by('m03', 'zalo-bot')).toEqual(['06', '07'])
    expect(by('m10', 'zalo-oa')).toEqual(['02', '05'])
    expect([...by('m06', 'zalo-oa'), ...by('m08', 'telegram')]).toContain('09')
  })

  test('a discussion in the group on Zalo and one in the group on Telegram meet in one topic', () => {
    const found = [inTheZaloGroup, inTheTelegramGroup].map((words) =>
      exported.comments.find(({ parts }) => parts.some(({ text }) => text === words))!,
    )
    expect(found.map(({ from }) => from)).toEqual(['group', 'group'])
    expect(found[0]!.topic).toBe(found[1]!.topic)
  })

  test('comments of all channels stand in the export word for word', () => {
    const said = exported.comments.flatMap(({ parts }) => parts.map(({ text }) => text))
    for (const n of [1, 2, 3, 4, 5, 7, 9, 10, 11]) expect(said).toContain(sampleComment(n).text)
    for (const words of sampleComment(8).messages!) expect(said).toContain(words)
  })
}

describeFakeClock('a year of one branch on three platforms', () => {
  describe('on the embedded store', () => {
    const folder = mkdtempSync(join(tmpdir(), 'chibot-year-channels-'))
    yearSuite({ DATA_DIR: folder }, () => Promise.resolve(rmSync(folder, { recursive: true, force: true })))
  })
  describeMongo('the year across channels, on MongoDB', () => {
    const folder = mkdtempSync(join(tmpdir(), 'chibot-year-channels-mongo-'))
    const database = `year-channels-${randomUUID().slice(0, 8)}`
    yearSuite({ DATA_DIR: folder, MONGODB_URI: mongoUri(database) }, async () => {
      await dropDatabase(database)
      rmSync(folder, { recursive: true, force: true })
    })
  })
})
