import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { startZaloBot, type ZaloBotServer, type ZaloPerson } from './zalo-bot/start-zalo-bot.js'

/**
 * The platform's page, read line by line with plain requests. No client of others drives it: those of its documents are
 * not in the npm registry, and what is there (the plugin of OpenClaw) has its client inside, behind OpenClaw itself.
 */

const token = '1234567890123456789:of-the-emulators-own-tests'
const secret = 'secret-of-the-page'
const publicUrl = 'https://bot.example.vn'
const day = 24 * 60 * 60_000

let zalo: ZaloBotServer
let lan: ZaloPerson
let receiver: Server
let came: { headers: Record<string, unknown>; body: Record<string, unknown> }[]
let status: number

beforeEach(async () => {
  zalo = await startZaloBot({ token, canJoinGroups: true, refetchMs: 50 })
  lan = zalo.person('Lan')
  came = []
  status = 200
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString()
      if (text !== '') came.push({ headers: request.headers, body: JSON.parse(text) as Record<string, unknown> })
      response.writeHead(status).end(request.url === '/once' && came.push({ headers: {}, body: {} }) > 1 ? '' : 'png')
    })
  })
  receiver.listen(0, '127.0.0.1')
  await once(receiver, 'listening')
  zalo.proxy(publicUrl, origin())
})
afterEach(async () => {
  await zalo.close()
  receiver.closeAllConnections()
  receiver.close()
})

const origin = (): string => `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`

interface Said {
  status: number
  body: { ok: boolean; result?: Record<string, unknown>; error_code?: number; errorCode?: number; description?: string }
}

async function ask(path: string, init: RequestInit = {}): Promise<Said> {
  const answer = await fetch(`${zalo.url}${path}`, init)
  return { status: answer.status, body: (await answer.json()) as Said['body'] }
}

