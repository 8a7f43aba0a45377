import type { Clock } from '../../clock.js'
import type { Config } from '../../config.js'
import { readQuota, SCARCE } from '../../delivery/quota.js'
import type { Store } from '../../store/store.js'
import type { Finding } from './finding.js'

/** Whether the Zalo bot's messages of this month are nearly or wholly used up. */
export async function checkQuota(
  store: Store,
  clock: Pick<Clock, 'now'>,
  { zaloBot }: Pick<Config, 'zaloBot'>,
): Promise<Finding[]> {
  if (zaloBot === null) return []
  const { sent, over } = await readQuota(store, clock, 'zalo-bot', zaloBot.monthlyQuota)
  const args = { sent: String(sent), limit: String(zaloBot.monthlyQuota) }
  if (over) return [{ what: 'quota-over', args }]
  return sent >= SCARCE * zaloBot.monthlyQuota ? [{ what: 'quota-scarce', args }] : []
}
