import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Update as Received } from 'grammy/types'
import { pino } from 'pino'
import type { Update } from '../../../src/chat.js'
import { StoreUnavailable } from '../../../src/errors.js'
import { createCall } from '../../../src/platforms/telegram/call.js'
import { createInbox } from '../../../src/platforms/telegram/inbox.js'
import { poll } from '../../../src/platforms/telegram/poll.js'
import { createThreads } from '../../../src/platforms/telegram/threads.js'
import { createTransport } from '../../../src/platforms/telegram/transport.js'
import { canary, startApi, token, type ApiCall } from './scripted-api.js'
import { bot, message, now, press } from './updates.js'

type Answer = Awaited<ReturnType<Parameters<typeof startApi>[0]>>

/** What each call of getUpdates gets, in order; then it stops. */
let script: ((call: ApiCall) => Answer)[]
let receive: (update: Update) => Promise<void>
let heard: string[]
let acknowledged: string[]
let waits: number[]
let lines: string[]
let api: Awaited<ReturnType<typeof startApi>>
let stop: AbortController

const nothing = { result: [] }
const conflict = (words: string) => () => ({ error: 409, description: `Conflict: ${words}` })
const other = 'terminated by other getUpdates request; make sure that only one bot instance is running'
const held = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"

beforeEach(async () => {
  script = []
  heard = []
  acknowledged = []
  waits = []
  lines = []
  stop = new AbortController()
  receive = () => Promise.resolve()
  api = await startApi((call) => {
    const next = script.shift()
    if (!next) stop.abort()
    return next?.(call) ?? nothing
  })
})
afterEach(() => api.stop())

async function run(): Promise<void> {
  const log = pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) })
  const call = createCall({ token, apiRoot: api.url, transport: createTransport() })
  const inbox = createInbox({
    bot,
    log,
    now: () => now,
    threads: createThreads(() => now),
    receive: async (update) => {
      await receive(update)
      heard.push(update.id)
    },
    answer: (id) => Promise.resolve(void acknowledged.push(id)),
  })
  await poll({
    getUpdates: (ask, signal) => call('getUpdates', ask, signal),
    inbox,
    log,
    signal: stop.signal,
    wait: (ms) => Promise.resolve(void waits.push(ms)),
  })
  await inbox.settled()
}

const gives =
  (...batch: Received[]) =>
  () => ({ result: batch })
const numbered = (id: number, rest: Received): Received => ({ ...rest, update_id: id })
const text = (id: number): Received => numbered(id, message({ text: 'x', message_id: id }))
const offsets = (): unknown[] => api.of('getUpdates').map(({ payload }) => payload['offset'])
const ids = (...numbers: number[]): string[] => numbers.map((id) => `telegram:4242:m:1001:${id}:0`)

describe('what is confirmed', () => {
  test('a batch, by the call after it, and only once', async () => {
    script = [gives(text(10), text(11)), gives(), gives(text(12)), gives()]
    await run()
    expect(heard).toEqual(ids(10, 11, 12))
    expect(offsets()).toEqual([undefined, 12, undefined, 13, undefined])
  })

  test('a number lower than those before is as good as any: Telegram begins again where it likes', async () => {
    script = [gives(text(900_000_000)), gives(), gives(text(5)), gives(text(6)), gives()]
    await run()
    expect(heard).toEqual(ids(900_000_000, 5, 6))
    expect(offsets()).toEqual([undefined, 900_000_001, undefined, 6, 7, undefined])
  })

  test('what does not concern us, too', async () => {
    script = [gives({ update_id: 20, poll: {} } as Received), gives()]
    await run()
    expect(offsets()).toEqual([undefined, 21, undefined])
  })

  test('again, where the call that confirmed it failed', async () => {
    script = [gives(text(10)), () => ({ error: 502, description: 'Bad Gateway' }), gives()]
    await run()
    expect(offsets()).toEqual([undefined, 11, 11, undefined])
  })

  test('before it ends, what is durable', async () => {
    receive = () => Promise.resolve(stop.abort())
    script = [gives(text(10))]
    await run()
    expect(offsets()).toEqual([undefined, 11])
    expect(api.calls.at(-1)!.payload).toMatchObject({ timeout: 0, limit: 1 })
  })

  test('nothing of a batch that was not taken to its end', async () => {
    receive = (update) => {
      if (update.id === ids(11)[0]) stop.abort()
      return update.id === ids(11)[0] ? Promise.reject(new StoreUnavailable()) : Promise.resolve()
    }
    script = [gives(text(10), text(11), text(12))]
    await run()
    expect(heard).toEqual(ids(10))
    expect(offsets()).toEqual([undefined])
  })
})

