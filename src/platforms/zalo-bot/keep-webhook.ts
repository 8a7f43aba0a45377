import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { ConfigError, Undeliverable } from '../../errors.js'
import type { Log } from '../../log.js'
import { aboutFailure, classify, isTokenRefused } from './classify.js'
import type { ZaloBotClient } from './client.js'

const CALL_MS = 10_000
const LONGEST_AGAIN_MS = 60 * 60_000

/** A hash of what stands at the platform since this service set it; the store keeps it. */
export interface LastWebhook {
  read(): Promise<string | null>
  write(mark: string): Promise<void>
}

export interface WebhookSettings {
  url: string
  secret: string
  last: LastWebhook
}

/**
 * Sees to it that the platform calls us. To set a webhook is allowed a few times a day only: what stands already, set by us
 * with this secret and by nobody since, is left alone, and what is refused is asked for again at growing intervals.
 */
export function createKeepWebhook(options: {
  client: ZaloBotClient
  webhook: WebhookSettings
  log: Log
  /** How soon it is first asked for again. */
  againMs: number
}) {
  const { client, webhook, log, againMs } = options
  const { url, secret, last } = webhook
  let stands = false

  const limit = (): AbortSignal => AbortSignal.timeout(CALL_MS)
  /** The platform does not show the secret, but when it was set. */
  const markOf = (updatedAt: string | null): string =>
    createHash('sha256')
      .update(JSON.stringify([url, secret, updatedAt]))
      .digest('hex')

  /** Rejects where the platform does not even say what stands there. */
  async function look(): Promise<void> {
    const found = await client.getWebhookInfo(limit())
    if (found?.url === url && (await last.read()) === markOf(found.updatedAt)) stands = true
    else await set(found?.url === url)
  }

  async function set(isThere: boolean): Promise<void> {
    try {
      // It has the platform call us, which may take as long as we take to answer.
      const { verification } = await client.setWebhook(url, secret, AbortSignal.timeout(3 * CALL_MS))
      stands = true
      if (verification?.ok === false) {
        log.warn(
          { outcome: verification.outcome, hint: verification.hint },
          'Zalo Bot: the webhook is set, but Zalo could not reach it. Check PUBLIC_URL, and that nothing before this service turns away Java clients.',
        )
      }
    } catch (error) {
      if (isTokenRefused(error)) throw new ConfigError('config-zalo-bot-token-refused')
      const failure = classify(error)
      if (failure instanceof Undeliverable && failure.reason === 'refused')
        throw new ConfigError('config-zalo-bot-address-refused')
      const about = aboutFailure(error)
      if (isThere)
        log.warn(about, 'Zalo Bot does not set the webhook now; one with our address stands, and is listened to')
      else log.error(about, 'Zalo Bot does not set the webhook now; nothing is heard until it does. Asked again later.')
      return
    }
    // Best effort: not remembered, it is set once more at the next start.
    await client
      .getWebhookInfo(limit())
      .then((found) => last.write(markOf(found?.updatedAt ?? null)))
      .catch((error: unknown) => log.debug(aboutFailure(error), 'not remembered'))
  }

  return {
    look,
    /** Asks for it until it stands; resolves then, or with the signal. */
    async untilItStands(signal: AbortSignal): Promise<void> {
      for (let wait = againMs; !stands; wait = Math.min(2 * wait, LONGEST_AGAIN_MS)) {
        await sleep(wait, undefined, { signal }).catch(() => undefined)
        if (signal.aborted) return
        await look().catch((error: unknown) => {
          if (error instanceof ConfigError) throw error
          if (isTokenRefused(error)) throw new ConfigError('config-zalo-bot-token-refused')
          log.warn(aboutFailure(error), 'Zalo Bot does not answer as it should')
        })
      }
    },
  }
}
