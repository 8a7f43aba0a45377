import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { pino } from 'pino'
import type { Channel } from '../../../src/chat.js'
import { checkQuota } from '../../../src/cli/doctor/check-quota.js'
import { checkWebhookSecrets } from '../../../src/cli/doctor/check-webhook-secrets.js'
import { checkZaloOa } from '../../../src/cli/doctor/check-zalo-oa.js'
import type { Config } from '../../../src/config.js'
import { openSqlite } from '../../../src/store/sqlite.js'
import type { Store } from '../../../src/store/store.js'
import { createTokenVault } from '../../../src/store/token-vault.js'
import { createTurnedAway } from '../../../src/store/turned-away.js'
import { startZaloOa } from '../../emulators/zalo-oa/start-zalo-oa.js'

const now = Date.UTC(2027, 0, 15, 2)
const clock = { now: () => now, real: () => now }
const day = 24 * 60 * 60_000

let store: Store
beforeEach(async () => {
  store = await openSqlite({ path: ':memory:' })
})
afterEach(() => store.close())

const oa = async (refreshToken: string | null = 'first'): Promise<string[]> =>
  (await checkZaloOa(store, clock, { zaloOa: { refreshToken } as Config['zaloOa'] })).map(({ what }) => what)
const bot = async (monthlyQuota = 100): Promise<string[]> =>
  (await checkQuota(store, clock, { zaloBot: { monthlyQuota } as Config['zaloBot'] })).map(({ what }) => what)

test('no token, one long not renewed, a dead one', async () => {
  expect(await checkZaloOa(store, clock, { zaloOa: null })).toEqual([])
  expect(await oa(null)).toEqual(['zalo-oa-no-token'])
  expect(await oa()).toEqual([])
  const vault = createTokenVault(store, 'first', () => 0)
  await vault.read()
  await vault.put('first', { access: 'a', refresh: 'second', expiresAt: now })
  expect(await oa()).toEqual([])
  await vault.put('second', { access: 'a', refresh: 'third', expiresAt: now - 80 * day })
  expect(await oa()).toEqual(['zalo-oa-old'])
  await vault.release('third', true)
  expect(await oa()).toEqual(['zalo-oa-dead'])
})

test('a gate that a person has to open, by its code; an open one is nothing', async () => {
  await createTokenVault(store, 'first', () => 0).read()
  const gate = (code: number | null) => ({ closedUntil: now, closedSince: code === null ? null : now, unreachable: false, code }) // prettier-ignore
  await store.insert('machines', [{ _id: 'gate:zalo-oa', version: 1, value: gate(-224) }])
  expect(await oa()).toEqual(['zalo-oa-closed'])
  await store.update('machines', 'gate:zalo-oa', { version: 1 }, { version: 2, value: gate(null) })
  expect(await oa()).toEqual([])
})

test('the month’s messages: nearly used up, used up, of another month, a larger plan', async () => {
  const quota = { month: '2027-01', sent: 79, limit: 100, over: false, told: 'nothing', at: now }
  expect(await bot()).toEqual([])
  await store.insert('machines', [{ _id: 'quota:zalo-bot', version: 1, value: quota }])
  expect(await bot()).toEqual([])
  const put = (version: number, more: object) =>
    store.update('machines', 'quota:zalo-bot', { version }, { version: version + 1, value: { ...quota, ...more } })
  await put(1, { sent: 80 })
  expect(await bot()).toEqual(['quota-scarce'])
  await put(2, { sent: 80, over: true })
  expect(await bot()).toEqual(['quota-over'])
  expect(await bot(1000)).toEqual([])
  await put(3, { month: '2026-12', over: true })
  expect(await bot()).toEqual([])
})

test('it calls the OA: with a good token, one called bad, a code, and nobody there', async () => {
  const zalo = await startZaloOa({ appId: '12345', appSecret: 'secret', secretKey: 'key', refresh: 'first' })
  const renewal = await fetch(`${zalo.url}/v4/oa/access_token`, {
    method: 'POST',
    headers: { secret_key: 'secret' },
    body: new URLSearchParams({ refresh_token: 'first', app_id: '12345', grant_type: 'refresh_token' }),
  })
  const { access_token: access } = (await renewal.json()) as { access_token: string }
  const vault = createTokenVault(store, 'first', () => 0)
  await vault.read()
  await vault.put('first', { access, refresh: 'second', expiresAt: now + day })
  const found = async (apiRoot = zalo.url): Promise<unknown[]> => {
    const zaloOa = { refreshToken: 'first', apiRoot } as Config['zaloOa']
    return (await checkZaloOa(store, clock, { zaloOa })).map(({ what, args }) => [what, ...Object.values(args)])
  }
  expect(await found()).toEqual([])
  zalo.strike('/v2.0/oa/getoa', { kind: 'error', error: -221 })
  expect(await found()).toEqual([['zalo-oa-closed', '-221']])
  zalo.forgetAccess()
  expect(await found()).toEqual([['zalo-oa-refused']])
  // Nothing is renewed.
  expect(zalo.calls.filter(({ path }) => path === '/v4/oa/access_token')).toHaveLength(1)
  expect(await found('http://127.0.0.1:1')).toEqual([['zalo-oa-silent']])
  await zalo.close()
})

test('a secret that is not ours: told for a day, where such webhooks are taken at all', async () => {
  const zaloOa = { appId: '12345' } as Config['zaloOa']
  const polling = { updates: { mode: 'polling' } } as Config['zaloBot']
  const found = async (config: Pick<Config, 'zaloBot' | 'zaloOa'>, real = now): Promise<unknown[]> =>
    (await checkWebhookSecrets(store, { real: () => real }, config)).map(({ args }) => args['variable'])
  const note = (channel: Channel) =>
    createTurnedAway(store, channel, { mono: () => 0, real: () => now }, pino({ level: 'silent' }))()
  expect(await found({ zaloBot: polling, zaloOa })).toEqual([])
  note('zalo-oa')
  note('zalo-bot')
  await sleep(50)
  expect(await found({ zaloBot: polling, zaloOa })).toEqual(['ZALO_OA_SECRET_KEY'])
  const webhook = { updates: { mode: 'webhook' } } as Config['zaloBot']
  expect(await found({ zaloBot: webhook, zaloOa: null })).toEqual(['ZALO_BOT_WEBHOOK_SECRET'])
  expect(await found({ zaloBot: webhook, zaloOa }, now + 2 * day)).toEqual([])
})
