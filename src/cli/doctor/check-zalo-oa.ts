import type { Clock } from '../../clock.js'
import type { Config } from '../../config.js'
import { gateId, type KeptGate } from '../../delivery/gate.js'
import { RetryLater } from '../../errors.js'
import { Refused } from '../../platforms/zalo/call-error.js'
import { createHttp } from '../../platforms/zalo/http.js'
import { createZaloOaClient } from '../../platforms/zalo-oa/client.js'
import type { Store } from '../../store/store.js'
import { tokenVaultId, type KeptTokens } from '../../store/token-vault.js'
import type { Finding } from './finding.js'

const CALL_MS = 10_000
const DAY = 24 * 60 * 60_000
/** A refresh token is good for three months; an access token that ended so long ago was the last thing it gave. */
const OLD_MS = 75 * DAY

/** What the store knows of the OA (its token, why its gate is closed), and whether it answers. Nothing is renewed here: that would spend the token. */
export async function checkZaloOa(
  store: Store,
  clock: Pick<Clock, 'real'>,
  { zaloOa }: Pick<Config, 'zaloOa'>,
): Promise<Finding[]> {
  if (zaloOa === null) return []
  const tokens = (await store.get('machines', tokenVaultId))?.value as unknown as KeptTokens | undefined
  if (!tokens) return zaloOa.refreshToken === null ? [{ what: 'zalo-oa-no-token', args: {} }] : []
  if (tokens.dead) return [{ what: 'zalo-oa-dead', args: {} }]
  const found: Finding[] = []
  if (tokens.expiresAt > 0 && clock.real() - tokens.expiresAt > OLD_MS) found.push({ what: 'zalo-oa-old', args: {} })
  const gate = (await store.get('machines', gateId('zalo-oa')))?.value as unknown as KeptGate | undefined
  if (gate?.code != null && gate.closedSince !== null)
    found.push({ what: 'zalo-oa-closed', args: { code: String(gate.code) } })
  const good = tokens.access !== '' && tokens.expiresAt > clock.real()
  return good && found.length === 0 ? callOa(zaloOa.apiRoot, tokens.access) : found
}

/** With the token that is good now: one that has ended is the service's to renew. */
async function callOa(apiRoot: string, token: string): Promise<Finding[]> {
  const access = (refused: string | null = null): Promise<string> =>
    refused === null ? Promise.resolve(token) : Promise.reject(new RetryLater(0))
  try {
    await createZaloOaClient({ apiRoot, http: createHttp(), tokens: { access } }).getOa(AbortSignal.timeout(CALL_MS))
    return []
  } catch (error) {
    if (error instanceof Refused) return [{ what: 'zalo-oa-closed', args: { code: String(error.code) } }]
    return [{ what: error instanceof RetryLater ? 'zalo-oa-refused' : 'zalo-oa-silent', args: {} }]
  }
}
