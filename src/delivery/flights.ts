import { addressKey, type Address } from '../chat.js'
import type { Clock } from '../clock.js'
import { StoreUnavailable } from '../errors.js'
import type { Failpoint } from '../failpoint.js'
import type { Log } from '../log.js'
import { lineOf } from '../store/deliveries.js'
import type { Delivery, DeliveryState } from '../store/delivery.js'
import type { Store, Write } from '../store/store.js'
import { endOfClaim, refWrite } from './claim.js'
import type { Step } from './next-step.js'
import { becomes, type Outcome } from './outcome.js'
import { sendPart } from './send-part.js'
import type { Known } from './sweeps.js'

/** Sends at one time, and how many of them may be bulk: an answer always finds a free hand. */
const ABREAST = 8
const BULK_ABREAST = 6

/** What is on its way: claim, send, record. Of one line there is never more than one. */
export interface Flights {
  room(queue: Delivery['queue']): boolean
  isBusy(line: string): boolean
  isEmpty(): boolean
  /** False when the gate gives no slot after all. */
  launch(row: Delivery, step: Step & { kind: 'send' }): boolean
  known(row: Delivery): Known
  /** The row is no longer in a claim of ours. */
  forget(row: Delivery): void
  /** Writes the results the store would not take: before anything else of their lines, however long it was away. */
  payDebts(): Promise<void>
  /** Resolves when what is on its way has come to its end. */
  landed(): Promise<void>
}

export interface FlightEvents {
  /** `state`: what the row became; `waiting` if it is to be looked at again; null if it was not as we had read it, or the store failed. */
  landed(row: Delivery, state: DeliveryState | null): void
  failed(error: unknown): void
  /** A chat lives under another id than the row said. */
  moved(from: Address, to: Address): void
}

export function createFlights(
  options: {
    store: Store
    clock: Clock
    log: Log
    life: string
    /** The store is surely ours for long enough. */
    isSure: () => boolean
    sendMs: number
    failpoint: Failpoint
  },
  events: FlightEvents,
): Flights {
  const { store, clock, log, life, isSure, sendMs, failpoint } = options
  const flying = new Map<string, { id: string; queue: Delivery['queue']; end: Promise<void> }>()
  /** By line: results the store has not taken yet. */
  const owed = new Map<string, { id: string; writes: Write[] }>()
  /** By row, the attempt: claims of which we do not know whether the store has them. Nothing was sent in them. */
  const lostClaims = new Map<string, number>()

  async function fly(waiting: Delivery, step: Step & { kind: 'send' }): Promise<DeliveryState | null> {
    const row = { ...waiting, state: 'sending' as const, life, attempt: waiting.attempt + 1, claimedAt: clock.real() }
    const report = (outcome: Outcome): Outcome =>
      step.gate.report(outcome, addressKey(step.call.to), row.recipient === 'group')
    if (!(await claim(waiting, row, report))) return null
    // The claim may have taken long; whoever comes after us would take it for dead.
    const { outcome: came, to } = isSure()
      ? await sendPart(step.call, sendMs, failpoint)
      : { outcome: { kind: 'unsent' } as Outcome, to: step.call.to }
    const outcome = report(came)
    if (to !== step.call.to) events.moved(step.call.to, to)
    if (outcome.kind !== 'sent') log.info({ row: row._id, channel: to.channel, outcome: outcome.kind }, 'not sent')
    const { can } = step.call.platform
    const became = becomes(row, outcome, { real: clock.real(), repeat: can.repeat, more: step.more, edits: step.edits })
    if (outcome.kind === 'sent' && to !== step.call.to) {
      became.set.addresses = row.addresses.map((address, turn) => (turn === row.turn ? to : address))
      became.set.line = lineOf(row.queue, to)
    }
    const ref = outcome.kind === 'sent' ? [refWrite(row, to, outcome.messageId)] : []
    await record(row, [...ref, ...endOfClaim(row, became)])
    failpoint('sent:after')
    return became.set.state!
  }

  async function claim(waiting: Delivery, row: Delivery, report: (outcome: Outcome) => Outcome): Promise<boolean> {
    const expect = { state: 'waiting' as const, attempt: waiting.attempt, turn: waiting.turn, cancelled: false }
    const { state, attempt, claimedAt } = row
    let claimed = false
    failpoint('claim:before')
    try {
      claimed = await store.update('deliveries', row._id, expect, { state, life, attempt, claimedAt, retryAt: null })
    } catch (error) {
      lostClaims.set(row._id, attempt)
      throw error
    } finally {
      if (!claimed) report({ kind: 'unsent' })
    }
    failpoint('claim:after')
    if (claimed) lostClaims.delete(row._id)
    return claimed
  }

  async function record(row: Delivery, writes: Write[]): Promise<void> {
    try {
      await store.batch(writes)
    } catch (error) {
      if (error instanceof StoreUnavailable) owed.set(row.line, { id: row._id, writes })
      throw error
    }
  }

  async function ride(row: Delivery, step: Step & { kind: 'send' }): Promise<void> {
    let state: DeliveryState | null = null
    try {
      state = await fly(row, step)
    } catch (error) {
      events.failed(error)
    }
    flying.delete(row.line)
    events.landed(row, state)
  }

  return {
    room(queue) {
      if (flying.size >= ABREAST) return false
      return (
        queue === 'answer' || [...flying.values()].filter((flight) => flight.queue === 'bulk').length < BULK_ABREAST
      )
    },
    isBusy: (line) => flying.has(line) || owed.has(line),
    isEmpty: () => flying.size + owed.size === 0,
    launch(row, step) {
      if (!step.gate.take(row.queue, addressKey(step.call.to), row.recipient === 'group')) return false
      flying.set(row.line, { id: row._id, queue: row.queue, end: Promise.resolve().then(() => ride(row, step)) })
      return true
    },
    known(row) {
      if (row.life !== life) return 'nothing'
      if ((flying.get(row.line) ?? owed.get(row.line))?.id === row._id) return 'in hand'
      return lostClaims.get(row._id) === row.attempt ? 'never left' : 'nothing'
    },
    forget: (row) => void lostClaims.delete(row._id),
    async payDebts() {
      for (const [line, { writes }] of owed) {
        await store.batch(writes)
        owed.delete(line)
      }
    },
    async landed() {
      await Promise.all([...flying.values()].map((flight) => flight.end))
    },
  }
}
