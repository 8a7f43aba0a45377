import { GrammyError, HttpError } from 'grammy'
import {
  Moved,
  OutcomeUnknown,
  RetryLater,
  StoreUnavailable,
  Undeliverable,
  type UndeliverableReason,
} from '../../errors.js'
import { NotConnected, Unreadable } from './transport.js'

type Failure = RetryLater | Undeliverable | Moved | OutcomeUnknown

/** Beside what Telegram asks for: its clock and ours count the second differently. */
const MARGIN_MS = 1000
const NO_WORD_MS = 30_000
const CONNECT_AGAIN_MS = 5000
const STORE_AGAIN_MS = 1000
/** A token that is refused needs a person. */
const REFUSED_TOKEN_MS = 60_000

/** Beginnings of what Telegram says, small letters, without "Bad Request: " or "Forbidden: ". What is not here is refused for good. */
const reasons: [beginning: string, reason: UndeliverableReason][] = [
  ['bot was blocked by the user', 'blocked'],
  ["bot can't initiate conversation", 'no-channel'],
  ["bot can't send messages to bots", 'no-channel'],
  ['user is deactivated', 'gone'],
  ['bot was kicked', 'gone'],
  ['bot is not a member', 'gone'],
  ['the group chat was deleted', 'gone'],
  ['group chat was deactivated', 'gone'],
  ['chat not found', 'gone'],
  ['user not found', 'gone'],
  ['peer_id_invalid', 'gone'],
  ['message is too long', 'too-long'],
  ['message caption is too long', 'too-long'],
  ['message_too_long', 'too-long'],
  ['media_caption_too_long', 'too-long'],
  ['file is too big', 'too-long'],
]

/** What a failed call means. The errors it makes bear neither texts nor addresses: the token is in those. */
export function classify(error: unknown): Failure {
  if (error instanceof GrammyError) return ofAnswer(error)
  const cause: unknown = error instanceof HttpError ? error.error : error
  if (cause instanceof RetryLater || cause instanceof Undeliverable) return cause
  if (cause instanceof NotConnected) return new RetryLater(CONNECT_AGAIN_MS)
  // Our own store failed while a file was on its way: half a body is never accepted.
  if (cause instanceof StoreUnavailable) return new RetryLater(STORE_AGAIN_MS)
  if (cause instanceof Unreadable && cause.status === 429) return new RetryLater(NO_WORD_MS, true)
  if (cause instanceof Unreadable && cause.status === 413) return new Undeliverable('too-long')
  return new OutcomeUnknown()
}

function ofAnswer({ error_code: code, parameters, description }: GrammyError): Failure {
  if (parameters.migrate_to_chat_id !== undefined) return new Moved(String(parameters.migrate_to_chat_id))
  if (parameters.retry_after !== undefined || code === 429) {
    const seconds = Number(parameters.retry_after)
    return new RetryLater(seconds > 0 ? seconds * 1000 + MARGIN_MS : NO_WORD_MS, true)
  }
  // Of these nothing gets through to anybody until somebody has seen to the token.
  if (code === 401 || code === 404) return new RetryLater(REFUSED_TOKEN_MS, true)
  if (code === 409) return new RetryLater(CONNECT_AGAIN_MS)
  if (code === 413) return new Undeliverable('too-long')
  if (code === 400 || code === 403) return new Undeliverable(reasonOf(description))
  return new OutcomeUnknown()
}

function reasonOf(description: string): UndeliverableReason {
  const said = wordsOf(description)
  return reasons.find(([beginning]) => said.startsWith(beginning))?.[1] ?? 'refused'
}

const wordsOf = (description: string | undefined): string =>
  (description ?? '').toLowerCase().replace(/^(bad request|forbidden): /u, '')

const refuses = (error: unknown, words: RegExp): boolean =>
  error instanceof GrammyError && error.error_code === 400 && words.test(wordsOf(error.description))

/** An edit that changes nothing: what was wanted stands there already. */
export const isUnchanged = (error: unknown): boolean => refuses(error, /^message is not modified/u)

/** The topic is closed or deleted; the chat is still there. */
export const isThreadGone = (error: unknown): boolean =>
  refuses(error, /^(message thread not found|topic_(closed|deleted|id_invalid))/u)

/** The id names no file this bot may send, or one of another kind; nothing was sent. */
export const isFileUnknown = (error: unknown): boolean =>
  refuses(
    error,
    /^(wrong (remote )?file|wrong type of file|invalid file|can't use file|type of file mismatch|file reference)/u,
  )

/** Telegram does not know the token, or not any more. */
export const isTokenRefused = (error: unknown): boolean =>
  error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404)

/** For the log: no texts, no addresses. */
export function aboutFailure(error: unknown): Record<string, unknown> {
  if (error instanceof GrammyError) {
    return { method: error.method, code: error.error_code, said: (error.description ?? '').slice(0, 120) }
  }
  const cause: unknown = error instanceof HttpError ? error.error : error
  if (cause instanceof NotConnected) return { code: cause.code }
  if (cause instanceof Unreadable) return { code: cause.status, said: 'unreadable' }
  return { err: cause }
}
