import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import express from 'express'
import { pino } from 'pino'
import type { Update } from '../../../src/chat.js'
import { OutcomeUnknown, RetryLater, StoreUnavailable, Undeliverable } from '../../../src/errors.js'
import { createZaloOa, type ZaloOa } from '../../../src/platforms/zalo-oa.js'
import { openSqlite } from '../../../src/store/sqlite.js'
import type { Store } from '../../../src/store/store.js'
import { createTokenVault } from '../../../src/store/token-vault.js'
import { createWindows } from '../../../src/store/windows.js'
import { shownAgain } from '../../emulators/zalo-oa/shown-again.js'
import { startZaloOa, type ZaloOaServer } from '../../emulators/zalo-oa/start-zalo-oa.js'

const app = { appId: '1234567890123456789', appSecret: 'app-secret-of-tests', secretKey: 'oa-secret-key-of-tests' }
const day = 24 * 60 * 60_000
const bytes = Buffer.from('%PDF-1.7 một dự thảo')

let written: string
let store: Store
let zalo: ZaloOaServer
let lan: ReturnType<ZaloOaServer['person']>
let oa: ZaloOa
let heard: Update[]
let receive: () => Promise<void>
let stop: AbortController
let server: Server

function create(refreshToken: string | null = 'refresh-first-of-tests'): ZaloOa {
  return createZaloOa({
    ...app,
    apiRoot: zalo.url,
    oauthRoot: zalo.url,
    verifier: 'AbC123_x',
    vault: createTokenVault(store, refreshToken, () => performance.now()),
    windows: createWindows(store, 'zalo-oa'),
    // eslint-disable-next-line @typescript-eslint/require-await
    read: async function* () {
      yield bytes
    },
    now: zalo.now,
    real: zalo.now,
    failpoint: () => undefined,
    turnedAway: () => undefined,
    log: pino({ level: 'debug' }, { write: (line: string) => void (written += line) }),
  })
}

beforeEach(async () => {
  written = ''
  heard = []
  receive = () => Promise.resolve()
  store = await openSqlite({ path: ':memory:' })
  zalo = await startZaloOa({ ...app, refresh: 'refresh-first-of-tests' })
  lan = zalo.person('Lan')
  oa = create()
  await oa.start()
  stop = new AbortController()
  void oa.listen(async (update) => {
    await receive()
    heard.push(update)
  }, stop.signal)
  server = createServer(express().use(oa.webhook))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  zalo.receiver(`${base()}/webhooks/zalo-oa`)
})

afterEach(async () => {
  stop.abort()
  server.closeAllConnections()
  server.close()
  await zalo.close()
  await store.close()
  for (const secret of [app.appSecret, app.secretKey, 'refresh-', 'access-']) expect(written).not.toContain(secret)
})

const base = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
const send = (text: string, to = lan.id) =>
  oa.send('row:0', { text }, { channel: 'zalo-oa', id: to }, AbortSignal.timeout(3000))
const failed = (sending: Promise<unknown>): Promise<unknown> =>
  sending.then(
    () => Promise.reject(new Error('it was sent')),
    (error: unknown) => error,
  )
const renewals = (): number => zalo.spent.length

