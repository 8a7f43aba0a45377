import { addressKey, type Channel, type Choice, type Part, type Platform } from '../chat.js'
import { branchOfLane } from '../domain/record.js'
import type { Clock } from '../clock.js'
import type { Delivery } from '../store/delivery.js'
import { numberedChoices } from '../store/numbers.js'
import type { Store } from '../store/store.js'
import type { Gate } from './gate.js'
import { lookAgain, replacing, type Replacing } from './look-again.js'
import { numbersFor } from './numbers.js'
import { simplified } from './simplified.js'
import { calledOff, ends, LONGEST_RETRY_MS, moveOn, neverLeft, passTo, speaksForItself } from './outcome.js'
import type { Call } from './send-part.js'
import { expired } from './sweeps.js'

/** A row that is refused for a while holds its line, and a closed gate its rows, no longer than this. */
export const PATIENCE_MS = 30 * 60_000

/** What can be done with a waiting row now. */
export type Step =
  | { kind: 'become'; set: Partial<Delivery> }
  /** It waits on in its line, and says why. */
  | { kind: 'stay'; set: Pick<Delivery, 'reason'> }
  /** Nothing, and nothing with the rows of its line behind it either. */
  | { kind: 'hold' }
  | { kind: 'pass over' }
  | { kind: 'send'; call: Call; gate: Gate; more: boolean; edits: boolean }

const hold: Step = { kind: 'hold' }
const alone: Replacing = { kind: 'new' }

export async function nextStep(
  row: Delivery,
  around: {
    store: Store
    clock: Clock
    platforms: ReadonlyMap<Channel, Platform>
    gates: ReadonlyMap<Channel, Gate>
    gatePatienceMs: number
  },
): Promise<Step> {
  const { store, clock, platforms, gates, gatePatienceMs } = around
  const become = (set: Partial<Delivery>): Step => ({ kind: 'become', set })
  const address = row.addresses[row.turn]!
  const key = addressKey(address)
  const gate = gates.get(address.channel)
  if (row.cancelled) return become(calledOff(row))
  if (row.usefulUntil !== null && row.usefulUntil <= clock.now()) return become(expired(row))
  if (gate && gate.closedForMs() >= gatePatienceMs && neverLeft(row) && row.replaces === null) {
    const why = gate.closedBy()
    const open = row.addresses.findIndex(
      ({ channel }, turn) => turn > row.turn && gates.get(channel)?.closedForMs() === 0,
    )
    if (open > 0) return become(passTo(row, open, why))
    // Whom only this channel reaches is phoned meanwhile.
    if (row.reason !== why && !speaksForItself(row.lane)) return { kind: 'stay', set: { reason: why } }
  }
  const spared = gate && withinQuota(row, gate, gates, clock.now())
  if (spared) return become(spared)
  if (waitsForRetry(row, clock.real())) return holdsLine(row, clock.real()) ? hold : { kind: 'pass over' }

  const may =
    row.replaces === null ? alone : await replacing(store, row, (channel) => platforms.get(channel)?.can.edit === true)
  if (may.kind === 'wait') return hold
  if (may.kind === 'become') return may
  if (gate && gate.wait(row.queue, key, row.recipient === 'group') > 0) return hold
  if (await isPaused(store, row)) return become({ held: 1, notBefore: clock.now() + PAUSE_MS })
  const refused = await lookAgain(store, row, (channel) => platforms.has(channel))
  if (refused) return become(refused)

  const platform = platforms.get(address.channel)!
  const isNumbered = !platform.can.buttons || row.message?.simple === true
  const numbers = isNumbered ? await numbersFor(store, row, clock.now()) : null
  if (numbers) return become(numbers)
  const at = row.sentIds.length
  const parts = partsOf(platform, row)
  if (!parts[at]) return become(ends(row, at > 0 ? 'partial' : 'undeliverable', 'refused'))
  const edited = may.kind === 'edit' ? may.messageIds[at] : undefined
  return {
    kind: 'send',
    call: {
      platform,
      id: `${row._id}:${at}`,
      part: parts[at],
      to: address,
      replaces: edited === undefined ? null : { messageId: edited },
    },
    gate: gate!,
    more: at + 1 < parts.length,
    edits: edited !== undefined,
  }
}

/** What becomes of a row for which its channel has no message left: another address, or a while of waiting; null: it may go. */
function withinQuota(
  row: Delivery,
  gate: Gate,
  gates: ReadonlyMap<Channel, Gate>,
  now: number,
): Partial<Delivery> | null {
  const { weight } = row
  // What an account's or a group's own lane says is waited for.
  const queue = speaksForItself(row.lane) ? 'answer' : row.queue
  const says = gate.quota?.says({ queue, weight }) ?? 'go'
  if (says === 'go' || !neverLeft(row) || row.replaces !== null) return null
  if (says === 'over') return moveOn(row, ['quota'])
  const other = row.addresses.findIndex(
    ({ channel }, turn) => turn > row.turn && (gates.get(channel)?.quota?.says({ queue, weight }) ?? 'go') === 'go',
  )
  return other > 0 ? passTo(row, other, 'quota') : { held: 1, notBefore: now + PAUSE_MS }
}

/** A branch that has paused its sending is asked again this much later. */
const PAUSE_MS = 30 * 60_000

async function isPaused(store: Store, { queue, lane }: Delivery): Promise<boolean> {
  if (queue !== 'bulk' || speaksForItself(lane)) return false
  return (await store.get('branches', branchOfLane(lane)))?.quiet.paused === true
}

function partsOf(platform: Platform, row: Delivery): Part[] {
  if (row.message === null) return []
  try {
    const { choices, ...message } = row.message
    if (choices === undefined) return platform.parts(message, 1)
    if (platform.can.buttons && message.simple) return platform.parts(simplified(row.message, row.firstNumber ?? 1), 1)
    if (platform.can.buttons) return platform.parts({ ...message, choices: choices.map(asButton) }, 1)
    const typed = choices.flatMap(({ typed }) => typed ?? [])
    const text = [message.text, ...typed].join('\n')
    return platform.parts({ ...message, text, choices: numberedChoices(row.message) }, row.firstNumber ?? 1)
  } catch {
    return []
  }
}

const asButton = ({ label, does }: Choice): Choice => ({ label, does })

/** A wait longer than any we set comes of a wall clock that was put back. */
const waitsForRetry = ({ retryAt }: Delivery, real: number): boolean =>
  retryAt !== null && retryAt > real && retryAt <= real + LONGEST_RETRY_MS

const holdsLine = ({ failingSince }: Delivery, real: number): boolean =>
  failingSince === null || real - failingSince < PATIENCE_MS
