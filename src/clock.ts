import { performance } from 'node:perf_hooks'

/** Two clocks. Domain time is what members live in (`at`, `nextAt`, `notBefore`, `usefulUntil`); real time is for leases, retries, gates, retention. */
export interface Clock {
  /** Domain time, ms since the epoch: real time plus the offset that only the simulator moves. */
  now(): number
  /** Real time, ms since the epoch. */
  real(): number
  /** Monotonic, ms, of this process only. */
  mono(): number
  offset(): number
  setOffset(ms: number): void
}

export function createClock(): Clock {
  let offset = 0
  return {
    now: () => Date.now() + offset,
    real: () => Date.now(),
    mono: () => performance.now(),
    offset: () => offset,
    setOffset: (ms) => {
      offset = ms
    },
  }
}

/** `at` is kept in whole seconds: platforms give no more. */
export const wholeSeconds = (ms: number): number => Math.floor(ms / 1000) * 1000

/**
 * Order of acceptance: the instance's clock, then its counter, in one number that only grows.
 * 1,024 per millisecond keeps it below 2^53 until the year 2248.
 */
export function createOrder(clock: Pick<Clock, 'real'>): () => number {
  let last = 0
  return () => (last = Math.max(last + 1, clock.real() * 1024))
}
