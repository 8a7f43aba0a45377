import type { Channel, Platform } from '../chat.js'
import type { Clock } from '../clock.js'
import type { Log } from '../log.js'
import type { Delivery } from '../store/delivery.js'
import type { ChannelPayload } from '../store/entry.js'
import type { Store } from '../store/store.js'
import { LONGEST_RETRY_MS, type Outcome } from './outcome.js'
import { createQuota, monthNow, type Quota } from './quota.js'
import { createSlots, limits } from './slots.js'
import type { TellBranches } from './tell-branches.js'

/** Failures in a row after which a platform is taken for unreachable, and how often it is asked then. */
const FAILURES = 3
const PROBE_MS = 15_000
/** A place in each second that bulk leaves free: an answer never waits for the messages of a great notice. */
const FOR_ANSWERS = 1

/** One a bot: when its next message may go. What closes it is kept in the store and outlives the process. */
export interface Gate {
  /** Ms until a message to this chat may go, as things stand; Infinity while the platform is unreachable. */
  wait(queue: Delivery['queue'], chat: string, group: boolean): number
  /** Nothing of that queue may go to anybody now. */
  isFull(queue: Delivery['queue']): boolean
  /**
   * True: the slot is taken, and what came of the send is to be reported. Until then it stays taken, and counts from then
   * on: the platform counts a message when it arrives, and that is neither before the one nor after the other.
   */
  take(queue: Delivery['queue'], chat: string, group: boolean): boolean
  /** What came of it; where the platform's «nothing is left» is not believed yet, it is a wait. */
  report(outcome: Outcome, chat: string, group: boolean): Outcome
  /** Ms for which it has been closed without one answer of the platform between; 0 when it is open. */
  closedForMs(): number
  /** By whom: by the platform until a person mends it, or because it does not answer. */
  closedBy(): 'closed' | 'away'
  /** All its slots for bulk are taken, and time alone brings the next. */
  waitsForSlot(): boolean
  /** Counts what was sent by an earlier holder of the store. */
  count(chat: string, group: boolean): void
  /** Null where the plan names none. */
  quota: Quota | null
  load(): Promise<void>
  /** Writes what changed, and asks an unreachable platform whether it is back. */
  tend(): Promise<void>
}

