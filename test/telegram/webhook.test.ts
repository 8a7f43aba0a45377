import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { MongoMemoryReplSet } from 'mongodb-memory-server-core'
import type { TelegramPerson } from '../emulators/telegram/people/person.js'
import { describeMongo } from '../support/mongo.js'
import { freePort, ready, startService, type Service } from '../support/service.js'
import { branchOnTelegram, members, type BranchOnTelegram } from './branch-on-telegram.js'

const token = '7000000004:AAE-webhook_webhook_webhook_webhook_w'
const secret = 'S3cret_of-the-webhook-proof'
const origin = 'https://chibot.example.vn'
const PATIENCE_MS = 90_000
/** 1.5 s on a machine with nothing else to do; twice that here. */
const REFUSED_WITHIN_MS = 3000

const folder = mkdtempSync(join(tmpdir(), 'chibot-webhook-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The built product behind a webhook, and what came of each word to it. */
async function openHouse(store: Record<string, string>) {
  const house: BranchOnTelegram = await branchOnTelegram(token, store)
  const { tg, bot, people } = house
  const person = (name: string): TelegramPerson => people.get(name)!
  let service: Service
  let updates = 0
  const menus = new Map<string, number>()

  async function start(extra: Record<string, string> = {}): Promise<void> {
    const port = await freePort()
    tg.proxy(origin, `http://127.0.0.1:${port}`)
    service = startService({
      ...store,
      PORT: String(port),
      PUBLIC_URL: origin,
      TELEGRAM_MODE: 'webhook',
      TELEGRAM_BOT_TOKEN: token,
      TELEGRAM_API_ROOT: tg.url,
      TELEGRAM_WEBHOOK_SECRET: secret,
      ...extra,
    })
    if (extra['FAILPOINT'] === undefined) await ready(service)
  }

  /** An update as Telegram brings it, made by hand. */
  function word(name: string, text: string): object {
    const { id, first_name } = person(name).state.user
    const n = ++updates
    return {
      update_id: 2_000_000_000 + n,
      message: {
        message_id: 1_000_000 + n,
        date: Math.floor(tg.now() / 1000),
        chat: { id, type: 'private', first_name },
        from: { id, is_bot: false, first_name, language_code: 'vi' },
        text,
        ...(text.startsWith('/') ? { entities: [{ type: 'bot_command', offset: 0, length: text.length }] } : {}),
      },
    }
  }

  async function bring(body: string, shown: string | null = secret): Promise<number> {
    const answer = await fetch(`http://127.0.0.1:${service.port}/webhooks/telegram`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(shown === null ? {} : { 'x-telegram-bot-api-secret-token': shown }),
      },
      body,
    })
    await answer.arrayBuffer()
    return answer.status
  }

  const answers = (name: string, words: RegExp): number =>
    tg.sent(person(name)).filter(({ text }) => words.test(text)).length

  return {
    tg,
    bot,
    start,
    word,
    bring,
    service: () => service,
    says: (name: string, text: string) => person(name).says(bot, text),
    /** Answers to `/thoisu` since; what was brought before is answered before the menu, as one lane goes in order. */
    async since(name: string, from: number): Promise<string[]> {
      const asked = (menus.get(name) ?? MENUS_AT_START) + 1
      menus.set(name, asked)
      person(name).says(bot, '/trogiup')
      await tg
        .until(() => answers(name, menu) >= asked, PATIENCE_MS)
        .catch(() => {
          const texts = tg.sent(person(name)).map(({ text }) => text)
          throw new Error(`${name} waited for the menu in vain:\n«${texts.join('»\n«')}»\n${service.log()}`)
        })
      expect(answers(name, menu)).toBe(asked)
      return tg
        .sent(person(name))
        .slice(from)
        .map(({ text }) => text)
        .filter((text) => news.test(text))
    },
    sentTo: (name: string): number => tg.sent(person(name)).length,
    /** What Telegram tried to bring since, as far as that came to an end. */
    attempts: (from: number) => tg.attempts.slice(from).filter(({ ended }) => ended !== null),
    async close(): Promise<void> {
      await service.kill()
      await tg.stop()
    },
  }
}

