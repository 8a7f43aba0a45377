import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { pino } from 'pino'
import type { Update } from '../../../src/chat.js'
import { OutcomeUnknown, RetryLater, StoreUnavailable, Undeliverable } from '../../../src/errors.js'
import { createZaloBot, type ZaloBot, type ZaloBotOptions } from '../../../src/platforms/zalo-bot.js'
import { webhookPath } from '../../../src/platforms/zalo-bot/webhook.js'
import { createLastWebhook } from '../../../src/store/last-webhook.js'
import { openSqlite } from '../../../src/store/sqlite.js'
import type { Store } from '../../../src/store/store.js'
import { startZaloBot, type ZaloBotServer, type ZaloPerson } from '../../emulators/zalo-bot/start-zalo-bot.js'
import { configText } from '../../support/config-text.js'
import { behind } from './behind.js'

const token = '1234567890123456789:of-no-bot-at-all_for-tests'
const secret = 'S3cret_of-the-tests'
const publicUrl = 'https://chibot.example.vn'

let written: string
let zalo: ZaloBotServer
let lan: ZaloPerson
let bot: ZaloBot
let heard: Update[]
let receive: () => Promise<void>
let stop: AbortController
let ending: AbortController
let listening: Promise<void>
let store: Store

beforeEach(async () => {
  written = ''
  heard = []
  store = await openSqlite({ path: ':memory:' })
  receive = () => Promise.resolve()
  zalo = await startZaloBot({ token, canJoinGroups: true })
  lan = zalo.person('Lan')
  listening = Promise.resolve()
  stop = new AbortController()
})

afterEach(async () => {
  await silent()
  await zalo.close()
  await store.close()
  expect(written).not.toContain(token)
  expect(written).not.toContain(token.split(':')[1])
})

async function silent(): Promise<void> {
  stop.abort()
  await listening
}

async function listens(updates: ZaloBotOptions['updates'] = { mode: 'polling' }): Promise<void> {
  await silent()
  stop = new AbortController()
  const log = pino({ level: 'debug' }, { write: (line: string) => void (written += line) })
  ending = new AbortController()
  const lastWebhook = createLastWebhook(store, 'zalo-bot')
  const service = { lastWebhook, now: () => Date.now(), ending: ending.signal, turnedAway: () => undefined, log }
  bot = createZaloBot({ token, apiRoot: zalo.url, updates, ...service })
  await bot.start()
  const taken = async (update: Update): Promise<void> => {
    await receive()
    heard.push(update)
  }
  listening = bot.listen(taken, stop.signal)
}

const hears = (count: number): Promise<void> => zalo.until(() => heard.length >= count).then(() => undefined)
const texts = (): string[] => heard.map((update) => ('text' in update ? update.text : update.kind))
const send = (text: string, to = lan.id) =>
  bot.send('row:0', { text }, { channel: 'zalo-bot', id: to }, AbortSignal.timeout(3000))
const failed = (sending: Promise<unknown>): Promise<unknown> =>
  sending.then(
    () => Promise.reject(new Error('it was sent')),
    (error: unknown) => error,
  )

test('polling: in order, one at a time, and nothing more is asked for while something is not durable', async () => {
  await listens()
  for (let at = 0; at < 5; at++) lan.says(`ý ${at}`)
  await hears(5)
  expect(texts()).toEqual(['ý 0', 'ý 1', 'ý 2', 'ý 3', 'ý 4'])
  let away = true
  receive = () => (away ? Promise.reject(new StoreUnavailable()) : Promise.resolve())
  lan.says('ý 5')
  lan.says('ý 6')
  await zalo.until(() => zalo.waiting() === 1)
  await sleep(300)
  expect([heard.length, zalo.waiting()]).toEqual([5, 1])
  away = false
  await hears(7)
  expect(texts().slice(5)).toEqual(['ý 5', 'ý 6'])
})

test('polling: what was handed over is kept through an outage in which another instance begins to ask', async () => {
  await listens()
  let away = true
  receive = () => (away ? Promise.reject(new StoreUnavailable()) : Promise.resolve())
  lan.says('lịch họp')
  await zalo.until(() => written.includes('updates wait'))
  stop.abort()
  await sleep(6500)
  expect([heard.length, written.includes('is lost')]).toEqual([0, false])
  away = false
  await hears(1)
  await listening
  expect(texts()).toEqual(['lịch họp'])
})

test('polling: the end of the service does not wait for ever for a store that is away, and says what was lost', async () => {
  await listens()
  receive = () => Promise.reject(new StoreUnavailable())
  lan.says('lịch họp')
  await zalo.until(() => written.includes('updates wait'))
  stop.abort()
  ending.abort()
  await listening
  expect(written).toContain('an update was not taken and is lost')
})