describe('what is said', () => {
  test('texts, follows and unfollows, under ids that can exist only once; digits are kept', async () => {
    expect(await lan.follows()).toBe(200)
    expect(await lan.says('Nhất trí')).toBe(200)
    expect(await lan.says('có ý kiến', { quote_msg_id: 'm1' }, { prefix: false })).toBe(200)
    expect(await lan.unfollows()).toBe(200)
    expect(heard).toMatchObject([
      { kind: 'standing', standing: 'in', from: { channel: 'zalo-oa', id: lan.id } },
      { kind: 'text', text: 'Nhất trí', group: false, chat: { id: lan.id } },
      { kind: 'text', text: 'có ý kiến', replyTo: 'm1' },
      { kind: 'standing', standing: 'out' },
    ])
    expect(new Set(heard.map(({ id }) => id)).size).toBe(4)
    const late = zalo.deliveries[1]!.body
    zalo.advance(3_600_000)
    const { timestamp } = JSON.parse(late) as { timestamp: string }
    const signed = { 'x-zevent-signature': `mac=${zalo.sign(late, timestamp)}`, num_retry: '5' }
    expect(await zalo.bring(late, signed)).toBe(200)
    expect(heard.at(-1)!.id).toBe(heard[1]!.id)
    expect(heard.at(-1)!.at).toBe(heard[1]!.at)
  })

  test('pictures, recordings and documents; what has no words is empty words', async () => {
    await lan.sends(
      'user_send_image',
      [{ type: 'IMAGE', payload: { url: 'https://z.zdn.vn/a.jpg', thumbnail: 'x' } }],
      'trang 1',
    )
    await lan.sends('user_send_audio', [{ type: 'audio', payload: { url: 'https://z.zdn.vn/a.m4a' } }])
    await lan.sends('user_send_file', [
      { type: 'file', payload: { url: 'https://z.zdn.vn/f', name: 'dự thảo.docx', size: '1200' } },
    ])
    await lan.sends('user_send_sticker', [{ type: 'sticker', payload: { url: 'https://z/s', id: '1' } }])
    expect(heard).toMatchObject([
      { kind: 'file', text: 'trang 1', file: { kind: 'photo', mime: 'image/jpeg', id: 'https://z.zdn.vn/a.jpg' } },
      { kind: 'file', file: { kind: 'voice', mime: 'audio/mp4' } },
      { kind: 'file', file: { kind: 'document', name: 'dự thảo.docx', size: 1200 } },
      { kind: 'text', text: '' },
    ])
  })

  test('echoes, receipts and events nobody knows are nothing', async () => {
    const both = { sender: { id: zalo.oa.oa_id }, recipient: { id: lan.id } }
    for (const event_name of ['oa_send_text', 'user_received_message', 'user_seen_message', 'oa_send_group_text', 'x'])
      expect(await zalo.deliver({ event_name, ...both, message: { msg_id: event_name, text: 'x' } })).toBe(200)
    expect(await zalo.deliver({})).toBe(200)
    expect(heard).toEqual([])
  })

  test.each([
    ['recipient.group_id', { recipient: { group_id: 'g1' } }],
    ['conversation_id', { recipient: {}, message: { conversation_id: 'g1' } }],
    ['recipient.id', { recipient: { id: 'g1' } }],
  ])('of a group, its id under %s', async (_where, more: { recipient: object; message?: object }) => {
    const message = { msg_id: 'm', text: 'lịch họp', ...more.message }
    await zalo.deliver({
      event_name: 'user_send_group_text',
      sender: { id: lan.id },
      recipient: more.recipient,
      message,
    })
    expect(heard).toMatchObject([{ group: true, chat: { channel: 'zalo-oa', id: 'gg1' }, text: 'lịch họp' }])
  })

  test('forged, truncated, written anew, oversized: refused, and nothing comes of it', async () => {
    const timestamp = '1801000000000'
    const body = `{"event_name": "user_send_text","sender":{"id":"${lan.id}"},"recipient":{"id":"1"},"message":{"msg_id":"m","text":"x"},"timestamp":"${timestamp}"}`
    const good = { 'x-zevent-signature': `mac=${zalo.sign(body, timestamp)}` }
    expect(await zalo.bring(body, {})).toBe(403)
    expect(await zalo.bring(body, { 'x-zevent-signature': 'mac=00' })).toBe(403)
    expect(await zalo.bring(body.slice(0, -1), good)).toBe(403)
    expect(await zalo.bring(JSON.stringify(JSON.parse(body)), good)).toBe(403)
    expect(await zalo.bring(body.replace('"x"', '"y"'), good)).toBe(403)
    expect(await zalo.bring('x'.repeat(300_000), good)).toBe(413)
    expect(heard).toEqual([])
    expect(await zalo.bring(body, good)).toBe(200)
    expect(heard).toHaveLength(1)
  })

  test('503 while the store is away; the file that proves the domain', async () => {
    receive = () => Promise.reject(new StoreUnavailable())
    expect(await lan.says('x')).toBe(503)
    const proof = await fetch(`${base()}/zalo_verifierAbC123_x.html`)
    expect([proof.status, await proof.text()]).toEqual([200, expect.stringContaining('AbC123_x')])
  })
})

