import { setTimeout as sleep } from 'node:timers/promises'
import type { Platform, Update } from './chat.js'
import { ConfigError, RetryLater } from './errors.js'
import type { Log } from './log.js'

/** A platform that cannot be reached at the start is asked again; the others go on meanwhile. */
const AGAIN_MS = 15_000

/**
 * Says hello to a platform and hears it until `signal` aborts. What only a person can mend (a token that is none) is
 * thrown; a platform that does not answer is asked again.
 */
export async function hearChannel(given: {
  platform: Platform
  receive: (update: Update) => Promise<void>
  known: (self: { id: string; name: string }) => Promise<void>
  /** It is heard from now on, or its platform does not answer: nothing more is to be waited for. */
  asked?: () => void
  signal: AbortSignal
  log: Log
}): Promise<void> {
  const { platform, receive, known, asked, signal, log } = given
  while (!signal.aborted) {
    try {
      await known(await platform.start())
      const listening = platform.listen(receive, signal)
      asked?.()
      await listening
    } catch (error) {
      if (error instanceof ConfigError) throw error
      if (!signal.aborted && !(error instanceof RetryLater)) log.error({ err: error }, `${platform.name}: not heard`)
    }
    asked?.()
    await sleep(AGAIN_MS, undefined, { signal }).catch(() => undefined)
  }
}