test('polling: a webhook left set is taken away, and what came meanwhile is heard', async () => {
  zalo.proxy('https://old.example', 'http://127.0.0.1:1')
  await fetch(`${zalo.url}/bot${token}/setWebhook`, {
    method: 'POST',
    body: JSON.stringify({ url: 'https://old.example/hook', secret_token: 'something-old' }),
    headers: { 'content-type': 'application/json' },
  })
  lan.says('còn đó không')
  await listens()
  await hears(1)
  expect(zalo.webhook()).toBeNull()
  expect(written).toContain('a webhook was still set')
})

test('polling: numbers beyond 2^53 keep every digit; a stop does not lose what was handed over', async () => {
  zalo.switches.numericIds = true
  await listens()
  let begun = false
  receive = () => {
    begun = true
    return sleep(300)
  }
  lan.says('x')
  await zalo.until(() => begun)
  await silent()
  expect(heard.map(({ from }) => from.id)).toEqual([lan.id])
})

test('polling: our own words brought back are not heard', async () => {
  zalo.switches.echo = true
  await listens()
  lan.says('a')
  await hears(1)
  await send('chào đồng chí')
  lan.says('b')
  await hears(2)
  expect(texts()).toEqual(['a', 'b'])
})

test('sending: text, and each way to fail', async () => {
  await listens()
  expect(await failed(send('x'))).toEqual(new Undeliverable('refused'))
  lan.says('a')
  await hears(1)
  const { messageId } = await send('Kính gửi đồng chí')
  expect(lan.sees()).toMatchObject([{ text: 'Kính gửi đồng chí', messageId }])

  zalo.strike('sendMessage', { kind: 'drop' }, { kind: 'reset' }, { kind: 'answer', status: 502, body: 'bad gateway' })
  expect(await failed(send('mất câu trả lời'))).toEqual(new OutcomeUnknown())
  expect(lan.sees().at(-1)!.text).toBe('mất câu trả lời')
  expect(await failed(send('x'))).toEqual(new OutcomeUnknown())
  expect(await failed(send('x'))).toEqual(new OutcomeUnknown())
  zalo.strike('sendMessage', { kind: 'answer', status: 200, body: { ok: false, errorCode: 401, description: token } })
  expect(await failed(send('x'))).toEqual(new RetryLater(60_000, true))
  for (const under200 of [true, false]) {
    zalo.switches.under200 = under200
    zalo.quota(0)
    expect(await failed(send('x'))).toEqual(new Undeliverable('quota'))
  }
  zalo.quota(10)
  await send('sang tháng mới')
  zalo.strike('sendMessage', { kind: 'hang' })
  const limited = bot.send('r', { text: 'x' }, { channel: 'zalo-bot', id: lan.id }, AbortSignal.timeout(200))
  expect(await failed(limited)).toEqual(new OutcomeUnknown())
})

test('a picture goes by its link; choices are numbered lines', async () => {
  await listens()
  lan.says('a')
  await hears(1)
  const pictures = createServer((_request, response) => response.end('png')).listen(0, '127.0.0.1')
  await once(pictures, 'listening')
  const link = `http://127.0.0.1:${(pictures.address() as AddressInfo).port}/p.png`
  const attachment = { name: 'p.png', mime: 'image/png', size: 3, known: null, sha256: 'a', link }
  const choices = [
    { label: 'Dự họp', does: 'duhop co' },
    { label: 'Xin vắng', does: 'duhop vang' },
  ]
  for (const part of bot.parts({ title: 'THÔNG BÁO', text: 'Kính mời', choices, attachment }, 4)) {
    await bot.send('r', part, { channel: 'zalo-bot', id: lan.id }, AbortSignal.timeout(3000))
  }
  expect(lan.sees()).toMatchObject([
    { photo: { url: link, size: 3 }, text: 'THÔNG BÁO\nKính mời\n\n4. Dự họp\n5. Xin vắng' },
  ])
  pictures.closeAllConnections()
  pictures.close()
})

test('a picture that the platform cannot fetch leaves its words, with the link', async () => {
  await listens()
  lan.says('a')
  await hears(1)
  const link = `${zalo.url}/no-such-picture.png`
  const attachment = { name: 'p.png', mime: 'image/png', size: 3, known: null, sha256: 'a', link }
  for (const text of ['Thư mời', 'x'.repeat(1999)]) {
    const [part] = bot.parts({ text, attachment }, 1)
    await bot.send('r', part!, { channel: 'zalo-bot', id: lan.id }, AbortSignal.timeout(3000))
  }
  expect(lan.sees().map(({ photo, text }) => [photo, text])).toEqual([
    [null, `Thư mời\n${link}`],
    [null, 'x'.repeat(1999)],
  ])
  // Whether it arrived is not known: said again without the picture it might stand there twice.
  zalo.strike('sendPhoto', { kind: 'hang' })
  const [part] = bot.parts({ text: 'Thư mời', attachment }, 1)
  const sending = bot.send('r', part!, { channel: 'zalo-bot', id: lan.id }, AbortSignal.timeout(200))
  expect(await failed(sending)).toEqual(new OutcomeUnknown())
  expect(lan.sees()).toHaveLength(2)
})

