import { z } from 'zod'
import { RetryLater } from '../../errors.js'
import type { Log } from '../../log.js'
import { Refused, Unanswered } from '../zalo/call-error.js'
import type { Http } from '../zalo/http.js'
import { createUnstoredPair } from './unstored-pair.js'

/** What the platform gave last. Kept outside this process: every renewal makes the pair before it worthless. */
export interface TokenPair {
  access: string
  /** Good for one renewal. */
  refresh: string
  /** Real ms. */
  expiresAt: number
  /** Real ms: from then on it is renewed, though it is still good. */
  renewAt: number
}

/** Where the pair lies; shared by all instances. */
export interface TokenVault {
  read(): Promise<TokenPair | null>
  /** `ours` for one caller at a time: nobody else may renew until `put`, `release`, or 20 s have passed. */
  claim(): Promise<'ours' | 'busy' | 'dead'>
  /** What the refresh token `of` was renewed to. Durable when it resolves; ends the claim. */
  put(of: string, pair: TokenPair): Promise<void>
  /** Ends the claim without a new pair; `dead`: the platform takes `of` no more. True: an earlier pair is gone back to. */
  release(of: string, dead: boolean): Promise<boolean>
}

const answer = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_in: z.union([z.string(), z.number()]).transform(Number).pipe(z.number().positive()),
})
const refusal = z.object({
  error: z.union([z.number(), z.string()]).transform(Number),
  error_name: z.string().nullish(),
  error_description: z.string().nullish(),
  message: z.string().nullish(),
})

/** Renewed so long before it ends, at most, and for so much of its life: a failing renewal has time to be repeated. */
const EARLY_MS = 60 * 60_000
const EARLY_SHARE = 0.2
const CALL_MS = 10_000
/** A claim is ours for 20 s: the call has to begin so soon that it ends before. */
const SURE_MS = 5000
const AGAIN_MS = 2000
const DEAD_MS = 60_000
const SAY_AGAIN_MS = 60 * 60_000
/** The refresh token was used before, has ended, or was taken back. */
const DEAD = -14014
const deadCodes = [DEAD, -118, -14015]

const deadToken =
  'Zalo OA takes the refresh token no more. Let an administrator of the OA make a new pair (developers.zalo.me, API Explorer), set ZALO_OA_REFRESH_TOKEN to its refresh token and start again.'
const otherToken =
  'Zalo OA does not take the refresh token of ZALO_OA_REFRESH_TOKEN; the one in the store is used on. Take the variable away, or set it to a new one of the API Explorer.'

export function createTokens(options: {
  appId: string
  appSecret: string
  oauthRoot: string
  http: Http
  vault: TokenVault
  /** Real ms. */
  real: () => number
  failpoint: (name: string) => void
  log: Log
}) {
  const { appId, appSecret, oauthRoot, http, vault, real, failpoint, log } = options
  const unstored = createUnstoredPair({ vault, log })
  let saidDead: number | null = null

  /** Asks for a new pair. What the old one is good for ends with the request. */
  async function renew(refresh: string): Promise<TokenPair> {
    const { status, body } = await http.call(`${oauthRoot}/v4/oa/access_token`, {
      method: 'POST',
      headers: { secret_key: appSecret, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ refresh_token: refresh, app_id: appId, grant_type: 'refresh_token' }).toString(),
      signal: AbortSignal.timeout(CALL_MS),
    })
    const pair = answer.safeParse(body)
    if (pair.success) {
      const { access_token: access, refresh_token: next, expires_in: seconds } = pair.data
      const life = seconds * 1000
      const expiresAt = real() + life
      return { access, refresh: next, expiresAt, renewAt: expiresAt - Math.min(EARLY_MS, life * EARLY_SHARE) }
    }
    const no = refusal.safeParse(body)
    if (!no.success) throw new Unanswered(status, 'ANOTHER_SHAPE')
    throw new Refused('access_token', no.data.error, no.data.error_name ?? no.data.message ?? 'no name')
  }

  async function renewOnce(pair: TokenPair): Promise<TokenPair> {
    try {
      failpoint('token:before')
      const next = await renew(pair.refresh)
      failpoint('token:after')
      await unstored.keep(pair.refresh, next)
      log.info('Zalo OA: the access token is renewed')
      return next
    } catch (error) {
      const dead = isTokenDead(error)
      if (await vault.release(pair.refresh, dead)) log.error(otherToken)
      else if (dead) sayDead()
      else log.warn({ code: codeOf(error) }, 'Zalo OA: the access token was not renewed; tried again')
      throw error
    }
  }

  /** Not at every message that waits for it. */
  function sayDead(): void {
    if (saidDead !== null && real() - saidDead < SAY_AGAIN_MS) return
    saidDead = real()
    log.error(deadToken)
  }

  return {
    /**
     * A good access token. `refused`: one the platform has just called bad, so that it is renewed whatever its time.
     * Rejects with RetryLater where there is none now.
     */
    async access(refused: string | null = null): Promise<string> {
      const isGood = ({ access, expiresAt }: TokenPair): boolean =>
        access !== '' && access !== refused && real() < expiresAt
      const held = unstored.pair()
      if (held && isGood(held)) return held.access
      // What lies in the store is spent until it has taken the newer one.
      await unstored.offer()
      if (unstored.pair()) throw new RetryLater(AGAIN_MS, true)
      const pair = await vault.read()
      if (!pair) throw new RetryLater(DEAD_MS, true, DEAD)
      const usable = isGood(pair)
      if (usable && real() < pair.renewAt) return pair.access
      const asked = performance.now()
      const claim = await vault.claim()
      if (claim === 'dead') sayDead()
      if (claim !== 'ours') {
        if (usable) return pair.access
        throw claim === 'dead' ? new RetryLater(DEAD_MS, true, DEAD) : new RetryLater(AGAIN_MS, true)
      }
      // Somebody may have renewed it between our look and our claim.
      const now = await vault.read()
      if (now && now.refresh !== pair.refresh) {
        await vault.release(now.refresh, false)
        return this.access(refused)
      }
      // A process that slept here for long may not be the only one any more.
      if (performance.now() - asked > SURE_MS) {
        await vault.release(pair.refresh, false)
        throw new RetryLater(AGAIN_MS, true)
      }
      try {
        return (await renewOnce(pair)).access
      } catch (error) {
        if (usable) return pair.access
        throw error instanceof Refused ? new RetryLater(DEAD_MS, true, error.code) : new RetryLater(AGAIN_MS, true)
      }
    },
    /** Before the process ends: what the store has not taken is offered once more. */
    settle: (): Promise<void> => unstored.settle(),
  }
}

const isTokenDead = (error: unknown): boolean => error instanceof Refused && deadCodes.includes(error.code)

export type Tokens = ReturnType<typeof createTokens>

const codeOf = (error: unknown): unknown =>
  error instanceof Refused || error instanceof Unanswered ? error.code : (error as { code?: unknown }).code
