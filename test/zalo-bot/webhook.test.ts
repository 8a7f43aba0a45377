import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startZaloBot, type ZaloBotServer, type ZaloPerson } from '../emulators/zalo-bot/start-zalo-bot.js'
import { accepted, readiness } from '../support/numbers-of.js'
import { freePort, ready, startService, type Service } from '../support/service.js'

const token = '1234567890123456789:webhook-webhook'
const secret = 'S3cret_of-the-webhook'
const origin = 'https://chibot.example.vn'
/** A stranger is answered with one neutral line, once. */
const line = /^Xin chào\. Đây là hệ thống phục vụ sinh hoạt nội bộ/u
const PATIENCE = 60_000
const folder = mkdtempSync(join(tmpdir(), 'chibot-bot-webhook-'))

let zalo: ZaloBotServer
let service: Service
let at: string
let env: Record<string, string>
/** What a webhook was answered and what the service said of itself before it listened. */
let early: unknown

beforeAll(async () => {
  zalo = await startZaloBot({ token })
  const port = await freePort()
  at = `http://127.0.0.1:${port}/webhooks/zalo-bot`
  // Not to be reached from outside while it starts, so that there is time to look.
  zalo.strike('getMe', { kind: 'answer', status: 200, body: { ok: false, error_code: 500 } })
  env = {
    DATA_DIR: folder,
    PUBLIC_URL: origin,
    ZALO_BOT_TOKEN: token,
    ZALO_BOT_API_ROOT: zalo.url,
    ZALO_BOT_WEBHOOK_SECRET: secret,
  }
  service = startService({ ...env, PORT: String(port) })
  await readiness(service)
  early = await bring('{}', known)
  await zalo.until(() => zalo.webhook() !== null, PATIENCE)
  await ready(service)
}, 120_000)
afterAll(async () => {
  await service.kill()
  await zalo.close()
  rmSync(folder, { recursive: true, force: true })
})

const known = { 'x-bot-api-secret-token': secret }
const bring = (body: string, headers: Record<string, string>): Promise<number> =>
  fetch(at, { method: 'POST', body, headers }).then(({ status }) => status)
const answers = (who: ZaloPerson): number => who.sees().filter(({ text }) => line.test(text)).length

function made(who: ZaloPerson, { numbers = false } = {}): string {
  const id = numbers ? who.id : `"${who.id}"`
  return `{"event_name": "message.text.received", "message": {"message_id": "m-${who.id}", "date": ${Date.now()}, "from": {"id": ${id}, "display_name": "${who.name}", "is_bot": false}, "chat": {"id": ${id}, "chat_type": "PRIVATE"}, "text": "chào"}}`
}

test('before the bot is known a webhook is answered 503', () => {
  expect(early).toBe(503)
})

test('forged, truncated, oversized: refused or harmless; replayed and written anew: once; every digit is kept', async () => {
  const [lan, hoa] = [zalo.person('Lan'), zalo.person('Hoa')]
  lan.knows()
  hoa.knows()
  const before = await accepted(service)
  const body = made(lan)
  const forged: Record<string, string>[] = [
    {},
    { 'x-bot-api-secret-token': '' },
    { 'x-bot-api-secret-token': `${secret}x` },
    { 'x-bot-api-secret-token': secret.slice(0, -1) },
    { 'x-bot-api-secret-token': secret.toUpperCase() },
    { authorization: `Bearer ${secret}` },
    { 'x-telegram-bot-api-secret-token': secret },
  ]
  for (const headers of forged) {
    expect([headers, await bring(body, headers)]).toEqual([headers, 403])
    expect(await bring(body.slice(0, 40), headers)).toBe(403)
    // With the words of the probe around it: it is looked into for nothing.
    expect(await bring(body.replace('message.text.received', 'webhook.test'), headers)).toBe(200)
    expect(await bring('', headers)).toBe(200)
  }
  expect(await bring(body.slice(0, -1), known)).toBe(200)
  expect(await bring(`{"a":"${'x'.repeat(300_000)}"}`, known)).toBe(413)
  expect(await bring(`{"a":"${'x'.repeat(300_000)}"}`, {})).toBe(413)
  await sleep(1000)
  expect([answers(lan), await accepted(service)]).toEqual([0, before])

  for (let time = 0; time < 3; time++) expect(await bring(body, known)).toBe(200)
  expect(await bring(JSON.stringify(JSON.parse(body)), known)).toBe(200)
  expect(await bring(JSON.stringify({ ok: true, result: JSON.parse(body) as object }), known)).toBe(200)
  expect(await bring(made(hoa, { numbers: true }), known)).toBe(200)
  await zalo.until(() => answers(lan) + answers(hoa) === 2, PATIENCE)
  await sleep(2000)
  expect([answers(lan), answers(hoa)]).toEqual([1, 1])
}, 90_000)

test('doctor, beside the running service, tells that somebody came with another secret', async () => {
  expect(await bring(made(zalo.person('Lan')), { 'x-bot-api-secret-token': 'another-secret' })).toBe(403)
  await sleep(500)
  const doctor = startService({ ...env, PORT: '3000', LANG: 'en' }, ['doctor'])
  await doctor.ended
  expect(doctor.log()).toMatch(/a webhook came with another secret than ZALO_BOT_WEBHOOK_SECRET and was turned away/u)
}, 60_000)
