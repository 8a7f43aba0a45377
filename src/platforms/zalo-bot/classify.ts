import { OutcomeUnknown, RetryLater, Undeliverable } from '../../errors.js'
import { NotConnected, Refused, Unanswered } from '../zalo/call-error.js'

const CONNECT_AGAIN_MS = 5000
/** A token that is refused needs a person. */
const REFUSED_TOKEN_MS = 60_000
const SLOWER_MS = 60_000

/**
 * What a failed send means. The codes are the platform's own: its 403 is an internal error and no prohibition, its 429 the
 * end of the month's quota, which no repetition brings back; some have met it as «too fast».
 */
export function classify(error: unknown): RetryLater | Undeliverable | OutcomeUnknown {
  if (error instanceof RetryLater || error instanceof Undeliverable) return error
  if (error instanceof NotConnected) return new RetryLater(CONNECT_AGAIN_MS)
  if (error instanceof Unanswered) {
    // A page, not the platform's words: whoever stands before it wants us slower.
    if (error.status === 429) return new RetryLater(SLOWER_MS, true)
    // Refused by whoever stands before the platform: the request itself was read by nobody who could act on it.
    return error.status === 413 ? new Undeliverable('too-long') : new OutcomeUnknown()
  }
  if (!(error instanceof Refused)) return new OutcomeUnknown()
  switch (error.code) {
    case 400:
    case 404:
      return new Undeliverable('refused')
    case 401:
      return new RetryLater(REFUSED_TOKEN_MS, true, 401)
    case 429:
      return new Undeliverable('quota', null, /quota/iu.test(error.said))
    case 413:
      return new Undeliverable('too-long')
    default:
      // 403 "internal server error", 408 "processing time exceeded", 5xx, and what nobody has seen yet.
      return new OutcomeUnknown()
  }
}

export const isTokenRefused = (error: unknown): boolean => error instanceof Refused && error.code === 401

/** For the log: no texts, no addresses. */
export function aboutFailure(error: unknown): Record<string, unknown> {
  if (error instanceof Refused) return { method: error.method, code: error.code, said: error.said.slice(0, 120) }
  if (error instanceof NotConnected) return { code: error.code }
  if (error instanceof Unanswered) return { code: error.status || error.code, said: 'unreadable' }
  return { err: error }
}
