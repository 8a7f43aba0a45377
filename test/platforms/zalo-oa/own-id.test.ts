import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import express from 'express'
import { pino } from 'pino'
import type { Update } from '../../../src/chat.js'
import { createZaloOa } from '../../../src/platforms/zalo-oa.js'
import { openSqlite } from '../../../src/store/sqlite.js'
import type { Store } from '../../../src/store/store.js'
import { createTokenVault } from '../../../src/store/token-vault.js'
import { createWindows } from '../../../src/store/windows.js'
import { startZaloOa, type ZaloOaServer } from '../../emulators/zalo-oa/start-zalo-oa.js'

const app = { appId: '1234567890123456789', appSecret: 'app-secret-of-tests', secretKey: 'oa-secret-key-of-tests' }
const refresh = 'refresh-first-of-tests'
const getoa = '/v2.0/oa/getoa'
const minute = 60_000

let zalo: ZaloOaServer
let store: Store
let server: Server
let lan: ReturnType<ZaloOaServer['person']>
let group: string
let heard: Update[]
let stop: AbortController

beforeEach(async () => {
  heard = []
  stop = new AbortController()
  zalo = await startZaloOa({ ...app, refresh })
  store = await openSqlite({ path: ':memory:' })
  lan = zalo.person('Lan')
  group = zalo.group(lan.id)
})
afterEach(async () => {
  stop.abort()
  server.closeAllConnections()
  server.close()
  await zalo.close()
  await store.close()
})

/** The product, which has not learnt at its start which OA it is. */
async function startsUnknown(): Promise<void> {
  const oa = createZaloOa({
    ...app,
    apiRoot: zalo.url,
    oauthRoot: zalo.url,
    verifier: null,
    vault: createTokenVault(store, refresh, () => performance.now()),
    windows: createWindows(store, 'zalo-oa'),
    read: () => {
      throw new Error('no file is sent here')
    },
    now: zalo.now,
    real: zalo.now,
    failpoint: () => undefined,
    turnedAway: () => undefined,
    log: pino({ level: 'silent' }),
  })
  expect(await oa.start()).toEqual({ id: '', name: '' })
  void oa.listen((update) => Promise.resolve(void heard.push(update)), stop.signal)
  server = createServer(express().use(oa.webhook))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  zalo.receiver(`http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/zalo-oa`)
}

const asked = (): number => zalo.calls.filter(({ path }) => path === getoa).length
const away = (times: number): void => zalo.strike(getoa, ...Array<{ kind: 'drop' }>(times).fill({ kind: 'drop' }))

test('the platform was away at the start alone: it is asked by the first event that needs it, once for several', async () => {
  away(1)
  await startsUnknown()
  const said = await Promise.all([1, 2, 3].map((n) => lan.saysIn(group, `[@${zalo.oa.oa_id}] /lichhop`, { msg_id: `m${n}` }))) // prettier-ignore
  expect(said).toEqual([200, 200, 200])
  expect(asked()).toBe(2)
  expect(heard.map(({ id }) => id).sort()).toEqual([1, 2, 3].map((n) => `zalo-oa:${zalo.oa.oa_id}:user_send_group_text:m${n}`)) // prettier-ignore
  expect(heard).toMatchObject([1, 2, 3].map(() => ({ text: '/lichhop', mention: true, group: true })))
})

test('away for longer: what needs it is put off for a minute and then taken, asked for once a minute; nothing is lost or doubled', async () => {
  away(50)
  await startsUnknown()
  expect(await lan.saysIn(group, 'Chiều nay họp', { msg_id: 'a' })).toBe(503)
  expect(await lan.saysIn(group, 'Mấy giờ?', { msg_id: 'b' })).toBe(503)
  expect(asked()).toBe(2)
  zalo.advance(31_000)
  await zalo.caughtUp()
  expect([heard, asked()]).toEqual([[], 2])
  zalo.advance(6 * minute)
  await zalo.caughtUp()
  expect(zalo.deliveries.map(({ status }) => status)).toEqual([503, 503, 503, 503, 200, 200])
  expect(await lan.saysIn(group, 'Tám giờ', { msg_id: 'c' })).toBe(200)
  expect(heard.map((update) => update.kind === 'text' && update.text)).toEqual(['Chiều nay họp', 'Mấy giờ?', 'Tám giờ'])
  expect(new Set(heard.map(({ id }) => id)).size).toBe(3)
  expect(asked()).toBe(3)
  expect(zalo.isOn()).toBe(true)

  zalo.calm()
  zalo.advance(minute)
  expect(await lan.saysIn(group, 'Vâng', { msg_id: 'd' })).toBe(200)
  expect(heard.at(-1)!.id).toBe(`zalo-oa:${zalo.oa.oa_id}:user_send_group_text:d`)
})

test.each([
  ['a message', () => lan.says('chào')],
  ['a follow', () => lan.follows()],
  ['an echo', () => zalo.deliver({ event_name: 'oa_send_text', sender: { id: zalo.oa.oa_id }, recipient: { id: lan.id }, message: { msg_id: 'e' } })], // prettier-ignore
])('with a dead token it is learnt from %s, and then known', async (_what, happens) => {
  zalo.consent()
  await startsUnknown()
  expect(await lan.saysIn(group, 'Chiều nay họp', { msg_id: 'a' })).toBe(503)
  expect(await happens()).toBe(200)
  expect(await lan.saysIn(group, 'Mấy giờ?', { msg_id: 'b' })).toBe(200)
  expect(heard.at(-1)!.id).toBe(`zalo-oa:${zalo.oa.oa_id}:user_send_group_text:b`)
})

test('what comes to nothing does not wait for it', async () => {
  zalo.consent()
  await startsUnknown()
  const group_id = group
  for (const event of [
    { event_name: 'brand_new_thing' },
    { event_name: 'user_leave_group', recipient: { group_id } },
    {
      event_name: 'user_send_group_sticker',
      sender: { id: lan.id },
      recipient: { group_id },
      message: { msg_id: 's' },
    },
  ])
    expect([event.event_name, await zalo.deliver(event)]).toEqual([event.event_name, 200])
  expect(heard).toEqual([])
})
