import type { Clock } from '../../clock.js'
import type { Config } from '../../config.js'
import { gateId, type KeptGate } from '../../delivery/gate.js'
import type { Store } from '../../store/store.js'
import { tokenVaultId, type KeptTokens } from '../../store/token-vault.js'
import type { Finding } from './finding.js'

const DAY = 24 * 60 * 60_000
/** A refresh token is good for three months; an access token that ended so long ago was the last thing it gave. */
const OLD_MS = 75 * DAY

/** What the store knows of the OA: its token, and why its gate is closed. Nothing is renewed here: that would spend the token. */
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
  return found
}
