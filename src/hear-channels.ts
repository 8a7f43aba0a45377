import { setTimeout as sleep } from 'node:timers/promises'
import type { Channel, Platform, Update } from './chat.js'
import { ConfigError, RetryLater } from './errors.js'
import type { Log } from './log.js'
import type { Standing } from './store/standing.js'

/** A platform that cannot be reached at the start is asked again; the others go on meanwhile. */
const AGAIN_MS = 15_000
/** One that refuses its settings needs a person; it may be taken back at the platform itself. */
const REFUSED_AGAIN_MS = 60_000

/**
 * Says hello to a platform and hears it until `signal` aborts. What only a person can mend (a token that is none) is
 * thrown; a platform that does not answer is asked again. So is one that refuses what it took at an earlier start, where
 * there are other channels: a token that was reset since must not silence them.
 */
export async function hearChannel(given: {
  platform: Platform
  receive: (update: Update) => Promise<void>
  known: (self: { id: string; name: string }) => Promise<void>
  standing: Standing
  /** For counting: it refuses its settings, or takes them again. */
  refuses?: (channel: Channel, is: boolean) => void
  /** It is heard from now on, or its platform does not answer: nothing more is to be waited for. */
  asked?: () => void
  signal: AbortSignal
  log: Log
}): Promise<void> {
  const { platform, receive, known, standing, refuses, asked, signal, log } = given

  async function goesOn(error: ConfigError): Promise<boolean> {
    // While the store is away nothing is known of it: asked again, it will be.
    if (!(await standing.refused().catch(() => true))) return false
    refuses?.(platform.name, true)
    log.error(
      { channel: platform.name, problem: error.key },
      'this channel is refused by its platform and closed; the others go on. chibot doctor says what to do',
    )
    return true
  }

  while (!signal.aborted) {
    let againMs = AGAIN_MS
    try {
      await known(await platform.start())
      await standing.taken()
      refuses?.(platform.name, false)
      const listening = platform.listen(receive, signal)
      asked?.()
      await listening
    } catch (error) {
      if (error instanceof ConfigError) {
        if (!(await goesOn(error))) throw error
        againMs = REFUSED_AGAIN_MS
      } else if (!signal.aborted && !(error instanceof RetryLater))
        log.error({ err: error }, `${platform.name}: not heard`)
    }
    asked?.()
    await sleep(againMs, undefined, { signal }).catch(() => undefined)
  }
}
