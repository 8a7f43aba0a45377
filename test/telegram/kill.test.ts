import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Store } from '../../src/store/store.js'
import type { TelegramPerson } from '../emulators/telegram/people/person.js'
import type { Telegram } from '../emulators/telegram/start-telegram.js'
import type { Post } from '../emulators/telegram/world/state.js'
import { describeMongo } from '../support/mongo.js'
import { freePort, ready, startService, type Service } from '../support/service.js'
import { copiesOnMongo, copiesOnSqlite, type StoreCopies } from '../support/store-copies.js'
import { accountOf, branchOnTelegram, members, type BranchOnTelegram } from './branch-on-telegram.js'
import { prepareNotice } from './prepare-notice.js'
import { createTalk } from './talk.js'

const token = '7000000003:AAE-kill_kill_kill_kill_kill_kill_ki'
/** The eleventh member has no device. */
const recipients = ['group', ...members]
const notice = /^THÔNG BÁO SINH HOẠT CHI BỘ/u
const doubt = /^Chưa rõ đã đến hay chưa: .*$/gmu
const PATIENCE_MS = 80_000

const notices = (came: Post[]): Post[] => came.filter(({ text }) => notice.test(text))
const doubts = (came: Post[]): string[] => came.flatMap(({ text }) => text.match(doubt) ?? [])

/** How the product is killed; resolves when it is dead. */
type Kill = { env: Record<string, string>; strike: (service: Service) => Promise<unknown> }

function killSuite(copies: StoreCopies, at: readonly string[]): void {
  let house: BranchOnTelegram
  let tg: Telegram
  let preview: Post
  const secretary = (): TelegramPerson => house.people.get('m01')!
  const chatOf = (reader: string): number => (reader === 'group' ? house.group.id : Number(accountOf(reader)))

  const start = async (name: string, extra: Record<string, string> = {}): Promise<Service> =>
    startService({
      ...copies.env(name),
      PORT: String(await freePort()),
      TELEGRAM_BOT_TOKEN: token,
      TELEGRAM_API_ROOT: tg.url,
      ...extra,
    })

  /** A meeting is written down and its notice shown; pressing «Gửi» sends it to everybody. */
  beforeAll(async () => {
    house = await branchOnTelegram(token, copies.env('prepared'))
    tg = house.tg
    const { bot } = house
    const service = await start('prepared')
    const talk = createTalk(tg, () => service.log())
    await ready(service)
    preview = await prepareNotice(talk, { secretary: secretary(), bot, now: tg.now() })
    await tg.until(() => bot.pending() === 0, PATIENCE_MS)
    expect(await service.stop()).toBe(0)
  }, 180_000)

  afterAll(async () => {
    await copies.drop('prepared')
    await tg.stop()
  })

  /** Presses «Gửi», starts the service anew when it is dead, and waits until every row has come to its end. */
  async function play(name: string, kill?: Kill): Promise<Post[]> {
    const before = tg.sent().length
    await copies.copy(name)
    let service = await start(name, kill?.env)
    let store: Store | null = null
    try {
      secretary().presses(preview, 'Gửi')
      if (kill) {
        await kill.strike(service)
        expect(await service.ended).toBe('SIGKILL')
        service = await start(name)
      }
      await ready(service)
      store = await copies.open(name)
      const came = (): Post[] => tg.sent().slice(before)
      const isThere = (): boolean => notices(came()).length + doubts(came()).length >= recipients.length
      await until(() => Promise.resolve(isThere()))
      await until(() => isAtRest(store!))
      return came()
    } finally {
      await service.kill()
      await store?.close()
      await copies.drop(name)
    }
  }

  /** Nobody got it twice; who did not get it stands among those in doubt, each once, all on one card. */
  function isExact(came: Post[]): void {
    const readers = notices(came).map(({ room }) => room.id)
    expect(readers).toEqual([...new Set(readers)])
    const inDoubt = doubts(came).filter((line) => line.includes('THÔNG BÁO SINH HOẠT CHI BỘ'))
    expect(inDoubt).toEqual([...new Set(inDoubt)])
    expect(readers.length + inDoubt.length).toBeGreaterThanOrEqual(recipients.length)
    expect(came.filter(({ text }) => doubts([{ text } as Post]).length > 0).length).toBeLessThanOrEqual(1)
  }

  const points = at.flatMap((reader) => {
    const n = recipients.indexOf(reader) + 1
    return [`send:before:${n}`, `send:after:${n}`]
  })

  test.each(points)(
    'killed at %s',
    async (point) => isExact(await play(point, { env: { FAILPOINT: point }, strike: ({ ended }) => ended })),
    150_000,
  )

  test.each(at)(
    'killed while the platform has it, for %s, and has not answered: not sent again',
    async (reader) => {
      const hanging = tg.fails({ fault: 'apply-then-hang', method: 'sendMessage', chat: chatOf(reader) })
      const came = await play(`during-${reader}`, {
        env: {},
        async strike(service) {
          await tg.until(() => hanging.hits > 0, PATIENCE_MS)
          await service.kill()
          hanging.release()
        },
      })
      isExact(came)
      expect(notices(came).some(({ room }) => room.id === chatOf(reader))).toBe(true)
    },
    150_000,
  )

  test('accepted, the answer lost: in doubt, and not sent again', async () => {
    tg.fails({ fault: 'apply-then-drop', method: 'sendMessage', chat: chatOf('m02') })
    const came = await play('lost')
    isExact(came)
    expect(notices(came)).toHaveLength(recipients.length)
    expect(doubts(came)).toHaveLength(1)
  }, 150_000)
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = performance.now() + PATIENCE_MS; !(await holds()); await sleep(50))
    if (performance.now() > end) throw new Error(`waited in vain for ${holds.toString()}`)
}

/** Twice in a row: between two reads something may go from where it is not read any more to where it was not yet. */
async function isAtRest(store: Store): Promise<boolean> {
  for (let look = 0; look < 2; look++) {
    const open = await Promise.all([
      store.count('journal', { open: 1 }),
      store.count('deliveries', { news: 1 }),
      store.count('deliveries', { state: 'waiting', held: 0 }),
      store.count('deliveries', { state: 'sending' }),
    ])
    if (open.some((count) => count > 0)) return false
  }
  return true
}

/** On the second store a third of them; all with `CHIBOT_KILLS=all`. */
const third = process.env['CHIBOT_KILLS'] === 'all' ? recipients : recipients.filter((_, n) => n % 3 === 0)

describe('SIGKILL on Telegram, the embedded store', () => killSuite(copiesOnSqlite(), recipients))
describeMongo('SIGKILL on Telegram, MongoDB', () => killSuite(copiesOnMongo(), third))
