import { setTimeout as sleep } from 'node:timers/promises'
import { GrammyError } from 'grammy'
import type { Update as Received } from 'grammy/types'
import { RetryLater, StoreUnavailable } from '../../errors.js'
import type { Log } from '../../log.js'
import { aboutFailure, classify, isTokenRefused } from './classify.js'
import type { Heard, Inbox } from './inbox.js'

/** Telegram holds a call no longer than this. */
const HOLD_S = 50
const LAST_WORD_MS = 3000
const STORE_AGAIN_MS = 1000
/** What fails for another reason than the store fails for itself; it must not stop everybody else's. */
const TRIES = 5
/** An empty answer that comes at once is no long poll: some proxy's, say. */
const SPIN_MS = 500

export type GetUpdates = (
  ask: { offset?: number; limit: number; timeout: number },
  signal: AbortSignal,
) => Promise<Received[]>

/**
 * Long polling. A batch is confirmed by the next call after all of it is durable. No number of an update is kept
 * beyond that call or compared with another: after a week of silence Telegram begins again anywhere.
 */
export async function poll(options: {
  getUpdates: GetUpdates
  inbox: Inbox
  log: Log
  signal: AbortSignal
  /** Resolves early when the signal aborts. */
  wait?: (ms: number, signal: AbortSignal) => Promise<void>
}): Promise<void> {
  const { getUpdates, inbox, log, signal, wait = pause } = options
  let confirm: number | undefined
  let failures = 0

  async function next(): Promise<Received[]> {
    const began = performance.now()
    try {
      const limited = AbortSignal.any([signal, AbortSignal.timeout((HOLD_S + 15) * 1000)])
      const batch = await getUpdates({ ...offset(confirm), limit: 100, timeout: HOLD_S }, limited)
      confirm = undefined
      failures = 0
      if (batch.length === 0 && performance.now() - began < SPIN_MS) await wait(SPIN_MS, signal)
      return batch
    } catch (error) {
      if (signal.aborted) return []
      await wait(explained(error, failures++, log), signal)
      return []
    }
  }

  async function untilDurable(heard: Heard): Promise<void> {
    for (let tries = 1; !signal.aborted; tries++) {
      try {
        return await inbox.take(heard)
      } catch (error) {
        const store = error instanceof StoreUnavailable
        if (!store && tries >= TRIES) {
          log.error({ err: error, update: heard.received.update_id }, 'an update was not taken and is given up')
          return
        }
        log.warn({ err: error, tries }, store ? 'the store does not answer; updates wait' : 'an update was not taken')
        await wait(STORE_AGAIN_MS, signal)
      }
    }
    throw new StoppedInBatch()
  }

  while (!signal.aborted) {
    const batch = await next()
    try {
      for (const heard of inbox.read(batch)) await untilDurable(heard)
      const last = batch.at(-1)?.update_id
      if (last !== undefined) confirm = last + 1
    } catch (error) {
      if (!(error instanceof StoppedInBatch)) throw error
    }
  }
  if (confirm === undefined) return
  // Whoever polls next is spared what we have; it would be recognised anyway.
  await getUpdates({ ...offset(confirm), limit: 1, timeout: 0 }, AbortSignal.timeout(LAST_WORD_MS)).catch(
    (error: unknown) => log.debug(aboutFailure(error), 'the last updates were not confirmed'),
  )
}

/** Some of a batch is not durable: none of it is confirmed. */
class StoppedInBatch extends Error {}

const offset = (confirm: number | undefined) => (confirm === undefined ? {} : { offset: confirm })

/** Ms to wait after a failed call; says what a person can do about it. */
function explained(error: unknown, failures: number, log: Log): number {
  const about = aboutFailure(error)
  if (error instanceof GrammyError && error.error_code === 409) {
    const webhook = /webhook/iu.test(error.description)
    log.warn(
      about,
      webhook
        ? 'Telegram: a webhook is set for this bot, by another program with the same token. Stop that one, then start this one again.'
        : 'Telegram: another program polls with the same token. Only one may: stop the other, or make a new token with @BotFather (/revoke).',
    )
    return backOff(failures, 3000, 60_000)
  }
  if (isTokenRefused(error)) {
    log.error(about, 'Telegram refuses TELEGRAM_BOT_TOKEN. Take the present one from @BotFather and start again.')
    return backOff(failures, 30_000, 60_000)
  }
  const failure = classify(error)
  log.warn(about, 'Telegram does not answer as it should; asked again soon')
  if (failure instanceof RetryLater && failure.closesGate) return failure.retryAfterMs
  return backOff(failures, 1000, 30_000)
}

/** Doubling, and apart by chance: several instances must not knock at the same moments. */
const backOff = (failures: number, firstMs: number, longestMs: number): number =>
  Math.min(firstMs * 2 ** failures, longestMs) * (0.75 + Math.random() / 4)

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined)
}
