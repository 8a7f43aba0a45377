import { performance } from 'node:perf_hooks'
import type { Clock } from '../../src/clock.js'

/** A clock of the test's own: it stands still until somebody moves it. */
export function standingClock(now: number): Clock {
  let offset = 0
  return {
    now: () => now + offset,
    real: () => now,
    mono: () => performance.now(),
    offset: () => offset,
    setOffset: (ms) => {
      offset = ms
    },
  }
}