export function createGate(options: {
  platform: Pick<Platform, 'name' | 'start'>
  store: Store
  clock: Clock
  log: Log
  tell: TellBranches
  /** Messages a month. */
  quota?: number | undefined
}): Gate {
  const { platform, store, clock, log, tell } = options
  const quota =
    options.quota === undefined
      ? null
      : createQuota({ channel: platform.name, limit: options.quota, store, clock, tell })
  const id = gateId(platform.name)
  const slots = createSlots(limits[platform.name])
  /** Monotonic ms. */
  let closedUntil = 0
  let closedSince: number | null = null
  let unreachable = false
  let probeAt = 0
  let failures = 0
  /** After a closing one message goes alone, until it is answered. */
  let trial: 'over' | 'due' | 'out' = 'over'
  let changed = false
  /** The platform's code of this closing, where a person has to mend something; null when the platform has answered again. */
  let code: number | null = null
  /** What the branches have not been told yet. */
  const untold = new Map<string, Pick<ChannelPayload, 'what' | 'code'>>()
  /** Months of which they have been told that nothing more is paid for. */
  const spent = new Set<string>()

  const isClosed = (): boolean => unreachable || clock.mono() < closedUntil

  function close(): void {
    closedSince ??= clock.mono()
    trial = 'due'
    changed = true
  }

  /** Told once a closing. */
  function needsPerson(said: number | null): void {
    if (said === null || said === code) return
    code = said
    untold.set(`channel:${platform.name}:${Math.floor(clock.real() / 1000)}:${said}`, { what: 'closed', code: said })
    log.error({ channel: platform.name, code: said }, 'a person has to mend this channel; chibot doctor says how')
  }

  /** Where we count nothing ourselves; who is within what is free gets messages on. Told once a month and code. */
  function isSpent(said: number | null): void {
    const id = `quota:${platform.name}:${monthNow(clock)}:${said}`
    if (spent.has(id)) return
    spent.add(id)
    untold.set(id, { what: 'over', code: said })
    log.error({ channel: platform.name, code: said }, 'no message is left that is paid for; chibot doctor says more')
  }

  function believed(no: Outcome & { kind: 'next' }): Outcome {
    if (!quota) {
      isSpent(no.code ?? null)
      return no
    }
    const afterMs = quota.end(no.inWords === true)
    return afterMs === null ? no : { kind: 'retry', afterMs, closesGate: true }
  }

  function answered(): void {
    failures = 0
    trial = 'over'
    code = null
    if (closedSince === null) return
    closedSince = null
    changed = true
  }

  function failed(): void {
    if (trial === 'out') trial = 'due'
    if (++failures < FAILURES || unreachable) return
    unreachable = true
    probeAt = clock.mono() + PROBE_MS
    close()
    log.warn({ channel: platform.name }, 'gate closed: the platform does not answer')
  }

  function probe(): void {
    probeAt = clock.mono() + PROBE_MS
    platform.start().then(
      () => {
        if (!unreachable) return
        unreachable = false
        // The failures stay in a row until a message is answered: one more closes the gate again.
        failures = FAILURES - 1
        changed = true
        log.info({ channel: platform.name }, 'gate opened: the platform answers')
      },
      (error: unknown) => log.debug({ err: error, channel: platform.name }, 'the platform does not answer yet'),
    )
  }

  async function save(): Promise<void> {
    changed = false
    const toReal = (mono: number) => Math.round(clock.real() + mono - clock.mono())
    const value = {
      closedUntil: toReal(closedUntil),
      closedSince: closedSince === null ? null : toReal(closedSince),
      unreachable,
      code,
    }
    try {
      const kept = await store.get('machines', id)
      if (kept) await store.update('machines', id, { version: kept.version }, { version: kept.version + 1, value })
      else await store.insert('machines', [{ _id: id, version: 1, value }])
    } catch (error) {
      changed = true
      throw error
    }
  }

  return {
    wait(queue, chat, group) {
      if (unreachable || trial === 'out') return Infinity
      return Math.max(closedUntil - clock.mono(), slots.wait(clock.mono(), chat, group, spared(queue)), 0)
    },
    isFull: (queue) => isClosed() || trial === 'out' || slots.waitOfBot(clock.mono(), spared(queue)) > 0,
    take(queue, chat, group) {
      const now = clock.mono()
      if (isClosed() || trial === 'out' || slots.take(now, chat, group, spared(queue)) > 0) return false
      slots.move(now, Infinity, chat, group)
      if (trial === 'due') trial = 'out'
      return true
    },
    report(came, chat, group) {
      slots.move(Infinity, clock.mono(), chat, group)
      if (came.kind === 'sent' || came.kind === 'unknown') quota?.count()
      if (came.kind === 'sent') quota?.went()
      const outcome = came.kind === 'next' && came.reason === 'quota' ? believed(came) : came
      if (outcome.kind === 'retry' && outcome.closesGate) {
        closedUntil = Math.max(closedUntil, clock.mono() + outcome.afterMs)
        close()
        log.warn({ channel: platform.name, ms: outcome.afterMs }, 'gate closed by the platform')
        needsPerson(outcome.code ?? null)
      } else if (outcome.kind === 'retry' && outcome.code != null) answered()
      else if (outcome.kind === 'retry' || outcome.kind === 'unknown') failed()
      else if (outcome.kind === 'sent' || outcome.kind === 'next' || outcome.kind === 'moved') answered()
      else if (trial === 'out') trial = 'due'
      return outcome
    },
    waitsForSlot: () => !isClosed() && trial !== 'out' && slots.waitOfBot(clock.mono(), FOR_ANSWERS) > 0,
    closedBy: () => (code === null ? 'away' : 'closed'),
    closedForMs: () => (isClosed() && closedSince !== null ? clock.mono() - closedSince : 0),
    quota,
    count: (chat, group) => slots.count(clock.mono(), chat, group),
    async load() {
      await quota?.load()
      const kept = await store.get('machines', id)
      if (!kept) return
      const value = kept.value as unknown as KeptGate
      // The wall clock may have been set since: no closing is longer than the longest, none began in the future.
      closedUntil = clock.mono() + Math.min(value.closedUntil - clock.real(), LONGEST_RETRY_MS)
      closedSince = value.closedSince === null ? null : clock.mono() - Math.max(0, clock.real() - value.closedSince)
      unreachable = value.unreachable
      code = value.code ?? null
      if (closedSince !== null) trial = 'due'
    },
    async tend() {
      if (unreachable && clock.mono() >= probeAt) probe()
      if (changed) await save()
      await quota?.tend()
      for (const [id, news] of untold) {
        await tell(id, { kind: 'channel', channel: platform.name, sent: 0, limit: 0, ...news })
        untold.delete(id)
      }
    },
  }
}

/** As it lies in the store; times are real ms. */
export interface KeptGate {
  closedUntil: number
  closedSince: number | null
  unreachable: boolean
  /** Why, where a person has to mend something. */
  code?: number | null
}

export const gateId = (channel: Channel): string => `gate:${channel}`

const spared = (queue: Delivery['queue']): number => (queue === 'bulk' ? FOR_ANSWERS : 0)
