import { addressKey, type Address, type Channel, type Platform } from '../chat.js'
import type { Clock } from '../clock.js'
import { StoreUnavailable } from '../errors.js'
import type { Failpoint } from '../failpoint.js'
import type { Log } from '../log.js'
import { dueRows } from '../store/deliveries.js'
import { finalStates, type Delivery, type DeliveryState } from '../store/delivery.js'
import type { Journal } from '../store/journal.js'
import type { Store } from '../store/store.js'
import { createFlights } from './flights.js'
import { createGate, type Gate } from './gate.js'
import { nextStep, PATIENCE_MS, type Step } from './next-step.js'
import { countRecentSends } from './recent-sends.js'
import { createTellBranches } from './tell-branches.js'
import { expireLate, releaseHeld, settleDead, tellOutcomes } from './sweeps.js'

/** Rows one look takes a step with: whoever waits for it gets on, and the next look goes on where it ended. */
const STEPS = 50

export interface Courier {
  /** One pass: sweeps, and begins to send what is due. True if anything was done. Never rejects. */
  pump(): Promise<boolean>
  /** Nothing is due, being sent, or to be told. */
  idle(): Promise<boolean>
  /** Begins nothing more; resolves when what is on its way has come to its end. */
  stop(): Promise<void>
  /** At takeover: what earlier holders of the store sent counts for the gates, what they left half done is settled. The first pass does it too. */
  recover(): Promise<void>
  /** A platform takes its next message in less than a second. */
  waitsForSlot(): boolean
  /** There may be something new to send. */
  nudge(): void
}

export interface CourierOptions {
  store: Store
  clock: Clock
  log: Log
  journal: Journal
  platforms: ReadonlyMap<Channel, Platform>
  /** Tells this process apart from every other, earlier ones on the same host too. */
  life: string
  /** Monotonic ms for which the store is surely ours; below half of `leaseMs` nothing is sent. */
  left: () => number
  leaseMs?: number
  /** Longest time one call to a platform may take. */
  sendMs?: number
  /** A gate closed for as long as this lets its rows go to their next address. */
  gatePatienceMs?: number
  /** Messages a month, where a plan names them. */
  quotas?: ReadonlyMap<Channel, number>
  failpoint: Failpoint
  /** For counting: a row has come to an end. */
  ended?(channel: Channel | null, state: DeliveryState): void
}

/** The rows as they stood when it began; thrown away as soon as one of them has gone back to its line. */
interface Scan {
  rows: AsyncGenerator<Delivery, undefined>
  /** Lines of which nothing can go now. */
  held: Set<string>
  /** Read, but not dealt with yet. */
  next: Delivery | null
}

