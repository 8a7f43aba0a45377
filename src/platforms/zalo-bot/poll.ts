import { setTimeout as sleep } from 'node:timers/promises'
import { StoreUnavailable } from '../../errors.js'
import type { Log } from '../../log.js'
import { aboutFailure, isTokenRefused } from './classify.js'
import type { Inbox } from './inbox.js'

const STORE_AGAIN_MS = 1000
/** What fails for another reason than the store fails for itself, and must not stop everybody else's; so many more are made when the service ends. */
const TRIES = 5
/** An empty answer that comes at once is no long poll: some proxy's, say. */
const SPIN_MS = 500

/**
 * Long polling. The platform has no acknowledgement: what it has handed over it does not hand over again, so each update
 * is made durable before the next one is asked for, and while it is not, none is. `signal`: somebody else asks from now
 * on, what is in hand is still ours; `ending`: the service ends.
 */
export async function poll(options: {
  getUpdates: (signal: AbortSignal) => Promise<unknown>
  inbox: Inbox
  log: Log
  signal: AbortSignal
  ending: AbortSignal
}): Promise<void> {
  const { getUpdates, inbox, log, signal, ending } = options
  let failures = 0

  async function next(): Promise<unknown> {
    const began = performance.now()
    try {
      const given = await getUpdates(signal)
      failures = 0
      if (given === null && performance.now() - began < SPIN_MS) await pause(SPIN_MS, signal)
      return given
    } catch (error) {
      if (!signal.aborted) await pause(explained(error, failures++, log), signal)
      return null
    }
  }

  async function untilDurable(given: unknown): Promise<void> {
    // Nothing interrupts it: nobody would hand it over again.
    for (let tries = 1, left = TRIES; ; tries++) {
      try {
        return await inbox.take(given)
      } catch (error) {
        const store = error instanceof StoreUnavailable
        if (!store || ending.aborted) left--
        if (left === 0) {
          log.error({ err: error }, 'Zalo Bot: an update was not taken and is lost')
          return
        }
        log.warn({ err: error, tries }, store ? 'the store does not answer; updates wait' : 'an update was not taken')
        await sleep(STORE_AGAIN_MS)
      }
    }
  }

  while (!signal.aborted) {
    const given = await next()
    // One object as documented; a list is taken too.
    for (const one of Array.isArray(given) ? given : given === null ? [] : [given]) await untilDurable(one)
  }
}

function explained(error: unknown, failures: number, log: Log): number {
  const about = aboutFailure(error)
  if (isTokenRefused(error)) {
    log.error(about, 'Zalo Bot refuses ZALO_BOT_TOKEN. Take the present one from Zalo Bot Creator and start again.')
    return backOff(failures, 30_000, 60_000)
  }
  log.warn(about, 'Zalo Bot does not answer as it should; asked again soon')
  return backOff(failures, 1000, 30_000)
}

const backOff = (failures: number, firstMs: number, longestMs: number): number =>
  Math.min(firstMs * 2 ** failures, longestMs) * (0.75 + Math.random() / 4)

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined)
}
