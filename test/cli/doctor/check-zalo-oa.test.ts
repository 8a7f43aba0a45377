import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { checkQuota } from '../../../src/cli/doctor/check-quota.js'
import { checkZaloOa } from '../../../src/cli/doctor/check-zalo-oa.js'
import type { Config } from '../../../src/config.js'
import { openSqlite } from '../../../src/store/sqlite.js'
import type { Store } from '../../../src/store/store.js'
import { createTokenVault } from '../../../src/store/token-vault.js'

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
