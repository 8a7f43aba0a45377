import { Moved, RetryLater, StoreUnavailable, Undeliverable, type UndeliverableReason } from '../errors.js'
import { lineOf } from '../store/deliveries.js'
import type { Delivery } from '../store/delivery.js'

/** What a claim came to. */
export type Outcome =
  | { kind: 'sent'; messageId: string }
  /** Not delivered. */
  | { kind: 'retry'; afterMs: number; closesGate: boolean; code?: number }
  | { kind: 'next'; reason: UndeliverableReason; code?: number; inWords?: boolean }
  | { kind: 'moved'; to: string }
  /** No byte left. */
  | { kind: 'unsent' }
  /** It may or may not have arrived: no answer, our own store failed in the middle, or the process died. */
  | { kind: 'unknown' | 'store' | 'died' }

const RETRY_MS = 30_000
export const LONGEST_RETRY_MS = 3_600_000

/** The one table from what a send throws to what it means. */
export function outcomeOf(error: unknown): Outcome {
  if (error instanceof RetryLater) {
    const asked = Number(error.retryAfterMs)
    const afterMs = asked > 0 ? Math.min(asked, LONGEST_RETRY_MS) : RETRY_MS
    return { kind: 'retry', afterMs, closesGate: error.closesGate, ...codeOf(error) }
  }
  if (error instanceof Undeliverable)
    return { kind: 'next', reason: error.reason, ...codeOf(error), ...(error.inWords && { inWords: true }) }
  if (error instanceof Moved) return { kind: 'moved', to: error.to }
  return { kind: error instanceof StoreUnavailable ? 'store' : 'unknown' }
}

const codeOf = ({ code }: { code: number | null }): { code?: number } => (code === null ? {} : { code })

/** What becomes of a claimed row, and what instead if it was called off in the meantime (null: the same). */
export interface Became {
  set: Partial<Delivery>
  calledOff: Partial<Delivery> | null
}

export interface Circumstances {
  /** Real ms. */
  real: number
  /** The platform shows the same id once. */
  repeat: boolean
  /** Parts follow the one just sent. */
  more: boolean
  /** The claim was to change an earlier message. */
  edits: boolean
}

/** A waiting row's reason where it may have arrived already: such a row never goes to another address. */
const IN_DOUBT = 'unknown'
/** Claims after which a row that may be repeated is left in doubt: it may be the very thing that fails or kills. */
const REPEATS = { platform: 20, harmless: 5 }

const rest = { retryAt: null, failingSince: null }

export function becomes(row: Delivery, outcome: Outcome, { real, repeat, more, edits }: Circumstances): Became {
  const waits = (set: Partial<Delivery>): Became => ({ set: { state: 'waiting', ...set }, calledOff: calledOff(row) })
  const failing = (ms: number) => ({ retryAt: real + ms, failingSince: row.failingSince ?? real })
  switch (outcome.kind) {
    case 'sent': {
      const sent = {
        ...rest,
        reason: null,
        news: 0 as const,
        sentIds: [...row.sentIds, outcome.messageId],
        sentAt: real,
      }
      if (!more) return { set: { ...sent, state: 'sent' }, calledOff: null }
      return { set: { ...sent, state: 'waiting' }, calledOff: { ...sent, state: 'cancelled' } }
    }
    case 'unsent':
      return waits({ retryAt: null })
    case 'retry':
      return waits(failing(outcome.afterMs))
    case 'next':
      if (edits && row.sentIds.length === 0 && row.reason !== IN_DOUBT) {
        if (row.withoutEdit === 'new') return waits({ ...rest, replaces: null })
        return { set: { ...rest, state: 'cancelled', reason: outcome.reason }, calledOff: null }
      }
      return { set: moveOn(row, [outcome.reason]), calledOff: calledOff(row) }
    case 'moved':
      return becomes(row, { kind: 'next', reason: 'gone' }, { real, repeat, more, edits })
    case 'unknown':
    case 'store':
    case 'died':
      if (!mayRepeat(row, outcome.kind, repeat)) return { set: ends(row, 'unknown'), calledOff: null }
      return {
        set: {
          state: 'waiting',
          reason: IN_DOUBT,
          ...(outcome.kind === 'died' ? { retryAt: null } : failing(backOff(row))),
        },
        calledOff: ends(row, 'unknown'),
      }
  }
}

/**
 * The row after the address in hand and the ones after it have been refused for `reasons`: on the next one, or at its end where
 * there is none, or where something of it may have arrived.
 */
export function moveOn(row: Delivery, reasons: string[]): Partial<Delivery> {
  const reason = reasons.at(-1)!
  if (row.sentIds.length > 0) return ends(row, 'partial', reason)
  if (row.reason === IN_DOUBT) return ends(row, 'unknown')
  const turn = row.turn + reasons.length
  const refused = [...row.refused, ...reasons]
  const address = row.addresses[turn]
  if (!address) return { ...ends(row, 'undeliverable', reason), refused }
  return { ...rest, state: 'waiting', turn, refused, line: lineOf(row.queue, address), reason: null }
}

/** The row on its address number `turn`, all before it passed over for one reason. */
export const passTo = (row: Delivery, turn: number, reason: string): Partial<Delivery> =>
  moveOn(row, Array<string>(turn - row.turn).fill(reason))

/** A final state of which the lane is told. */
export function ends(
  row: Delivery,
  state: 'undeliverable' | 'unknown' | 'partial' | 'expired',
  reason: string | null = null,
) {
  return { ...rest, state, reason, news: row.silent || speaksForItself(row.lane) ? (0 as const) : (1 as const) }
}

/** An account's or a group's own lane says consent, first lines and answers to strangers: always sent, never news. */
export const speaksForItself = (lane: string): boolean => lane.startsWith('account:') || lane.startsWith('chat:')

/** Nothing of it has arrived, and nothing may have. */
export const neverLeft = (row: Delivery): boolean => row.sentIds.length === 0 && row.reason !== IN_DOUBT

/** What a row becomes that is wanted no more. */
export const calledOff = (row: Delivery): Partial<Delivery> =>
  row.reason === IN_DOUBT ? ends(row, 'unknown') : { ...rest, state: 'cancelled' }

function mayRepeat(row: Delivery, kind: 'unknown' | 'store' | 'died', repeat: boolean): boolean {
  const tries = row.attempt - row.sentIds.length
  if (repeat) return kind === 'store' || tries < REPEATS.platform
  return row.repeat === 'harmless' && tries < REPEATS.harmless
}

/** 1 s, 2 s, 4 s … one minute. */
const backOff = (row: Delivery): number => Math.min(1000 * 2 ** Math.max(row.attempt - 1, 0), 60_000)