describe('sending', () => {
  test('a text; and what the platform refuses', async () => {
    await lan.says('chào')
    const { messageId } = await send('Kính gửi đồng chí')
    expect(lan.sees()).toMatchObject([{ text: 'Kính gửi đồng chí', messageId }])
    const at = '/v3.0/oa/message/cs'
    zalo.strike(at, { kind: 'error', error: -32 }, { kind: 'drop' }, { kind: 'reset' })
    expect(await failed(send('x'))).toEqual(new RetryLater(15_000, true))
    expect(await failed(send('mất câu trả lời'))).toEqual(new OutcomeUnknown())
    expect(lan.sees().at(-1)!.text).toBe('mất câu trả lời')
    expect(await failed(send('x'))).toEqual(new OutcomeUnknown())
    await lan.unfollows()
    expect(await failed(send('x'))).toEqual(new Undeliverable('blocked'))
  })

  test('to a group by the call that is for groups', async () => {
    const group = zalo.group()
    await zalo.deliver({ event_name: 'user_send_group_text', sender: { id: lan.id }, recipient: { group_id: group }, message: { msg_id: 'm', text: '/lichhop' } }) // prettier-ignore
    await send('Lịch họp chi bộ', heard[0]!.chat.id)
    expect(zalo.posts).toMatchObject([{ to: group, text: 'Lịch họp chi bộ' }])
    expect(await failed(send('x', 'gnobody'))).toEqual(new Undeliverable('gone'))
  })

  test('after seven days of silence nothing is sent, and nobody is asked', async () => {
    await lan.says('chào')
    zalo.advance(3 * day)
    await send('trong hạn, có tính tiền')
    zalo.monthly(0)
    expect(await failed(send('x'))).toEqual(new Undeliverable('quota'))
    zalo.advance(5 * day)
    const before = zalo.calls.length
    expect(await failed(send('x'))).toEqual(new Undeliverable('window'))
    expect(zalo.calls).toHaveLength(before)
    expect(await lan.reacts('m', '/-heart')).toBe(200)
    expect(await lan.submitsInfo({ name: 'Lan' })).toBe(200)
    expect(await failed(send('x'))).toEqual(new Undeliverable('window'))
    await lan.says('tôi đây')
    await send('lại được')
    expect(lan.sees().at(-1)!.text).toBe('lại được')
    // Who keeps what could not be sent learns of it, once, and behind the words.
    expect(heard.slice(-2)).toMatchObject([{ kind: 'text', text: 'tôi đây' }, { kind: 'standing', standing: 'back', from: { id: lan.id } }]) // prettier-ignore
    const count = heard.length
    await lan.says('vẫn đây')
    expect(heard).toHaveLength(count + 1)
  })

  test('a document is uploaded and goes alone behind its words; a lost answer of the upload is no doubt', async () => {
    await lan.says('chào')
    const attachment = {
      name: 'Dự thảo.pdf',
      mime: 'application/pdf',
      size: bytes.length,
      known: null,
      sha256: 'a',
      link: null,
    }
    const parts = oa.parts({ text: 'Kính gửi', choices: [{ label: 'Nhất trí', does: 'x' }], attachment }, 3)
    expect(parts).toHaveLength(2)
    for (const part of parts) await oa.send('r', part, { channel: 'zalo-oa', id: lan.id }, AbortSignal.timeout(3000))
    expect(lan.sees()).toMatchObject([{ text: 'Kính gửi\n\n3. Nhất trí' }, { text: '', attachment: { type: 'file' } }])
    expect([...zalo.uploads.values()]).toMatchObject([{ name: 'Dự thảo.pdf', size: bytes.length }])
    zalo.strike('/v2.0/oa/upload/file', { kind: 'drop' })
    const again = oa.send('r', parts[1]!, { channel: 'zalo-oa', id: lan.id }, AbortSignal.timeout(3000))
    expect(await failed(again)).toBeInstanceOf(RetryLater)
    const large = { ...attachment, size: 6 * 1024 * 1024, link: 'https://chibot.example.vn/d/x' }
    expect(oa.parts({ text: 'Kính gửi', attachment: large }, 1)).toEqual([
      { text: 'Kính gửi\n📎 Dự thảo.pdf\nhttps://chibot.example.vn/d/x' },
    ])
  })
})

