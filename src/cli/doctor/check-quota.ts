import type { Clock } from '../../clock.js'
import type { Config } from '../../config.js'
import { monthNow, quotaId, SCARCE, type KeptQuota } from '../../delivery/quota.js'
import type { Store } from '../../store/store.js'
import type { Finding } from './finding.js'

/** Whether the Zalo bot's messages of this month are nearly or wholly used up. */
export async function checkQuota(
  store: Store,
  clock: Pick<Clock, 'now'>,
  { zaloBot }: Pick<Config, 'zaloBot'>,
): Promise<Finding[]> {
  const kept = zaloBot && (await store.get('machines', quotaId('zalo-bot')))
  if (!kept) return []
  const { month, sent, limit, over } = kept.value as unknown as KeptQuota
  // Another limit was set since: the service looks at it anew when it starts.
  if (month !== monthNow(clock)) return []
  const args = { sent: String(sent), limit: String(zaloBot.monthlyQuota) }
  if (over && limit === zaloBot.monthlyQuota) return [{ what: 'quota-over', args }]
  return sent >= SCARCE * zaloBot.monthlyQuota ? [{ what: 'quota-scarce', args }] : []
}
