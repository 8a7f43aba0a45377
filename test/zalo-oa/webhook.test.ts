import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { MongoMemoryReplSet } from 'mongodb-memory-server-core'
import { envOf } from '../emulators/zalo-oa/env-of.js'
import { startZaloOa, type ZaloOaServer } from '../emulators/zalo-oa/start-zalo-oa.js'
import { describeMongo } from '../support/mongo.js'
import { accepted, readiness } from '../support/numbers-of.js'
import { freePort, ready, startService, type Service } from '../support/service.js'

const app = { appId: '1234567890123456789', appSecret: 'app-secret-of-tests', secretKey: 'oa-secret-key-of-tests' }
const refresh = 'refresh-first-of-tests'
/** A stranger is answered with one neutral line, once. */
const line = /^Xin chào\. Đây là hệ thống phục vụ sinh hoạt nội bộ/u
const PATIENCE = 90_000
/** What the product may take. A busy machine adds to it, but not to each of many: the fastest shows what the product waits itself. */
const REFUSED_WITHIN_MS = 1500
const ON_A_BUSY_MACHINE_MS = 3000

const folder = mkdtempSync(join(tmpdir(), 'chibot-oa-webhook-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let zalo: ZaloOaServer
let service: Service
beforeEach(async () => {
  zalo = await startZaloOa({ ...app, refresh })
})
afterEach(async () => {
  await service.kill()
  await zalo.close()
})

async function start(store: Record<string, string>, more: Record<string, string> = {}): Promise<void> {
  const port = await freePort()
  service = startService({
    ...store,
    PORT: String(port),
    PUBLIC_URL: 'https://chibot.example.vn',
    ...envOf(app, refresh, zalo.url),
    ...more,
  })
  zalo.receiver(`http://127.0.0.1:${port}/webhooks/zalo-oa`)
}

const answers = (id: string): number => zalo.posts.filter(({ to, text }) => to === id && line.test(text)).length

/** Bytes made by hand, and how Zalo would sign them. */
function made(id: string, text: string, { numbers = false } = {}) {
  const timestamp = String(zalo.now())
  const quoted = numbers ? id : `"${id}"`
  const body = `{"app_id": "${app.appId}", "event_name": "user_send_text", "sender": {"id": ${quoted}}, "recipient": {"id": "${zalo.oa.oa_id}"}, "message": {"msg_id": "${id}-${text}", "text": "${text}"}, "timestamp": "${timestamp}"}`
  return { body, signed: { 'x-zevent-signature': `mac=${zalo.sign(body, timestamp)}` }, timestamp }
}

test('not ready before it listens: what comes earlier is answered 503, and taken when Zalo repeats it', async () => {
  zalo.strike('/v4/oa/access_token', { kind: 'late', ms: 4000 })
  await start({ DATA_DIR: join(folder, 'early') })
  const lan = zalo.person('Lan')
  const early = [await readiness(service), await lan.says('chào')]
  expect(early).toEqual([{ status: 503, hearing: false }, 503])
  await ready(service)
  expect(await readiness(service)).toEqual({ status: 200, hearing: true })
  expect(await zalo.again(zalo.deliveries.at(-1)!.body)).toBe(200)
  await zalo.until(() => answers(lan.id) > 0, PATIENCE)
}, 120_000)

test('the domain can be proven before there is a token or the key of the webhook', async () => {
  const more = { ZALO_OA_REFRESH_TOKEN: '', ZALO_OA_SECRET_KEY: 'to-be-replaced', ZALO_OA_VERIFIER: 'AbC123_x' }
  await start({ DATA_DIR: join(folder, 'proof') }, more)
  await ready(service)
  const proof = await fetch(`http://127.0.0.1:${service.port}/zalo_verifierAbC123_x.html`)
  expect([proof.status, proof.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
  const page = await proof.text()
  expect(page).toContain('<meta name="zalo-platform-site-verification" content="AbC123_x">')
  expect(zalo.shown).toEqual([])
}, 60_000)

test('forged, truncated, written anew, oversized: refused, and nothing comes of it; replayed: once; every digit is kept', async () => {
  await start({ DATA_DIR: join(folder, 'forged') })
  await ready(service)
  const [lan, hoa] = [zalo.person('Lan'), zalo.person('Hoa')]
  // A follow makes them known to the platform; what it says to us is refused here.
  await lan.follows()
  await hoa.follows()
  const before = await accepted(service)
  const { body, signed, timestamp } = made(lan.id, 'chao')
  const other = made(lan.id, 'khac')
  const refused: [string, string, Record<string, string>][] = [
    ['without a signature', body, {}],
    ['another body’s signature', body, other.signed],
    ['an empty signature', body, { 'x-zevent-signature': 'mac=' }],
    ['zeros', body, { 'x-zevent-signature': `mac=${'0'.repeat(64)}` }],
    ['signed without the key', body, { 'x-zevent-signature': `mac=${zalo.sign('', timestamp)}` }],
    ['truncated', body.slice(0, -1), signed],
    ['written anew', JSON.stringify(JSON.parse(body)), signed],
    ['a blank more', `${body} `, signed],
    ['another sender', body.replace(lan.id, hoa.id), signed],
    ['another time', body.replace(timestamp, String(Number(timestamp) + 1)), signed],
    ['no JSON', 'chào', signed],
    ['nothing', '', signed],
  ]
  for (const [what, bytes, headers] of refused) expect([what, await zalo.bring(bytes, headers)]).toEqual([what, 403])
  expect(await zalo.bring(`{"a":"${'x'.repeat(300_000)}"}`, signed)).toBe(413)
  // Signed, and not to be understood: repeating it would change nothing.
  const odd = `{"event_name": 7, "timestamp": "1"}`
  expect(await zalo.bring(odd, { 'x-zevent-signature': zalo.sign(odd, '1') })).toBe(200)
  await sleep(1000)
  expect([answers(lan.id), answers(hoa.id), await accepted(service)]).toEqual([0, 0, before])

  for (let time = 0; time < 4; time++) expect(await zalo.again(body, time)).toBe(200)
  expect(await zalo.bring(body, { 'x-zevent-signature': zalo.sign(body, timestamp).toUpperCase() })).toBe(200)
  const numbers = made(hoa.id, 'so', { numbers: true })
  expect(await zalo.bring(numbers.body, numbers.signed)).toBe(200)
  await zalo.until(() => answers(lan.id) + answers(hoa.id) === 2, PATIENCE)
  await sleep(2000)
  expect([answers(lan.id), answers(hoa.id)]).toEqual([1, 1])
}, 120_000)

describeMongo('while MongoDB is away', () => {
  const binary = process.env['MONGOMS_SYSTEM_BINARY']
  const withServer = binary === undefined ? test.skip : test
  let set: MongoMemoryReplSet | undefined
  beforeAll(async () => {
    if (binary === undefined) return
    set = await MongoMemoryReplSet.create({
      binary: { systemBinary: binary, version: process.env['MONGOMS_VERSION']! },
      replSet: { count: 1, storageEngine: 'wiredTiger', args: ['--wiredTigerCacheSizeGB', '0.25'] },
    })
  }, 180_000)
  afterAll(async () => void (await set?.stop()))

  withServer(
    '503 in time, and nothing is lost or doubled when Zalo repeats',
    async () => {
      await start({ DATA_DIR: join(folder, 'mongo'), MONGODB_URI: set!.getUri('oa-webhook') })
      await ready(service)
      const people = Array.from({ length: 12 }, (_, n) => zalo.person(`n${n}`))
      for (const one of people) await one.follows()
      const { pid } = set!.servers[0]!.instanceInfo!.instance.mongodProcess!
      process.kill(pid!, 'SIGSTOP')
      const tries: { body: string; status: number; took: number }[] = []
      try {
        for (let round = 0; round < 2; round++)
          await Promise.all(
            people.map(async ({ id }) => {
              const { body, signed } = made(id, `chao ${round}`)
              const began = performance.now()
              // With a limit of its own: Zalo hangs up after two seconds.
              const answer = await fetch(`http://127.0.0.1:${service.port}/webhooks/zalo-oa`, { method: 'POST', body, headers: signed }) // prettier-ignore
              tries.push({ body, status: answer.status, took: performance.now() - began })
            }),
          )
      } finally {
        process.kill(pid!, 'SIGCONT')
      }
      const [fastest, slowest] = [Math.min, Math.max].map((of) => of(...tries.map(({ took }) => took))) as [
        number,
        number,
      ]
      process.stdout.write(
        `${tries.length} deliveries refused after ${fastest.toFixed(0)} to ${slowest.toFixed(0)} ms\n`,
      )
      expect(new Set(tries.map(({ status }) => status))).toEqual(new Set([503]))
      expect(fastest).toBeLessThan(REFUSED_WITHIN_MS)
      expect(slowest).toBeLessThan(ON_A_BUSY_MACHINE_MS)
      await ready(service)
      for (const { body } of tries) {
        let status = await zalo.again(body)
        for (let look = 0; status !== 200 && look < 60; look++, await sleep(500)) status = await zalo.again(body)
        expect(status).toBe(200)
      }
      await zalo.until(() => people.every(({ id }) => answers(id) > 0), PATIENCE)
      await sleep(2000)
      expect(people.map(({ id }) => answers(id))).toEqual(people.map(() => 1))
    },
    240_000,
  )
})
