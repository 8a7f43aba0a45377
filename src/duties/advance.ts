import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from '../clock.js'
import {
  addMonths,
  dateIn,
  daysInMonth,
  instant,
  localDate,
  localTime,
  monthOf,
} from '../domain/calendar/local-time.js'
import { changeMachine } from '../store/change-machine.js'
import type { Store } from '../store/store.js'
import { createMoments } from './moments.js'

const ONE_DAY_MS = 24 * 60 * 60_000
/** Longer than this between two moments means that something is stuck; `doctor` says what. */
const PATIENCE_MS = 60_000
const POLL_MS = 10

export type AdvanceTo = 'next' | 'day' | 'month'

/** Reads the simulator's offset from the store; another instance may have moved it. True when it changed here. */
export async function readOffset(store: Store, clock: Clock): Promise<boolean> {
  const offset = (await store.get('machines', 'simulator'))?.value['offset']
  if (typeof offset !== 'number' || offset === clock.offset()) return false
  clock.setOffset(offset)
  return true
}

/** Moves domain time to `now` in the store and here. */
export async function moveClock(store: Store, clock: Clock, now: number): Promise<void> {
  const value = { offset: now - clock.real() }
  await changeMachine(store, 'simulator', () => value)
  clock.setOffset(value.offset)
}

/**
 * The simulator's clock: goes to the next moment at which anything is due, lets it happen, and on to the next,
 * until it is where it should be. Between two moments it waits until nothing is open and nothing is due.
 */
export function createAdvance(options: { store: Store; clock: Clock; nudge: () => void }) {
  const { store, clock, nudge } = options
  const moments = createMoments(options)

  return async function advance(
    to: AdvanceTo,
    onProgress: (now: number) => void,
  ): Promise<{ now: number; steps: number }> {
    await settled()
    let steps = 0
    const target = to === 'next' ? ((await moments.next()) ?? clock.now() + ONE_DAY_MS) : later(clock.now(), to)
    for (let moment = await moments.next(); moment !== null && moment <= target; moment = await moments.next()) {
      await goTo(moment)
      steps++
      onProgress(clock.now())
      if (to === 'next') return { now: clock.now(), steps }
    }
    await goTo(target)
    onProgress(clock.now())
    return { now: clock.now(), steps }
  }

  async function goTo(moment: number): Promise<void> {
    if (moment > clock.now()) await moveClock(store, clock, moment)
    await settled()
  }

  async function settled(): Promise<void> {
    const since = performance.now()
    while (await moments.busy()) {
      if (performance.now() - since > PATIENCE_MS) throw new Error('the clock waits for work that does not end')
      nudge()
      await sleep(POLL_MS)
    }
  }
}

function later(now: number, to: 'day' | 'month'): number {
  if (to === 'day') return now + ONE_DAY_MS
  const date = localDate(now)
  const month = addMonths(monthOf(date), 1)
  return instant(dateIn(month, Math.min(Number(date.slice(8)), daysInMonth(month))), localTime(now))
}