test.each([
  ['with its link', 'https://chibot.example.vn/d/x', '📎 Dự thảo.docx\nhttps://chibot.example.vn/d/x'],
  ['without one', null, '📎 Dự thảo.docx'],
])('a document is its name, %s', async (_how, link, said) => {
  await listens()
  const attachment = { name: 'Dự thảo.docx', mime: 'application/msword', size: 3, known: null, sha256: 'a', link }
  expect(bot.parts({ text: 'Kính gửi', attachment }, 1)).toEqual([{ text: `Kính gửi\n${said}` }])
})

test('a long text goes in parts of 2,000, whole and composed', async () => {
  await listens()
  const text = Array.from({ length: 700 }, (_, at) => `góp ý ${at}`)
    .join(' ')
    .normalize('NFD')
  const parts = bot.parts({ text }, 1)
  expect(parts.every((part) => part.text.length <= 2000 && part.text === part.text.normalize('NFC'))).toBe(true)
  expect(parts.map((part) => part.text).join(' ')).toBe(text.normalize('NFC'))
})

test('a token the platform does not know stops the start', async () => {
  const log = pino({ level: 'silent' })
  const stranger = createZaloBot({
    token: '12345:another-token',
    apiRoot: zalo.url,
    updates: { mode: 'polling' },
    lastWebhook: createLastWebhook(store, 'zalo-bot'),
    now: Date.now,
    ending: AbortSignal.abort(),
    turnedAway: () => undefined,
    log,
  })
  const refused = await stranger.start().catch((error: unknown) => error)
  expect(configText(refused)).toMatch(/^ZALO_BOT_TOKEN: .*\n→ .*Zalo Bot Creator/u)
  zalo.strike('getMe', { kind: 'reset' })
  await expect(listens()).rejects.toBeInstanceOf(RetryLater)
})

test('webhook: 200 only when durable, in order, doubled deliveries under one id, both envelopes', async () => {
  await listens({ mode: 'webhook', publicUrl, secret })
  expect(written).toContain('could not reach it')
  const server = await behind(bot.webhook!)
  zalo.proxy(publicUrl, server.url)
  let away = true
  receive = () => (away ? Promise.reject(new StoreUnavailable()) : Promise.resolve())
  lan.says('một')
  await zalo.until(() => zalo.attempts.some(({ status }) => status === 503))
  expect(zalo.waiting()).toBe(1)
  away = false
  await hears(1)
  // Its answer has arrived too: what follows is another delivery.
  await zalo.until(() => zalo.waiting() === 0)
  zalo.switches.twice = true
  zalo.switches.enveloped = true
  lan.says('hai')
  await hears(3)
  expect(texts()).toEqual(['một', 'hai', 'hai'])
  expect(new Set(heard.map(({ id }) => id)).size).toBe(2)
  server.close()
})

test('webhook: a probe without a secret is answered and does nothing; everything else without it is refused', async () => {
  await listens({ mode: 'webhook', publicUrl, secret })
  const server = await behind(bot.webhook!)
  const at = `${server.url}${webhookPath}`
  const bring = (body: string, headers: Record<string, string> = {}) =>
    fetch(at, { method: 'POST', body, headers }).then(({ status }) => status)
  const probe = JSON.stringify({
    event_name: 'webhook.test',
    message: { date: 1, message_id: 'webhook-test', text: 'x' },
  })
  const real = JSON.stringify({
    event_name: 'message.text.received',
    message: { message_id: 'm', date: 1, from: { id: '1' }, chat: { id: '1' }, text: 'x' },
  })
  const known = { 'x-bot-api-secret-token': secret }
  expect(await bring(probe)).toBe(200)
  expect(await bring('')).toBe(200)
  for (const wrong of [{}, { 'x-bot-api-secret-token': `${secret}x` }, { 'x-bot-api-secret-token': '' }]) {
    expect(await bring(real, wrong)).toBe(403)
    expect(await bring('{"event_name":', wrong)).toBe(403)
  }
  expect(heard).toEqual([])
  expect(await bring('{"broken', known)).toBe(200)
  expect(await bring('x'.repeat(300_000), known)).toBe(413)
  expect(heard).toEqual([])
  expect(await bring(real, known)).toBe(200)
  expect(texts()).toEqual(['x'])
  server.close()
})