export function createCourier(options: CourierOptions): Courier {
  const { store, clock, log, journal, platforms, life, left, failpoint } = options
  const { leaseMs = 15_000, sendMs = 15_000, gatePatienceMs = PATIENCE_MS } = options
  const isSure = (): boolean => left() > leaseMs / 2
  const gates = new Map<Channel, Gate>()
  const tell = createTellBranches({ store, journal, clock })
  for (const [channel, platform] of platforms)
    gates.set(channel, createGate({ platform, store, clock, log, tell, quota: options.quotas?.get(channel) }))
  const flights = createFlights(
    { store, clock, log, life, isSure, sendMs, failpoint },
    { landed, failed: complain, moved },
  )

  /** Lines whose row was not what we had read; looked at again in the next pass. */
  const puzzling = new Set<string>()
  let scan: Scan | null = null
  let passing: Promise<boolean> | null = null
  let looking: Promise<boolean> | null = null
  let again = false
  let recovered = false
  /** From a pass whose sweeps went through until something fails. */
  let ready = false
  let stopped = false

  async function recover(): Promise<void> {
    for (const gate of gates.values()) await gate.load()
    await countRecentSends(store, gates, clock.real())
    await settle()
    recovered = true
  }

  async function settle(): Promise<boolean> {
    const repeats = (row: Delivery): boolean => platforms.get(row.addresses[row.turn]!.channel)?.can.repeat === true
    const settled = await settleDead({
      store,
      known: (row) => flights.known(row),
      repeats,
      sure: isSure,
      real: clock.real(),
    })
    for (const { row, state } of settled) {
      flights.forget(row)
      log.warn({ row: row._id, state }, 'a row left in the middle of a claim is settled')
      end(row, state)
    }
    return settled.length > 0
  }

  async function pass(): Promise<boolean> {
    if (stopped || !isSure()) return false
    try {
      if (!recovered) await recover()
      await flights.payDebts()
      for (const gate of gates.values()) await gate.tend()
      const now = clock.now()
      const released = await releaseHeld(store, now)
      const late = await expireLate(store, now)
      for (const row of late) end(row, 'expired')
      const dead = await settle()
      puzzling.clear()
      ready = true
      scan = null
      const begun = await look()
      const told = isSure() && (await tellOutcomes(store, journal, now))
      return begun || told || dead || released.length + late.length > 0
    } catch (error) {
      complain(error)
      return false
    }
  }

  function complain(error: unknown): void {
    ready = false
    if (error instanceof StoreUnavailable) log.warn('the store does not answer; deliveries wait')
    else log.error({ err: error }, 'delivering failed')
  }

  function end(row: Delivery, state: DeliveryState): void {
    if (finalStates.includes(state)) options.ended?.(row.addresses[row.turn]?.channel ?? null, state)
  }

  /** One look at a time; what calls meanwhile has another follow. True if anything was done. */
  function look(): Promise<boolean> {
    if (looking) {
      again = true
      return looking
    }
    again = false
    looking = search()
      .catch((error: unknown) => {
        complain(error)
        return false
      })
      .finally(() => {
        looking = null
        if (again) void look()
      })
    return looking
  }

  async function search(): Promise<boolean> {
    let steps = 0
    while (ready && !stopped && isSure() && flights.room('answer')) {
      const mine = (scan ??= { rows: inOrder(store), held: new Set<string>(), next: null })
      const row = mine.next ?? (await mine.rows.next()).value
      mine.next = null
      if (scan !== mine) continue
      if (!row || isAllShut(row.queue)) {
        scan = null
        break
      }
      if (!flights.room(row.queue) || steps === STEPS) {
        mine.next = row
        again ||= steps === STEPS
        break
      }
      // A line that is passed over once is passed over to the end: its next row must not overtake this one when it is free again.
      if (flights.isBusy(row.line) || puzzling.has(row.line)) mine.held.add(row.line)
      if (mine.held.has(row.line)) continue
      const step = await nextStep(row, { store, clock, platforms, gates, gatePatienceMs })
      if (scan === mine && (await take(row, step, mine))) steps++
    }
    return steps > 0
  }

  /** Nothing can go to anybody, nor to another address. */
  const isAllShut = (queue: Delivery['queue']): boolean =>
    [...gates.values()].every((gate) => gate.isFull(queue) && gate.closedForMs() < gatePatienceMs)

  async function take(row: Delivery, step: Step, { held }: Scan): Promise<boolean> {
    if (step.kind === 'become') return become(row, step.set)
    if (step.kind === 'stay') {
      held.add(row.line)
      return write(row, step.set)
    }
    if (step.kind === 'send' && flights.launch(row, step)) return true
    if (step.kind !== 'pass over') held.add(row.line)
    return false
  }

  /** As long as it is as we have read it. */
  const write = ({ _id, attempt, turn, cancelled }: Delivery, set: Partial<Delivery>): Promise<boolean> =>
    store.update('deliveries', _id, { state: 'waiting', attempt, turn, cancelled }, set)

  /** A waiting row that is not sent as it is. */
  async function become(row: Delivery, set: Partial<Delivery>): Promise<boolean> {
    const matched = await write(row, set)
    if (!matched) puzzling.add(row.line)
    else if (set.state === undefined || set.state === 'waiting') scan = null
    else end(row, set.state)
    return matched
  }

  function landed(row: Delivery, state: DeliveryState | null): void {
    if (state === null) puzzling.add(row.line)
    else if (state === 'waiting') scan = null
    else end(row, state)
    void look()
  }

  /** The lane of the group tells its branch; the platform's own news of it bears the same name. */
  function moved(from: Address, to: Address): void {
    const [old, now] = [addressKey(from), addressKey(to)]
    const payload = { kind: 'moved' as const, from, to }
    journal
      .accept([{ _id: `moved:${old}:${now}`, lane: `chat:${old}`, at: seconds(clock.now()), payload }])
      .catch(complain)
  }

  async function idle(): Promise<boolean> {
    if (looking || !flights.isEmpty()) return false
    const now = clock.now()
    const counts = await Promise.all([
      store.count('deliveries', { state: 'waiting', held: 0 }),
      store.count('deliveries', { state: 'waiting', held: 1, notBefore: { lte: now } }),
      store.count('deliveries', { state: 'waiting', usefulUntil: { lte: now } }),
      store.count('deliveries', { state: 'sending' }),
      store.count('deliveries', { news: 1 }),
    ])
    return counts.every((count) => count === 0)
  }

  return {
    pump: () => (passing ??= pass().finally(() => (passing = null))),
    idle,
    async stop() {
      stopped = true
      await passing
      await looking
      await flights.landed()
      await flights.payDebts().catch(complain)
    },
    recover,
    waitsForSlot: () => [...gates.values()].some((gate) => gate.waitsForSlot()),
    nudge() {
      scan = null
      void look()
    },
  }
}

const seconds = (ms: number): number => Math.floor(ms / 1000) * 1000

async function* inOrder(store: Store): AsyncGenerator<Delivery, undefined> {
  yield* dueRows(store, 'answer')
  yield* dueRows(store, 'bulk')
}
