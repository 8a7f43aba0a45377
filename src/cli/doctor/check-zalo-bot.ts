import type { Config } from '../../config.js'
import { createZaloBotClient } from '../../platforms/zalo-bot/client.js'
import { isTokenRefused } from '../../platforms/zalo-bot/classify.js'
import { createHttp } from '../../platforms/zalo/http.js'
import type { Finding } from './finding.js'

const CALL_MS = 10_000
/** Somebody between turned Zalo away: our own webhook answers its probe with 200. */
const blocked = new Set(['webhook.http.403', 'webhook.err.blocked'])

/** Whether the bot can hear: its token, a webhook left set while this service polls, a webhook Zalo cannot reach. */
export async function checkZaloBot({ zaloBot }: Pick<Config, 'zaloBot'>): Promise<Finding[]> {
  if (zaloBot === null) return []
  const client = createZaloBotClient({ ...zaloBot, http: createHttp() })
  const signal = AbortSignal.timeout(3 * CALL_MS)
  try {
    await client.getMe(signal)
    const webhook = await client.getWebhookInfo(signal)
    if (zaloBot.updates.mode === 'polling') return webhook === null ? [] : [{ what: 'zalo-bot-webhook', args: {} }]
  } catch (error) {
    return [{ what: isTokenRefused(error) ? 'zalo-bot-token' : 'zalo-bot-silent', args: {} }]
  }
  // Allowed a few times a day; where it is refused, nothing is known.
  const probe = await client.testWebhook(signal).catch(() => null)
  if (probe?.ok !== false) return []
  const outcome = probe.outcome ?? '–'
  return [{ what: blocked.has(outcome) ? 'zalo-bot-blocked' : 'zalo-bot-unreached', args: { outcome } }]
}