test('while the store is away the same update waits, however long, and nothing overtakes it', async () => {
  let away = 40
  receive = () => (away-- > 0 ? Promise.reject(new StoreUnavailable()) : Promise.resolve())
  script = [gives(text(10), text(11)), gives()]
  await run()
  expect(heard).toEqual(ids(10, 11))
  expect(waits.filter((ms) => ms === 1000)).toHaveLength(40)
  expect(offsets()).toEqual([undefined, 12, undefined])
})

test('an update that fails for itself is given up after five tries and does not stop the others', async () => {
  let tries = 0
  receive = (update) => (update.id === ids(10)[0] ? Promise.reject(new Error(`x ${++tries}`)) : Promise.resolve())
  script = [gives(text(10), text(11)), gives()]
  await run()
  expect({ tries, heard }).toEqual({ tries: 5, heard: ids(11) })
  expect(lines.join('')).toContain('is given up')
})

test('presses are acknowledged once they are durable', async () => {
  let away = 1
  receive = () => (away-- > 0 ? Promise.reject(new StoreUnavailable()) : Promise.resolve())
  script = [gives(numbered(10, press({}))), gives()]
  await run()
  expect(acknowledged).toEqual(['4382bfdwdsb323b2d9'])
})

test('an update nobody can read does not take its batch with it', async () => {
  const broken = numbered(11, message({ photo: 7 }))
  script = [gives(text(10), broken, null as unknown as Received, text(12)), gives()]
  await run()
  expect(heard).toEqual(ids(10, 12))
})

describe('when Telegram does not give any', () => {
  test('another poller: explained, and asked less and less often', async () => {
    script = Array.from({ length: 8 }, () => conflict(other))
    await run()
    expect(waits).toHaveLength(8)
    const longest = [3000, 6000, 12_000, 24_000, 48_000, 60_000, 60_000, 60_000]
    for (const [at, ms] of longest.entries()) {
      expect(waits[at]).toBeGreaterThanOrEqual(ms * 0.75)
      expect(waits[at]).toBeLessThanOrEqual(ms)
    }
    expect(lines.join('')).toMatch(/another program polls with the same token.*@BotFather/u)
  })

  test('a webhook that is set: explained differently', async () => {
    script = [conflict(held), gives(text(10))]
    await run()
    expect(lines.join('')).toContain('a webhook is set for this bot')
    expect(heard).toEqual(ids(10))
  })

  test('a refused token: what to do, once a minute at most', async () => {
    script = [() => ({ error: 401, description: 'Unauthorized' }), () => ({ error: 401, description: 'Unauthorized' })]
    await run()
    expect(lines.join('')).toContain('TELEGRAM_BOT_TOKEN')
    expect(waits[0]).toBeGreaterThan(20_000)
  })

  test('429: as long as it says', async () => {
    script = [() => ({ error: 429, description: 'Too Many Requests', parameters: { retry_after: 17 } })]
    await run()
    expect(waits[0]).toBe(18_000)
  })

  test('after an outage it goes on, quickly at first', async () => {
    script = [
      () => (request) => void request.socket.destroy(),
      () => ({ error: 502, description: 'Bad Gateway' }),
      gives(text(10)),
      () => (request) => void request.socket.destroy(),
    ]
    await run()
    expect(heard).toEqual(ids(10))
    expect(waits.slice(0, 3).map((ms) => Math.ceil(ms / 1000))).toEqual([1, 2, 1])
  })

  test('an empty answer that comes at once is not asked for again at once', async () => {
    script = [gives(), gives()]
    await run()
    expect(waits).toEqual([500, 500])
  })

  test('no line of the log bears the token', async () => {
    script = [
      conflict(other),
      () => (request) => void request.socket.destroy(),
      () => ({ error: 401, description: 'x' }),
    ]
    await run()
    expect(lines.length).toBeGreaterThan(2)
    expect(lines.join('')).not.toContain(canary)
  })
})
