import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { addDays, localDate } from '../../src/domain/calendar/local-time.js'
import { openDesk, type Desk } from '../cli/desk.js'
import type { TelegramBot } from '../emulators/telegram/people/bot.js'
import type { TelegramGroup } from '../emulators/telegram/people/group.js'
import type { TelegramPerson } from '../emulators/telegram/people/person.js'
import { startTelegram, type Telegram } from '../emulators/telegram/start-telegram.js'
import type { Post } from '../emulators/telegram/world/state.js'
import { connectedBranch } from '../support/connected-branch.js'
import { freePort, ready, startService, type Service } from '../support/service.js'
import { copiesOnSqlite, type StoreCopies } from '../support/store-copies.js'
import { createTalk } from './talk.js'

const token = '7000000003:AAE-kill_kill_kill_kill_kill_kill_ki'
const accountOf = (member: string): string => String(1000 + Number(member.slice(1)))
const members = ['m01', 'm02', 'm03', 'm04', 'm05', 'm06', 'm07', 'm08', 'm10', 'm11']
/** The group and ten members: the eleventh member has no device. */
const RECIPIENTS = members.length + 1
const notice = /^THÔNG BÁO SINH HOẠT CHI BỘ/u
const doubt = /^Chưa rõ đã đến hay chưa: .*$/gmu

function killSuite(copies: StoreCopies, points: string[]): void {
  let tg: Telegram
  let bot: TelegramBot
  let group: TelegramGroup
  let preview: Post
  const people = new Map<string, TelegramPerson>()
  const secretary = (): TelegramPerson => people.get('m01')!

  const start = async (name: string, failpoint?: string): Promise<Service> =>
    startService({
      ...copies.env(name),
      PORT: String(await freePort()),
      TELEGRAM_BOT_TOKEN: token,
      TELEGRAM_API_ROOT: tg.url,
      ...(failpoint === undefined ? {} : { FAILPOINT: failpoint }),
    })

  /** A meeting is written down and its notice shown; pressing «Gửi» sends it to everybody. */
  beforeAll(async () => {
    tg = await startTelegram()
    bot = tg.bot(token, { username: 'ChiBoBot' })
    for (const name of members) {
      people.set(name, tg.user({ id: Number(accountOf(name)), first_name: name, language_code: 'vi' }))
      people.get(name)!.start(bot)
    }
    group = tg.group({ title: 'Chi bộ', by: secretary() })
    group.add(bot, secretary())
    const desk: Desk = await openDesk({ env: copies.env('prepared') })
    await connectedBranch(desk, { channel: 'telegram', account: accountOf, group: String(group.id) })
    await desk.clear()
    const service = await start('prepared')
    const { sees, press } = createTalk(tg, () => service.log())
    await ready(service)
    for (const span of ['đêm', 'trưa']) {
      secretary().says(bot, `/caidat yenlang ${span} tắt`)
      await sees(secretary(), /Hiện nay[\s\S]*tắt/u)
      await press(secretary(), 'Lưu')
      await sees(secretary(), /^Đã lưu/u)
    }
    const date = addDays(localDate(tg.now()), 2).split('-').reverse().join('/')
    secretary().says(bot, `/lichhop tao ${date} 14h00 Hội trường`)
    preview = await sees(secretary(), /Hội trường/u)
    await tg.until(() => bot.pending() === 0, 20_000)
    expect(await service.stop()).toBe(0)
  }, 120_000)

  afterAll(async () => {
    await copies.drop('prepared')
    await tg.stop()
  })

  /** Presses «Gửi», starts the service anew if it dies, and waits until nothing more comes. */
  async function play(name: string, failpoint?: string): Promise<{ killed: boolean; came: Post[] }> {
    const before = tg.sent().length
    await copies.copy(name)
    let service = await start(name, failpoint)
    try {
      secretary().presses(preview, 'Gửi')
      let killed = false
      if (failpoint !== undefined) {
        killed = (await service.ended) === 'SIGKILL'
        service = await start(name)
      }
      await ready(service)
      const came = (): Post[] => tg.sent().slice(before)
      const settled = (): boolean => notices(came()).length + doubts(came()).length >= RECIPIENTS
      for (let look = 0; look < 400 && !settled(); look++) await sleep(50)
      // What comes later shows what comes twice, and the card: its chat takes one message a second.
      for (let quiet = 0, last = -1; quiet < 12; await sleep(250)) {
        quiet = came().length === last ? quiet + 1 : 0
        last = came().length
      }
      return { killed, came: came() }
    } finally {
      await service.kill()
      await copies.drop(name)
    }
  }

  const notices = (came: Post[]): Post[] => came.filter(({ text }) => notice.test(text))
  const doubts = (came: Post[]): string[] => came.flatMap(({ text }) => text.match(doubt) ?? [])

  /** Nobody got it twice; who did not get it stands among those in doubt, each once, all on one card. */
  function isExact(came: Post[]): void {
    const readers = notices(came).map(({ room }) => room.id)
    expect(readers).toEqual([...new Set(readers)])
    const inDoubt = doubts(came).filter((line) => line.includes('THÔNG BÁO SINH HOẠT CHI BỘ'))
    expect(inDoubt).toEqual([...new Set(inDoubt)])
    expect(readers.length + inDoubt.length).toBeGreaterThanOrEqual(RECIPIENTS)
    expect(came.filter(({ text }) => doubts([{ text } as Post]).length > 0).length).toBeLessThanOrEqual(1)
  }

  test.each(points)(
    'killed at %s',
    async (point) => {
      const { killed, came } = await play(point, point)
      expect(killed).toBe(true)
      isExact(came)
    },
    60_000,
  )

  test.each(['m02'])(
    'accepted for %s, the answer lost: in doubt, and not sent again',
    async (reader) => {
      const chat = reader === 'group' ? group.id : Number(accountOf(reader))
      tg.fails({ fault: 'apply-then-drop', method: 'sendMessage', chat })
      const { came } = await play(`lost-${reader}`)
      isExact(came)
      expect(notices(came)).toHaveLength(RECIPIENTS)
      expect(doubts(came)).toHaveLength(1)
    },
    60_000,
  )
}

describe('SIGKILL on Telegram, the embedded store', () =>
  killSuite(copiesOnSqlite(), ['claim:after:4', 'send:after:9']))
