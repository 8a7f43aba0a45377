import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { pino } from 'pino'
import type { Update } from '../../../src/chat.js'
import { ConfigError } from '../../../src/errors.js'
import { createZaloBot } from '../../../src/platforms/zalo-bot.js'
import { createLastWebhook } from '../../../src/store/last-webhook.js'
import { openSqlite } from '../../../src/store/sqlite.js'
import type { Store } from '../../../src/store/store.js'
import { startZaloBot, type ZaloBotServer } from '../../emulators/zalo-bot/start-zalo-bot.js'
import { behind } from './behind.js'

/** The platform lets a webhook be set a few times a day only. */

const token = '1234567890123456789:of-no-bot-at-all_for-tests'
const publicUrl = 'https://chibot.example.vn'

let store: Store
let zalo: ZaloBotServer
let written: string
let heard: Update[]
const ends: (() => Promise<void>)[] = []

beforeEach(async () => {
  store = await openSqlite({ path: ':memory:' })
  zalo = await startZaloBot({ token })
  written = ''
  heard = []
})
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
  await zalo.close()
  await store.close()
})

/** One life of the service; resolves when it listens. */
async function lives(secret = 'S3cret_of-the-tests'): Promise<{ end: () => Promise<void>; listening: Promise<void> }> {
  const stop = new AbortController()
  const bot = createZaloBot({
    token,
    apiRoot: zalo.url,
    updates: { mode: 'webhook', publicUrl, secret },
    lastWebhook: createLastWebhook(store, 'zalo-bot'),
    webhookAgainMs: 100,
    now: Date.now,
    ending: stop.signal,
    turnedAway: () => undefined,
    log: pino({ level: 'debug' }, { write: (line: string) => void (written += line) }),
  })
  const at = await behind(bot.webhook!)
  ends.push(() => Promise.resolve(at.close()))
  zalo.proxy(publicUrl, at.url)
  await bot.start()
  const listening = bot.listen((update) => Promise.resolve(void heard.push(update)), stop.signal)
  let ended: Promise<void> | null = null
  const end = (): Promise<void> =>
    (ended ??= (async () => {
      stop.abort()
      await listening.catch(() => undefined)
    })())
  ends.push(end)
  return { end, listening }
}
const sets = (): number => zalo.calls.filter(({ method }) => method === 'setWebhook').length

async function hears(): Promise<void> {
  const before = heard.length
  zalo.person('Lan').says('lịch họp')
  await zalo.until(() => heard.length > before, 5000)
}

test('a webhook we have set stays: a start sets it no second time', async () => {
  for (let life = 0; life < 4; life++) {
    const { end } = await lives()
    await hears()
    await end()
  }
  expect(sets()).toBe(1)
})

test('another secret, or somebody else who set it since: it is set anew', async () => {
  await (await lives()).end()
  await (await lives('another-secret')).end()
  expect(sets()).toBe(2)
  await new Promise((resolve) => setTimeout(resolve, 5))
  await fetch(`${zalo.url}/bot${token}/setWebhook`, {
    method: 'POST',
    body: JSON.stringify({ url: `${publicUrl}/webhooks/zalo-bot`, secret_token: 'of-somebody-else' }),
    headers: { 'content-type': 'application/json' },
  })
  await lives('another-secret')
  expect(sets()).toBe(4)
  await hears()
})

test.each([
  [429, 'the cap of the day'],
  [426, 'the cap of the day, by its other code'],
  [503, 'a failure of its own'],
])('%d, %s: what stands is listened to, and it is asked for again', async (code) => {
  await (await lives()).end()
  // Only the store has forgotten that it is ours.
  await createLastWebhook(store, 'zalo-bot').write('nothing')
  const no = { kind: 'answer' as const, status: code, body: { ok: false, error_code: code, description: 'no' } }
  zalo.strike('setWebhook', no, no)
  await lives()
  expect(written).toContain('one with our address stands')
  await hears()
  await zalo.until(() => sets() === 4, 5000)
  await hears()
})

test('where none stands the bot is not deaf for ever: asked again at growing intervals, until the day is over', async () => {
  zalo.switches.setsADay = 0
  await lives()
  expect(written).toContain('nothing is heard until it does')
  await zalo.until(() => sets() === 3, 5000)
  const asked = sets()
  await new Promise((resolve) => setTimeout(resolve, 250))
  expect(sets() - asked).toBeLessThanOrEqual(1)
  zalo.switches.setsADay = 1
  await hears()
  expect(zalo.webhook()).not.toBeNull()
})

test('an address the platform does not take is for a person, at the start and later', async () => {
  const no = { kind: 'answer' as const, status: 400, body: { ok: false, error_code: 400, description: 'no' } }
  zalo.strike('setWebhook', no)
  await expect(lives()).rejects.toBeInstanceOf(ConfigError)
  zalo.switches.setsADay = 0
  const { listening } = await lives()
  zalo.strike('setWebhook', no)
  await expect(listening).rejects.toBeInstanceOf(ConfigError)
})
