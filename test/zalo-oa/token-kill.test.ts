import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { envOf } from '../emulators/zalo-oa/env-of.js'
import { shownAgain } from '../emulators/zalo-oa/shown-again.js'
import { startZaloOa, type ZaloOaServer } from '../emulators/zalo-oa/start-zalo-oa.js'
import { describeMongo } from '../support/mongo.js'
import { freePort, ready, startService, type Service } from '../support/service.js'
import { copiesOnMongo, copiesOnSqlite, type StoreCopies } from '../support/store-copies.js'

const app = { appId: '1234567890123456789', appSecret: 'app-secret-of-tests', secretKey: 'oa-secret-key-of-tests' }
const seed = 'refresh-seed-of-tests'
const refresh = '/v4/oa/access_token'
/** A stranger is answered with one neutral line: whatever he says, something has to be sent. */
const line = /^Xin chào\. Đây là hệ thống phục vụ sinh hoạt nội bộ/u
/** A claim that was left behind is waited out (20 s), on a slow computer. */
const PATIENCE = 120_000

let zalo: ZaloOaServer
let lan: ReturnType<ZaloOaServer['person']>
let running: Service[]

async function start(copies: StoreCopies, more: Record<string, string> = {}, name = 'prepared'): Promise<Service> {
  const service = startService({
    ...copies.env(name),
    LOG_LEVEL: 'info',
    PORT: String(await freePort()),
    PUBLIC_URL: 'https://chibot.example.vn',
    ...envOf(app, seed, zalo.url),
    ...more,
  })
  running.push(service)
  return service
}

async function listens(service: Service, want?: { working: boolean }): Promise<void> {
  await ready(service, want)
  zalo.receiver(`http://127.0.0.1:${service.port}/webhooks/zalo-oa`)
}

/** As the platform does it: what is not taken at once (the channel is still saying hello) is brought again. */
async function isHeard(text: string): Promise<void> {
  for (let look = 0; (await lan.says(text, { msg_id: `${lan.id}-${text}` })) !== 200; look++) {
    if (look > 100) throw new Error('not heard')
    await sleep(200)
  }
}

const answers = (): string[] => lan.sees().flatMap(({ text }) => (line.test(text) ? [text] : []))
const refused = (): number => zalo.calls.filter(({ path, error }) => path === refresh && error === -14014).length

beforeEach(async () => {
  running = []
  zalo = await startZaloOa({ ...app, refresh: seed })
  lan = zalo.person('Lan')
})
afterEach(async () => {
  for (const service of running) {
    await service.kill()
    for (const secret of [app.appSecret, app.secretKey, 'refresh-', 'access-'])
      expect(service.log()).not.toContain(secret)
  }
  await zalo.close()
})

function suite(copiesOf: () => StoreCopies): void {
  let copies: StoreCopies
  beforeEach(() => {
    copies = copiesOf()
  })
  afterEach(() => copies.drop('prepared'))

  test(
    'killed before the request: the token is still good, and the member is answered once',
    async () => {
      expect(await (await start(copies, { FAILPOINT: 'token:before:1' })).ended).toBe('SIGKILL')
      expect(zalo.spent).toEqual([])
      await listens(await start(copies))
      await isHeard('chào')
      await zalo.until(() => answers().length > 0, PATIENCE)
      await sleep(2000)
      expect(answers()).toHaveLength(1)
      expect([zalo.spent, zalo.shown]).toEqual([[seed], [seed]])
    },
    2 * PATIENCE,
  )

  test(
    'killed after the answer: the operator is told what to do, and the new token he sets brings what waited',
    async () => {
      expect(await (await start(copies, { FAILPOINT: 'token:after:1' })).ended).toBe('SIGKILL')
      expect(zalo.spent).toEqual([seed])
      const mute = await start(copies)
      await listens(mute)
      await isHeard('chào')
      await zalo.until(() => mute.log().includes('set ZALO_OA_REFRESH_TOKEN to its refresh token'), PATIENCE)
      // Dead is dead: it is shown once and no more.
      await sleep(3000)
      expect(refused()).toBe(1)
      expect(await mute.stop()).toBe(0)
      const again = await start(copies)
      await listens(again)
      await zalo.until(() => again.log().includes('set ZALO_OA_REFRESH_TOKEN to its refresh token'), PATIENCE)
      expect(refused()).toBe(1)
      expect(await again.stop()).toBe(0)
      expect(answers()).toEqual([])
      await listens(await start(copies, { ZALO_OA_REFRESH_TOKEN: zalo.consent() }))
      await zalo.until(() => answers().length > 0, PATIENCE)
      await sleep(2000)
      expect(answers()).toHaveLength(1)
      // Its answer was lost with the process: nobody can know, and one more look at it is all there is.
      expect(shownAgain(zalo)).toEqual([seed])
    },
    4 * PATIENCE,
  )

  test(
    'killed while renewing the store’s own token: the next start renews that one, whatever older one the environment names',
    async () => {
      const first = await start(copies)
      await listens(first)
      await zalo.until(() => zalo.spent.length === 1, PATIENCE)
      expect(await first.stop()).toBe(0)
      zalo.forgetAccess()
      expect(await (await start(copies, { FAILPOINT: 'token:before:1' })).ended).toBe('SIGKILL')
      await listens(await start(copies))
      await isHeard('chào')
      await zalo.until(() => answers().length > 0, PATIENCE)
      expect(zalo.spent).toHaveLength(2)
      expect(refused()).toBe(0)
      expect(shownAgain(zalo)).toEqual([])
    },
    3 * PATIENCE,
  )
}

describe('on SQLite', () => suite(copiesOnSqlite))
describeMongo('on MongoDB', () => {
  suite(copiesOnMongo)

  test(
    'two instances renew once, however slow the answer is; one that dies over it is waited out',
    async () => {
      const copies = copiesOnMongo()
      try {
        zalo.strike(refresh, { kind: 'late', ms: 4000 })
        const both = [await start(copies, {}, 'prepared'), await start(copies, {}, 'prepared')]
        for (const service of both) await listens(service, { working: false })
        await zalo.until(() => zalo.spent.length === 1, PATIENCE)
        await isHeard('chào')
        await zalo.until(() => answers().length > 0, PATIENCE)
        expect([zalo.spent, refused()]).toEqual([[seed], 0])
        for (const service of both) await service.kill()

        zalo.forgetAccess()
        const dying = await start(copies, { FAILPOINT: 'token:before:1' })
        expect(await dying.ended).toBe('SIGKILL')
        for (let n = 0; n < 2; n++) await listens(await start(copies), { working: false })
        // A stranger gets his line once a day.
        lan = zalo.person('Hoa')
        await isHeard('chào')
        await zalo.until(() => answers().length > 0, PATIENCE)
        expect([zalo.spent.length, refused()]).toEqual([2, 0])
        expect(shownAgain(zalo)).toEqual([])
      } finally {
        for (const service of running) await service.kill()
        await copies.drop('prepared')
      }
    },
    4 * PATIENCE,
  )
})
