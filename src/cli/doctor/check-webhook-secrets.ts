import type { Channel } from '../../chat.js'
import type { Clock } from '../../clock.js'
import type { Config } from '../../config.js'
import { day } from '../../domain/calendar/local-time.js'
import type { Store } from '../../store/store.js'
import { lastTurnedAway } from '../../store/turned-away.js'
import { moment, type Finding } from './finding.js'

/** What was turned away longer ago has been seen to, or was nobody who matters. */
const RECENT_MS = day

/** Whether somebody came with another secret than ours: the platform itself, where ours is set wrongly. */
export async function checkWebhookSecrets(
  store: Store,
  clock: Pick<Clock, 'real'>,
  { zaloBot, zaloOa }: Pick<Config, 'zaloBot' | 'zaloOa'>,
): Promise<Finding[]> {
  const set: [Channel, string, boolean][] = [
    ['zalo-bot', 'ZALO_BOT_WEBHOOK_SECRET', zaloBot?.updates.mode === 'webhook'],
    ['zalo-oa', 'ZALO_OA_SECRET_KEY', zaloOa !== null],
  ]
  const found: Finding[] = []
  for (const [channel, variable, used] of set) {
    const at = used ? await lastTurnedAway(store, channel) : null
    if (at === null || clock.real() - at > RECENT_MS) continue
    found.push({ what: 'webhook-secret', args: { variable, when: moment(at) } })
  }
  return found
}
