import { once } from 'node:events'
import { createServer, request as httpRequest, type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import express from 'express'
import type { Update } from '../../../src/chat.js'
import { StoreUnavailable } from '../../../src/errors.js'
import { createLog } from '../../../src/log.js'
import { createInbox, type Inbox } from '../../../src/platforms/telegram/inbox.js'
import { createThreads } from '../../../src/platforms/telegram/threads.js'
import { createWebhook, webhookPath } from '../../../src/platforms/telegram/webhook.js'
import { bot, message, now, press } from './updates.js'

const secret = 'S3cret_of-the-tests'
const log = createLog('silent')

let heard: string[] = []
let acknowledged: string[] = []
/** What happens to an update before it is durable. */
let receive: (update: Update) => Promise<void>
let acknowledge: () => Promise<void>
let inbox: Inbox | null
let server: Server
let url: string

beforeEach(async () => {
  heard = []
  acknowledged = []
  receive = () => Promise.resolve()
  acknowledge = () => Promise.resolve()
  inbox = createInbox({
    bot,
    log,
    now: () => now,
    threads: createThreads(() => now),
    receive: async (update) => {
      await receive(update)
      heard.push(update.id)
    },
    answer: async (id) => {
      await acknowledge()
      acknowledged.push(id)
    },
  })
  server = createServer(express().use(createWebhook({ secret, inbox: () => inbox, log })))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${webhookPath}`
})

afterEach(async () => {
  server.closeAllConnections()
  server.close()
  await once(server, 'close')
})

const known = { 'x-telegram-bot-api-secret-token': secret, 'content-type': 'application/json' }

const bring = (body: string | Buffer, headers: Record<string, string> = known): Promise<Response> =>
  fetch(url, { method: 'POST', headers, body: new Uint8Array(Buffer.from(body)) })

const status = async (body: string | Buffer, headers?: Record<string, string>): Promise<number> =>
  (await bring(body, headers)).status

const text = JSON.stringify(message({ text: '/lichhop' }))

test('200 comes only after what was said is durable', async () => {
  let durable = false
  receive = async () => {
    await new Promise((resolve) => setTimeout(resolve, 50))
    durable = true
  }
  expect(await status(text)).toBe(200)
  expect(durable).toBe(true)
  expect(heard).toEqual(['telegram:4242:m:1001:77:0'])
})

test('what comes again is heard again under the same id, and answered 200', async () => {
  expect([await status(text), await status(text)]).toEqual([200, 200])
  expect(new Set(heard).size).toBe(1)
})

test('many at once', async () => {
  const bodies = Array.from({ length: 50 }, (_, at) => JSON.stringify(message({ text: 'x', message_id: 100 + at })))
  const all = await Promise.all(bodies.map((body) => status(body)))
  expect(all).toEqual(bodies.map(() => 200))
  expect(new Set(heard).size).toBe(50)
})

test('while the store is away: 503, and nothing is acknowledged', async () => {
  receive = () => Promise.reject(new StoreUnavailable())
  const response = await bring(JSON.stringify(press({})))
  expect(response.status).toBe(503)
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(acknowledged).toEqual([])
})

test('while nobody listens yet: 503', async () => {
  inbox = null
  expect(await status(text)).toBe(503)
})

test('something else that goes wrong: 500, without a word about it', async () => {
  receive = () => Promise.reject(new Error('a secret of ours'))
  const response = await bring(text)
  expect(response.status).toBe(500)
  expect(await response.text()).not.toContain('secret')
})

test('a press is acknowledged once it is durable, and nobody waits for that', async () => {
  let release = (): void => undefined
  acknowledge = () => new Promise((resolve) => (release = resolve))
  expect(await status(JSON.stringify(press({})))).toBe(200)
  expect(heard).toEqual(['telegram:4242:cb:4382bfdwdsb323b2d9'])
  expect(acknowledged).toEqual([])
  release()
  await inbox!.settled()
  expect(acknowledged).toEqual(['4382bfdwdsb323b2d9'])
})

test('a press that says nothing to us is acknowledged all the same', async () => {
  expect(await status(JSON.stringify(press({ data: undefined, game_short_name: 'x' })))).toBe(200)
  await inbox!.settled()
  expect({ heard, acknowledged }).toEqual({ heard: [], acknowledged: ['4382bfdwdsb323b2d9'] })
})

test.each([
  ['none', {}],
  ['an empty one', { 'x-telegram-bot-api-secret-token': '' }],
  ['another', { 'x-telegram-bot-api-secret-token': 'S3cret_of-the-testz' }],
  ['its beginning', { 'x-telegram-bot-api-secret-token': secret.slice(0, -1) }],
  ['more than it', { 'x-telegram-bot-api-secret-token': `${secret}x` }],
  ['it twice', { 'x-telegram-bot-api-secret-token': `${secret}, ${secret}` }],
])('401 for whoever shows no secret of ours: %s', async (_what, headers: Record<string, string>) => {
  const response = await bring(text, headers)
  expect(response.status).toBe(401)
  expect(heard).toEqual([])
})

test('a forger is turned away before his body is read', async () => {
  const asked = httpRequest(url, { method: 'POST', headers: { 'content-length': 10_000_000 } })
  asked.on('error', () => undefined)
  asked.write('{')
  const [answer] = (await once(asked, 'response')) as [{ statusCode: number }]
  expect(answer.statusCode).toBe(401)
  asked.destroy()
})

test.each([
  ['nothing', ''],
  ['half an object', '{'],
  ['null', 'null'],
  ['a list', '[]'],
  ['a text', '"x"'],
  ['a number', '1e999'],
  ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00])],
  ['a thousand brackets', '['.repeat(100_000)],
  ['an empty object', '{}'],
  ['a message that is a list', '{"update_id":1,"message":[]}'],
  [
    'a message whose parts are no parts',
    '{"update_id":1,"message":{"chat":{"id":1,"type":"private"},"message_id":1,"photo":7,"text":5}}',
  ],
  ['foul keys', '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'],
])('%s is answered 200: it would only come again', async (_what, body) => {
  expect(await status(body)).toBe(200)
  expect(heard).toEqual([])
  expect(({} as { polluted?: number }).polluted).toBeUndefined()
})

test('a megabyte is the most', async () => {
  const of = (bytes: number): string => JSON.stringify({ update_id: 1, x: 'x'.repeat(bytes - 22) })
  expect(of(1_048_576)).toHaveLength(1_048_576)
  expect(await status(of(1_048_576))).toBe(200)
  expect(await status(of(1_048_577))).toBe(413)
})

test('what is packed is not unpacked', async () => {
  expect(await status(gzipSync(text), { ...known, 'content-encoding': 'gzip' })).toBe(415)
  expect(heard).toEqual([])
})

test('other methods and addresses are not ours', async () => {
  expect((await fetch(url, { headers: known })).status).toBe(404)
  expect((await fetch(`${url}/x`, { method: 'POST', headers: known, body: text })).status).toBe(404)
})

test('whoever hangs up before the answer has been heard', async () => {
  let taken = (): void => undefined
  const done = new Promise<void>((resolve) => (taken = resolve))
  receive = () => {
    taken()
    return Promise.resolve()
  }
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  const head = [`POST ${webhookPath} HTTP/1.1`, 'Host: x', `X-Telegram-Bot-Api-Secret-Token: ${secret}`]
  const body = Buffer.from(text)
  socket.end(`${[...head, `Content-Length: ${body.length}`].join('\r\n')}\r\n\r\n${body.toString()}`)
  await done
  socket.destroy()
  await new Promise(setImmediate)
  expect(heard).toEqual(['telegram:4242:m:1001:77:0'])
})
