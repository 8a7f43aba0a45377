import type { Channel } from '../../chat.js'
import type { Config } from '../../config.js'
import { isRefused } from '../../store/standing.js'
import type { Store } from '../../store/store.js'
import type { Finding } from './finding.js'

/** Channels whose platform refuses what it took before, while the service goes on with the others. */
export async function checkRefused(
  store: Store,
  { telegram, zaloBot }: Pick<Config, 'telegram' | 'zaloBot'>,
): Promise<Finding[]> {
  const found: Finding[] = []
  const set: [Channel, object | null][] = [
    ['telegram', telegram],
    ['zalo-bot', zaloBot],
  ]
  for (const [channel, settings] of set)
    if (settings !== null && (await isRefused(store, channel))) found.push({ what: 'refused', args: { channel } })
  return found
}
