import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { pino } from 'pino'
import { RetryLater, StoreUnavailable } from '../../../src/errors.js'
import { createHttp } from '../../../src/platforms/zalo/http.js'
import { createTokens, type Tokens } from '../../../src/platforms/zalo-oa/tokens.js'
import { openSqlite } from '../../../src/store/sqlite.js'
import type { Store } from '../../../src/store/store.js'
import { createTokenVault } from '../../../src/store/token-vault.js'
import { shownAgain } from '../../emulators/zalo-oa/shown-again.js'
import { startZaloOa, type ZaloOaServer } from '../../emulators/zalo-oa/start-zalo-oa.js'

const app = { appId: '1234567890123456789', appSecret: 'app-secret-of-tests', secretKey: 'oa-secret-key-of-tests' }
const first = 'refresh-first-of-tests'
const [minute, hour] = [60_000, 60 * 60_000]

let zalo: ZaloOaServer
let store: Store
let written: string
/** How many new pairs the store will not take. */
let away: number
let tokens: Tokens

beforeEach(async () => {
  written = ''
  away = 0
  zalo = await startZaloOa({ ...app, refresh: first })
  store = await openSqlite({ path: ':memory:' })
  tokens = life()
})
afterEach(async () => {
  await tokens.settle()
  await zalo.close()
  await store.close()
  for (const secret of [app.appSecret, 'refresh-', 'access-']) expect(written).not.toContain(secret)
})

/** One process. */
function life(): Tokens {
  const unsteady: Store = {
    ...store,
    update: (collection, id, where, set) =>
      isNewPair(set) && away-- > 0 ? Promise.reject(new StoreUnavailable()) : store.update(collection, id, where, set),
  }
  return createTokens({
    ...app,
    oauthRoot: zalo.url,
    http: createHttp(),
    vault: createTokenVault(unsteady, first, () => performance.now()),
    real: zalo.now,
    failpoint: () => undefined,
    log: pino({ level: 'debug' }, { write: (line: string) => void (written += line) }),
  })
}

const isNewPair = ({ value }: object & { value?: unknown }): boolean => {
  const { access, claimed } = (value ?? {}) as { access?: string; claimed?: boolean }
  return Boolean(access) && claimed === false
}

/** What the platform says to a call with it. */
async function codeOf(access: string): Promise<number> {
  const answer = await fetch(`${zalo.url}/v2.0/oa/getoa`, { headers: { access_token: access } })
  return ((await answer.json()) as { error: number }).error
}

const stored = async (): Promise<unknown> => (await store.get('machines', 'token:zalo-oa'))?.value['access']

describe('a store that does not take the renewed pair', () => {
  test('the new access token is used, the spent one is not shown again, and the pair is stored when it can be', async () => {
    away = 2
    const access = await tokens.access()
    expect(await codeOf(access)).toBe(0)
    expect(written).toContain('the store did not take the renewed tokens')
    for (let n = 0; n < 3; n++) expect(await tokens.access()).toBe(access)
    // Nobody asks for a token meanwhile.
    await zalo.until(() => away < 0)
    for (let look = 0; (await stored()) !== access && look < 100; look++) await sleep(20)
    expect(await stored()).toBe(access)
    expect(zalo.shown).toEqual([first])

    zalo.advance(25 * hour)
    expect(await codeOf(await tokens.access())).toBe(0)
    expect([zalo.shown.length, shownAgain(zalo)]).toEqual([2, []])
  }, 15_000)

  test('a new access token that is called bad is not renewed before its pair is stored', async () => {
    away = 2
    const access = await tokens.access()
    zalo.forgetAccess()
    await expect(tokens.access(access)).rejects.toEqual(new RetryLater(2000, true))
    expect(zalo.shown).toEqual([first])
    expect(await codeOf(await tokens.access(access))).toBe(0)
    expect([zalo.shown.length, shownAgain(zalo)]).toEqual([2, []])
  })

  test('a stop offers it once more, and the next process goes on from it', async () => {
    away = 1
    const access = await tokens.access()
    expect(await stored()).toBe('')
    await tokens.settle()
    expect(await stored()).toBe(access)
    expect(await life().access()).toBe(access)
    expect(zalo.shown).toEqual([first])
  })

  test('a stop with the store still away says what to do', async () => {
    away = Infinity
    await tokens.access()
    await tokens.settle()
    expect(written).toContain('could not be stored before the stop')
    expect(written).toContain('set ZALO_OA_REFRESH_TOKEN to its refresh token')
    away = 0
  })
})

describe('how long a token is good', () => {
  test.each([
    ['an hour', '3600', 48 * minute],
    ['25 hours', '90000', 24 * hour],
    ['five minutes', '300', 4 * minute],
  ])('%s: one renewal for ten messages, and the next shortly before it ends', async (_how, expiresIn, until) => {
    zalo.switches.expiresIn = expiresIn
    const begun = zalo.now()
    for (let n = 0; n < 10; n++) await tokens.access()
    expect(zalo.spent).toHaveLength(1)
    // A quarter of a minute for the ten.
    zalo.advance(until - (zalo.now() - begun) - 15_000)
    await tokens.access()
    expect(zalo.spent).toHaveLength(1)
    zalo.advance(16_000)
    expect(await codeOf(await tokens.access())).toBe(0)
    await tokens.access()
    expect([zalo.spent.length, shownAgain(zalo)]).toEqual([2, []])
  })

  test('one an earlier release has stored, without when it is to be renewed, is renewed', async () => {
    await tokens.access()
    const { version, value } = (await store.get('machines', 'token:zalo-oa'))!
    const { renewAt: _, ...before } = value
    await store.update('machines', 'token:zalo-oa', { version }, { version: version + 1, value: before })
    expect(await codeOf(await life().access())).toBe(0)
    expect([zalo.spent.length, shownAgain(zalo)]).toEqual([2, []])
  })
})