type House = Awaited<ReturnType<typeof openHouse>>

/** `/start` shows it too. */
const MENUS_AT_START = 1
/** In simple mode in other words. */
const menu = /^(Các lệnh đồng chí dùng được|Đồng chí chọn dưới đây)/u
const news = /^Trình bày thời sự\n/u

describe('the webhook of the built product', () => {
  let house: House

  beforeAll(async () => {
    house = await openHouse({ DATA_DIR: join(folder, 'embedded') })
    await house.start()
    await house.tg.until(() => house.bot.pending() === 0, PATIENCE_MS)
    await Promise.all(members.map((name) => house.since(name, 0)))
  }, 180_000)
  afterAll(() => house.close())

  test.each([
    ['no secret', null],
    ['another', 'S3cret_of-the-webhook-prooF'],
    ['its beginning', secret.slice(0, -1)],
  ])('who shows %s is turned away, and nothing comes of it', async (_what, shown) => {
    const from = house.sentTo('m02')
    expect(await house.bring(JSON.stringify(house.word('m02', '/thoisu')), shown)).toBe(401)
    expect(await house.since('m02', from)).toEqual([])
  })

  test('what is too large is refused, what is broken is passed over: nothing comes of either', async () => {
    const from = house.sentTo('m03')
    const large = { ...house.word('m03', '/thoisu'), more: 'x'.repeat(1024 * 1024) }
    expect(await house.bring(JSON.stringify(large))).toBe(413)
    const whole = JSON.stringify(house.word('m03', '/thoisu'))
    for (const body of [
      '',
      '{',
      '[]',
      'null',
      whole.slice(0, -1),
      `${whole}x`,
      whole.replace('"text":', '"text":7,"x":'),
    ])
      expect(await house.bring(body)).toBe(200)
    expect(await house.since('m03', from)).toEqual([])
  })

  test('what is brought again, one after another and many at once, has one effect', async () => {
    const from = house.sentTo('m04')
    const body = JSON.stringify(house.word('m04', '/thoisu'))
    for (let time = 0; time < 3; time++) expect(await house.bring(body)).toBe(200)
    const parallel = JSON.stringify(house.word('m04', '/thoisu'))
    const statuses = await Promise.all(Array.from({ length: 20 }, () => house.bring(parallel)))
    expect(statuses).toEqual(Array<number>(20).fill(200))
    expect(await house.since('m04', from)).toEqual([expect.stringMatching(news), expect.stringMatching(news)])
    expect(await house.bring(body)).toBe(200)
    expect(await house.since('m04', house.sentTo('m04'))).toEqual([])
  })

  test('many people at once: each word has its effect once', async () => {
    const from = new Map(members.map((name) => [name, house.sentTo(name)]))
    const bodies = members.flatMap((name) => [1, 2, 3].map(() => JSON.stringify(house.word(name, '/thoisu'))))
    const statuses = await Promise.all([...bodies, ...bodies].map((body) => house.bring(body)))
    expect(new Set(statuses)).toEqual(new Set([200]))
    for (const name of members) expect(await house.since(name, from.get(name)!)).toHaveLength(3)
  }, 120_000)
})

