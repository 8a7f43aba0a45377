import { z } from 'zod'
import { RetryLater } from '../../errors.js'
import type { Log } from '../../log.js'
import { Refused, Unanswered } from '../zalo/call-error.js'
import type { Http } from '../zalo/http.js'

/** What the platform gave last. Kept outside this process: every renewal makes the pair before it worthless. */
export interface TokenPair {
  access: string
  /** Good for one renewal. */
  refresh: string
  /** Real ms. */
  expiresAt: number
}

/** Where the pair lies; shared by all instances. */
export interface TokenVault {
  read(): Promise<TokenPair | null>
  /** True for one caller at a time: nobody else may renew until `put`, `release`, or a minute has passed. */
  claim(): Promise<boolean>
  /** Durable when it resolves; ends the claim. */
  put(pair: TokenPair): Promise<void>
  /** Ends the claim without a new pair; `dead`: the platform takes the refresh token no more. */
  release(dead: boolean): Promise<void>
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

/** Renewed this long before it ends, so that a failing renewal has time to be repeated. */
const EARLY_MS = 60 * 60_000
const CALL_MS = 10_000
const AGAIN_MS = 2000
const DEAD_MS = 60_000
/** The refresh token was used before, has ended, or was taken back. */
const deadCodes = [-14014, -118, -14015]

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
      return { access, refresh: next, expiresAt: real() + seconds * 1000 }
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
      await vault.put(next)
      log.info('Zalo OA: the access token is renewed')
      return next
    } catch (error) {
      const dead = error instanceof Refused && deadCodes.includes(error.code)
      await vault.release(dead)
      if (dead) {
        log.error(
          { code: error.code },
          'Zalo OA takes the refresh token no more. Let an administrator of the OA make a new pair (developers.zalo.me, API Explorer), set ZALO_OA_REFRESH_TOKEN to its refresh token and start again.',
        )
      } else log.warn({ code: codeOf(error) }, 'Zalo OA: the access token was not renewed; tried again')
      throw error
    }
  }

  return {
    /**
     * A good access token. `refused`: one the platform has just called bad, so that it is renewed whatever its time.
     * Rejects with RetryLater where there is none now.
     */
    async access(refused: string | null = null): Promise<string> {
      const pair = await vault.read()
      if (!pair) throw new RetryLater(DEAD_MS, true)
      const left = pair.expiresAt - real()
      if (left > EARLY_MS && pair.access !== refused) return pair.access
      const usable = left > 0 && pair.access !== '' && pair.access !== refused
      if (!(await vault.claim())) {
        if (usable) return pair.access
        throw new RetryLater(AGAIN_MS, true)
      }
      // Somebody may have renewed it between our look and our claim.
      const now = await vault.read()
      if (now && now.refresh !== pair.refresh) {
        await vault.release(false)
        return now.access
      }
      try {
        return (await renewOnce(pair)).access
      } catch (error) {
        if (usable) return pair.access
        throw error instanceof Refused ? new RetryLater(DEAD_MS, true) : new RetryLater(AGAIN_MS, true)
      }
    },
  }
}

export type Tokens = ReturnType<typeof createTokens>

const codeOf = (error: unknown): unknown =>
  error instanceof Refused || error instanceof Unanswered ? error.code : (error as { code?: unknown }).code