const call = (method: string, given: object = {}): Promise<Said> =>
  ask(`/bot${token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(given),
  })

/** How the call was answered: its own code, or `ok`. */
const codeOf = ({ body }: Said): number | 'ok' | undefined => (body.ok ? 'ok' : (body.error_code ?? body.errorCode))

describe('calls', () => {
  test('GET and POST; in the query, as JSON, as a form, in parts', async () => {
    lan.knows()
    const given = { chat_id: lan.id, text: 'Kính gửi' }
    const form = new FormData()
    for (const [name, value] of Object.entries(given)) form.set(name, value)
    const path = `/bot${token}/sendMessage`
    const said = [
      await ask(`${path}?${new URLSearchParams(given).toString()}`),
      await call('sendMessage', given),
      await ask(path, { method: 'POST', body: new URLSearchParams(given) }),
      await ask(path, { method: 'POST', body: form }),
    ]
    for (const { status: http, body } of said) {
      expect([http, body]).toMatchObject([200, { ok: true, result: { message_id: expect.stringMatching(/^[0-9a-f]{20}$/u), date: expect.any(Number) } }]) // prettier-ignore
      expect(body.result!['date']).toBeGreaterThan(1e12)
    }
    expect(lan.sees().map(({ text }) => text)).toEqual(Array<string>(4).fill('Kính gửi'))
  })

  test('who the bot is, in the four fields of the documents', async () => {
    expect((await call('getMe')).body.result).toEqual({
      id: expect.stringMatching(/^\d+$/u),
      account_name: 'bot.chibo',
      account_type: 'BASIC',
      can_join_groups: true,
    })
  })

  test.each([
    ['a wrong token', () => ask('/bot1:wrong/getMe'), 401],
    ['a method nobody knows', () => call('editMessageText'), 400],
    ['another spelling of one', () => call('getme'), 400],
    ['no text', () => call('sendMessage', { chat_id: lan.id }), 400],
    ['an empty text', () => call('sendMessage', { chat_id: lan.id, text: '' }), 400],
    ['2,000 characters', () => call('sendMessage', { chat_id: lan.id, text: 'x'.repeat(2000) }), 'ok'],
    ['2,001', () => call('sendMessage', { chat_id: lan.id, text: 'x'.repeat(2001) }), 400],
    ['a style nobody knows', () => call('sendMessage', { chat_id: lan.id, text: 'x', parse_mode: 'MarkdownV2' }), 400],
    ['a chat that never spoke', () => call('sendMessage', { chat_id: '1', text: 'x' }), 400],
    ['a sticker', () => call('sendSticker', { chat_id: lan.id, sticker: 'ff4e' }), 'ok'],
    ['a recording of another kind', () => call('sendVoice', { chat_id: lan.id, voice_url: 'https://a/b.mp3' }), 400],
    ['a recording', () => call('sendVoice', { chat_id: lan.id, voice_url: 'https://a/b.aac' }), 'ok'],
    ['typing', () => call('sendChatAction', { chat_id: lan.id, action: 'typing' }), 'ok'],
    ['another action', () => call('sendChatAction', { chat_id: lan.id, action: 'upload_photo' }), 400],
    ['no webhook', () => call('getWebhookInfo'), 404],
    ['a webhook without https', () => call('setWebhook', { url: 'http://a.vn', secret_token: secret }), 400],
    ['a webhook on this computer', () => call('setWebhook', { url: 'https://localhost', secret_token: secret }), 400],
    ['one in a local network', () => call('setWebhook', { url: 'https://192.168.1.9/x', secret_token: secret }), 400],
    ['a short secret', () => call('setWebhook', { url: publicUrl, secret_token: '1234567' }), 400],
  ])('%s', async (_what, asked, code) => {
    lan.knows()
    const said = await asked()
    expect([codeOf(said), said.status]).toEqual([code, code === 'ok' ? 200 : code])
    // The same under HTTP 200, as it has been seen.
    zalo.switches.under200 = true
    const again = await asked()
    expect([codeOf(again), again.status]).toEqual([code, 200])
  })

  test('what arrives without a word of it, and what is said to arrive in a group and does not', async () => {
    const group = zalo.group()
    expect((await call('sendVoice', { chat_id: group.id, voice_url: 'https://a/b.aac' })).body.ok).toBe(true)
    expect(zalo.posts).toEqual([])
    lan.knows()
    expect((await call('sendChatAction', { chat_id: lan.id, action: 'typing' })).body).toEqual({ ok: true })
    await call('sendMessage', { chat_id: lan.id, text: '**x**', parse_mode: 'markdown' })
    expect(lan.sees()).toMatchObject([{ styles: 'markdown' }])
  })

  test('a picture is fetched, and again later; one that was there once only is black', async () => {
    lan.knows()
    const photo = `${publicUrl}/p.png`
    expect(codeOf(await call('sendPhoto', { chat_id: lan.id, photo, caption: 'x'.repeat(2001) }))).toBe(400)
    await call('sendPhoto', { chat_id: lan.id, photo, caption: 'ảnh' })
    status = 404
    expect(codeOf(await call('sendPhoto', { chat_id: lan.id, photo }))).toBe(400)
    await zalo.until(() => lan.sees()[0]!.black)
    expect(lan.sees()).toMatchObject([{ text: 'ảnh', photo: { url: photo, size: 3 } }])
  })

  test('3,000 messages a month; the next month begins anew', async () => {
    lan.knows()
    zalo.quota(1)
    const said = () => call('sendMessage', { chat_id: lan.id, text: 'x' })
    expect([codeOf(await said()), codeOf(await said()), codeOf(await said())]).toEqual(['ok', 429, 429])
    zalo.advance(31 * day)
    expect(codeOf(await said())).toBe('ok')
  })

  test('an answer lost on the way: done all the same', async () => {
    lan.knows()
    zalo.strike('sendMessage', { kind: 'drop' })
    await expect(call('sendMessage', { chat_id: lan.id, text: 'x' })).rejects.toThrow()
    expect(lan.sees()).toHaveLength(1)
  })
})

describe('polling', () => {
  test('one update at a time, as an object; then 408; a number or a text as timeout', async () => {
    lan.says('một')
    lan.says('hai')
    const texts = [(await call('getUpdates', { timeout: 1 })).body, (await call('getUpdates', { timeout: '1' })).body]
    expect(texts.map(({ result }) => result)).toMatchObject([
      { event_name: 'message.text.received', message: { text: 'một', chat: { id: lan.id, chat_type: 'PRIVATE' } } },
      { message: { text: 'hai', from: { id: lan.id, display_name: 'Lan', is_bot: false } } },
    ])
    expect(await call('getUpdates', { timeout: '0' })).toEqual({
      status: 408,
      body: { ok: false, description: 'Request timeout', error_code: 408 },
    })
  })

  test('two who poll with one token take from each other: nothing comes twice, and nobody is told', async () => {
    const polls = Array.from({ length: 4 }, () => call('getUpdates', { timeout: 2 }))
    await zalo.until(() => zalo.calls.length === 4)
    lan.says('một')
    lan.says('hai')
    const said = await Promise.all(polls)
    const texts = said.map(({ body }) => (body.result?.['message'] as { text: string } | undefined)?.text)
    expect(texts.filter(Boolean).sort()).toEqual(['hai', 'một'])
    expect(said.filter((one) => codeOf(one) === 408)).toHaveLength(2)
  })

  test('while a webhook is set it does not work', async () => {
    await call('setWebhook', { url: `${publicUrl}/hook`, secret_token: secret })
    expect(codeOf(await call('getUpdates', { timeout: 0 }))).toBe(400)
    expect((await call('getWebhookInfo')).body.result).toMatchObject({ url: `${publicUrl}/hook` })
    expect((await call('deleteWebhook')).body.result).toMatchObject({ url: '' })
    expect(codeOf(await call('getUpdates', { timeout: 0 }))).toBe(408)
  })
})

describe('the webhook', () => {
  const set = () => call('setWebhook', { url: `${publicUrl}/hook`, secret_token: secret })

  test('is saved, and asked by a probe that shows no secret and names nobody', async () => {
    expect((await set()).body.result).toMatchObject({ verification: { ok: true, outcome: 'webhook.ok' } })
    expect(came).toMatchObject([{ body: { event_name: 'webhook.test', message: { message_id: 'webhook-test' } } }])
    expect(came[0]!.headers).not.toHaveProperty('x-bot-api-secret-token')
    expect(came[0]!.body['message']).not.toHaveProperty('from')
    expect((came[0]!.body['message'] as { date: number }).date).toBeLessThan(1e12)
    zalo.switches.probeShowsSecret = true
    await set()
    expect(came[1]!.headers).toMatchObject({ 'x-bot-api-secret-token': secret, 'user-agent': 'Java/1.8.0_192' })
  })

  test.each([
    [403, 'webhook.http.403'],
    [404, 'webhook.http.404'],
    [502, 'webhook.http.5xx'],
    [301, 'webhook.http.other'],
  ])('a receiver that answers %s', async (answered, outcome) => {
    status = answered
    expect((await set()).body.result).toMatchObject({ verification: { ok: false, outcome, status_code: answered } })
    // It is saved all the same.
    expect(zalo.webhook()).toMatchObject({ url: `${publicUrl}/hook` })
  })

  test('is tried a few times a day', async () => {
    await set()
    const codes = []
    for (let time = 0; time < 6; time++) codes.push(await call('testWebhook'))
    expect(codes.map(codeOf)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 426])
    expect(codes.at(-1)!.body.errorCode).toBe(426)
    zalo.advance(day)
    expect(codeOf(await call('testWebhook'))).toBe('ok')
  })

  test('is set a few times a day, where that is so', async () => {
    zalo.switches.setsADay = 1
    expect([codeOf(await set()), codeOf(await set())]).toEqual(['ok', 429])
    zalo.switches.overSets = 426
    expect(codeOf(await set())).toBe(426)
    zalo.advance(day)
    expect(codeOf(await set())).toBe('ok')
  })

  test('events come flat with their real names, or as the documents print them', async () => {
    await set()
    came.length = 0
    lan.sendsPhoto('https://z/a.jpg')
    lan.sendsVoice('https://z/a.aac')
    lan.sendsSticker()
    lan.sendsUnsupported()
    await zalo.until(() => came.length === 4)
    expect(came.map(({ body }) => body)).toMatchObject([
      { event_name: 'message.image.received', message: { photo_url: 'https://z/a.jpg', message_type: 'CHAT_PHOTO' } },
      { event_name: 'message.voice.received', message: { voice_url: 'https://z/a.aac', message_type: 'CHAT_VOICE' } },
      { event_name: 'message.sticker.received', message: { sticker: 'ff4e', message_type: 'CHAT_STICKER' } },
      { event_name: 'message.unsupported.received' },
    ])
    expect(came.every(({ headers }) => headers['x-bot-api-secret-token'] === secret)).toBe(true)
    zalo.switches.docNames = true
    zalo.switches.enveloped = true
    lan.sendsPhoto('https://z/b.jpg')
    await zalo.until(() => came.length === 5)
    expect(came[4]!.body).toMatchObject({ ok: true, result: { message: { photo: 'https://z/b.jpg' } } })
    expect((came[4]!.body['result'] as { message: object }).message).not.toHaveProperty('message_type')
  })

  test('twice, late and its own words, when it is asked to', async () => {
    await set()
    came.length = 0
    const id = lan.says('một')
    await zalo.until(() => zalo.waiting() === 0)
    zalo.switches.twice = true
    lan.says('hai')
    await zalo.until(() => came.length === 3)
    zalo.switches.twice = false
    zalo.advance(day)
    zalo.again(id)
    zalo.switches.echo = true
    await call('sendMessage', { chat_id: lan.id, text: 'lời của bot' })
    await zalo.until(() => came.length === 5)
    const texts = came.map(({ body }) => (body['message'] as { text: string }).text)
    expect(texts).toEqual(['một', 'hai', 'hai', 'một', 'lời của bot'])
    expect(came[4]!.body).toMatchObject({ message: { from: { id: zalo.bot.id, is_bot: true } } })
  })

  test('of a group only what names or quotes the bot', async () => {
    await set()
    came.length = 0
    const group = zalo.group()
    lan.knows()
    await call('sendMessage', { chat_id: group.id, text: 'Dự thảo' })
    expect(lan.saysIn(group, 'Chiều nay họp nhé')).toBeNull()
    lan.saysIn(group, '@Bot Chi Bộ lịch họp')
    lan.quotesIn(group, zalo.seenIn(group)[0]!, 'Nhất trí')
    await zalo.until(() => came.length === 2)
    expect(came.map(({ body }) => body['message'])).toMatchObject([
      { text: '@Bot Chi Bộ lịch họp', chat: { id: group.id, chat_type: 'GROUP' } },
      { text: 'Nhất trí' },
    ])
  })
})
