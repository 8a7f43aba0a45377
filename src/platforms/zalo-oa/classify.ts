import { OutcomeUnknown, RetryLater, Undeliverable, type UndeliverableReason } from '../../errors.js'
import { NotConnected, Refused, Unanswered } from '../zalo/call-error.js'

const CONNECT_AGAIN_MS = 5000
const RATE_MS = 15_000
const TOKEN_MS = 60_000
/** What it takes for advertising is refused from 22:00 to 06:00. */
const NIGHT_MS = 30 * 60_000

/** What the platform's codes mean for one message; a code that is not here is refused, and shown to the operator. */
const reasons: Record<number, UndeliverableReason> = {
  [-210]: 'too-long',
  [-211]: 'quota',
  [-213]: 'blocked',
  [-217]: 'blocked',
  [-218]: 'cap',
  [-227]: 'gone',
  [-230]: 'window',
  [-232]: 'window',
  [-237]: 'gone',
  [-244]: 'blocked',
  [-305]: 'window',
  [-311]: 'cap',
  [-320]: 'quota',
  [-321]: 'quota',
  [-403]: 'gone',
}
/** Nothing gets through to anybody: the app, the OA, its package or its token have to be seen to by a person. */
const forOperator = [-209, -212, -216, -220, -221, -223, -224, -240, -242, 216, 401, -401]

/** What a failed send means. Failures come under HTTP 200; the code decides, never its words. */
export function classify(error: unknown): RetryLater | Undeliverable | OutcomeUnknown {
  if (error instanceof RetryLater || error instanceof Undeliverable) return error
  if (error instanceof NotConnected) return new RetryLater(CONNECT_AGAIN_MS)
  if (error instanceof Unanswered) {
    return error.status === 413 ? new Undeliverable('too-long') : new OutcomeUnknown()
  }
  if (!(error instanceof Refused)) return new OutcomeUnknown()
  if (error.code === -32) return new RetryLater(RATE_MS, true)
  if (error.code === -234) return new RetryLater(NIGHT_MS, false, error.code)
  if (forOperator.includes(error.code)) return new RetryLater(TOKEN_MS, true, error.code)
  return new Undeliverable(reasons[error.code] ?? 'refused', error.code)
}

/** For the log: no texts, no addresses. */
export function aboutFailure(error: unknown): Record<string, unknown> {
  if (error instanceof Refused) return { call: error.method, code: error.code, said: error.said.slice(0, 120) }
  if (error instanceof NotConnected) return { code: error.code }
  if (error instanceof Unanswered) return { code: error.status || error.code, said: 'unreadable' }
  return { err: error }
}