describe('tokens', () => {
  test('one renewal for all who wait, in this instance and in others', async () => {
    await lan.says('chào')
    zalo.advance(24.5 * 60 * 60_000)
    const others = [create(), create()]
    const sendings = [oa, ...others].map((one) =>
      one.send('r', { text: 'x' }, { channel: 'zalo-oa', id: lan.id }, AbortSignal.timeout(3000)),
    )
    await Promise.all(sendings)
    expect(renewals()).toBe(2)
    expect(lan.sees()).toHaveLength(3)
    expect(shownAgain(zalo)).toEqual([])
  })

  test('a token that is called bad is renewed once and the message sent', async () => {
    await lan.says('chào')
    zalo.forgetAccess()
    await send('vẫn đến')
    expect(renewals()).toBe(2)
    expect(lan.sees()).toHaveLength(1)
  })

  test('the pair outlives the process; the first token of the environment is not shown again', async () => {
    await lan.says('chào')
    const next = create()
    await next.start()
    expect(renewals()).toBe(1)
    zalo.advance(26 * 60 * 60_000)
    await create(null).start()
    expect(renewals()).toBe(2)
  })

  test('a renewal that cannot be reached is tried again; a token still good is used meanwhile', async () => {
    await lan.says('chào')
    zalo.advance(24.5 * 60 * 60_000)
    zalo.strike('/v4/oa/access_token', { kind: 'reset' })
    await send('token cũ còn dùng được')
    await send('và đã đổi được')
    expect(renewals()).toBe(2)
  })

  test('a spent token: the operator is told what to do, and a new one in the environment begins anew', async () => {
    await lan.says('chào')
    zalo.advance(26 * 60 * 60_000)
    zalo.strike('/v4/oa/access_token', { kind: 'drop' })
    expect(await failed(send('x'))).toBeInstanceOf(RetryLater)
    expect(await failed(send('x'))).toEqual(new RetryLater(60_000, true, -14014))
    expect(written).toContain('set ZALO_OA_REFRESH_TOKEN to its refresh token')
    oa = create(zalo.consent())
    await oa.start()
    await send('lại được')
    expect(lan.sees().at(-1)!.text).toBe('lại được')
  })

  test('an older token of the environment, put back, does not push out the newer one of the store', async () => {
    await lan.says('chào')
    const second = zalo.consent()
    await create(second).start()
    for (const old of ['refresh-first-of-tests', second]) {
      zalo.forgetAccess()
      oa = create(old)
      await oa.start()
      await send(`với ${old}`)
    }
    expect(zalo.calls.filter(({ error }) => error === -14014)).toEqual([])
    expect(shownAgain(zalo)).toEqual([])
  })

  test('a token of the environment that is none does not push it out either, and the operator is told', async () => {
    await lan.says('chào')
    oa = create('refresh-mistyped')
    await oa.start()
    await send('token trong kho còn tốt')
    expect(lan.sees()).toHaveLength(1)
    expect(written).toContain('does not take the refresh token of ZALO_OA_REFRESH_TOKEN')
    await create('refresh-mistyped').start()
    expect(zalo.calls.filter(({ error }) => error === -14014)).toHaveLength(1)
  })
})
