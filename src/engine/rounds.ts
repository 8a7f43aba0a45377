import type { Clock } from '../clock.js'
import type { Log } from '../log.js'
import type { Store } from '../store/store.js'
import type { Lanes } from './lanes.js'

/** Lanes worked side by side. */
const SIDE_BY_SIDE = 8
/** Entries of one lane before the others have their turn. */
const IN_A_ROW = 50
/** A lane whose work failed waits this long, so that it does not spin. */
const COOLING_MS = 1000

export interface Rounds {
  /** Gives every lane with open entries its turn. True when anything was done. */
  round(): Promise<boolean>
}

export function createRounds(options: { store: Store; lanes: Lanes; clock: Clock; log: Log }): Rounds {
  const { store, lanes, clock, log } = options
  const cooling = new Map<string, number>()

  async function round(): Promise<boolean> {
    const running = new Set<Promise<boolean>>()
    let did = false
    for (let lane = await nextLane(''); lane !== null; lane = await nextLane(lane)) {
      if ((cooling.get(lane) ?? 0) > clock.mono()) continue
      const turn: Promise<boolean> = workLane(lane).finally(() => running.delete(turn))
      running.add(turn)
      void turn.then((worked) => (did ||= worked))
      if (running.size >= SIDE_BY_SIDE) await Promise.race(running)
    }
    await Promise.all(running)
    return did
  }

  async function nextLane(after: string): Promise<string | null> {
    const [entry] = await store.find('journal', { open: 1, lane: { gt: after } }, { sort: { field: 'lane' }, limit: 1 })
    return entry?.lane ?? null
  }

  async function workLane(lane: string): Promise<boolean> {
    let did = false
    try {
      for (let turn = 0; turn < IN_A_ROW && (await lanes.work(lane)); turn++) did = true
      cooling.delete(lane)
    } catch (error) {
      log.warn({ err: error, lane }, 'a lane has to be tried again')
      cooling.set(lane, clock.mono() + COOLING_MS)
    }
    return did
  }

  return { round }
}