describe('200 only when it is durable', () => {
  let house: House

  beforeAll(async () => {
    house = await openHouse({ DATA_DIR: join(folder, 'durable') })
    await house.start()
    await house.since('m02', 0)
    await house.service().stop()
  }, 180_000)
  afterAll(() => house.close())
  afterEach(() => house.service().stop())

  test.each([
    ['before it is stored', 'accept:before:1'],
    ['stored, but not answered', 'accept:after:1'],
  ])(
    'killed %s: Telegram hears no 200, brings it again, and it has one effect',
    async (_what, FAILPOINT) => {
      const from = house.sentTo('m02')
      const before = house.tg.attempts.length
      await house.start({ FAILPOINT })
      house.says('m02', '/thoisu')
      expect(await house.service().ended).toBe('SIGKILL')
      expect(house.attempts(before).filter(({ status }) => status === 200)).toEqual([])
      expect(house.bot.pending()).toBe(1)
      await house.start()
      expect(await house.since('m02', from)).toEqual([expect.stringMatching(news)])
    },
    120_000,
  )

  test('killed as soon as everybody has his 200: each is answered by the next life', async () => {
    await house.start()
    const from = new Map(members.map((name) => [name, house.sentTo(name)]))
    const bodies = members.flatMap((name) => [1, 2].map(() => JSON.stringify(house.word(name, '/thoisu'))))
    const statuses = await Promise.all(bodies.map((body) => house.bring(body)))
    await house.service().kill()
    expect(new Set(statuses)).toEqual(new Set([200]))
    await house.start()
    const come = await Promise.all(members.map((name) => house.since(name, from.get(name)!)))
    expect(come.map((texts) => texts.length)).toEqual(members.map(() => 2))
  }, 120_000)
})

/** Stopped in its tracks, and gone altogether; each says how it comes back. */
const away: [string, (set: MongoMemoryReplSet) => Promise<() => Promise<void>>][] = [
  [
    'does not answer',
    (set) => {
      const { pid } = set.servers[0]!.instanceInfo!.instance.mongodProcess!
      process.kill(pid!, 'SIGSTOP')
      return Promise.resolve(() => Promise.resolve(void process.kill(pid!, 'SIGCONT')))
    },
  ],
  [
    'is gone',
    async (set) => {
      const server = set.servers[0]!
      await server.stop({ doCleanup: false, force: false })
      return () => server.start(true)
    },
  ],
]

describeMongo('the webhook while MongoDB is away', () => {
  const binary = process.env['MONGOMS_SYSTEM_BINARY']
  const withServer = binary === undefined ? test.skip : test
  let set: MongoMemoryReplSet | undefined
  let house: House

  beforeAll(async () => {
    if (binary === undefined) return
    set = await MongoMemoryReplSet.create({
      binary: { systemBinary: binary, version: process.env['MONGOMS_VERSION']! },
      replSet: { count: 1, storageEngine: 'wiredTiger', args: ['--wiredTigerCacheSizeGB', '0.25'] },
    })
    house = await openHouse({ DATA_DIR: join(folder, 'mongo'), MONGODB_URI: set.getUri('webhook') })
    await house.start()
    await Promise.all(members.map((name) => house.since(name, 0)))
  }, 180_000)
  afterAll(async () => {
    await house?.close()
    await set?.stop()
  })

  withServer.each(away)(
    'MongoDB %s: 503 in time, and nothing is lost when Telegram repeats',
    async (_what, goAway) => {
      const { tg, bot } = house
      await tg.until(() => bot.pending() === 0, PATIENCE_MS)
      const from = new Map(members.map((name) => [name, house.sentTo(name)]))
      const before = tg.attempts.length
      const comeBack = await goAway(set!)
      for (const name of members) house.says(name, '/thoisu')
      // Each of them twice at least: at once, and again.
      await tg.until(() => house.attempts(before).length >= 3 * members.length, PATIENCE_MS)
      const refused = house.attempts(before)
      await comeBack()
      expect(new Set(refused.map(({ status }) => status))).toEqual(new Set([503]))
      const took = refused.map(({ began, ended }) => ended! - began)
      process.stdout.write(`${refused.length} deliveries refused, the last after ${Math.max(...took).toFixed(0)} ms\n`)
      expect(Math.max(...took)).toBeLessThan(REFUSED_WITHIN_MS)
      for (const name of members)
        expect([name, await house.since(name, from.get(name)!)]).toEqual([name, [expect.stringMatching(news)]])
      expect(house.attempts(before).filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(
        members.length,
      )
      expect(bot.pending()).toBe(0)
    },
    240_000,
  )
})
