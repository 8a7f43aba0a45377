export const steps = ['next', 'day', 'month'] as const
type Step = (typeof steps)[number]

/**
 * Moves the domain clock forward and lets everything due happen in order. `onProgress` gets the domain time (ms)
 * reached so far; `steps` is the number of moments at which something was due.
 */
export type Advance = (to: Step, onProgress: (now: number) => void) => Promise<{ now: number; steps: number }>

/** One advance at a time, and what everybody who watches may know of it. */
export interface Advancing {
  /** What is running and how far it has come (domain ms); null when the clock only ticks. */
  running(): { to: Step; now: number } | null
  /** Null when one is running already. */
  run(to: Step): Promise<{ now: number; steps: number }> | null
}

export function createAdvancing(advance: Advance, now: () => number): Advancing {
  let running: { to: Step; now: number } | null = null
  return {
    running: () => running,
    run(to) {
      if (running) return null
      running = { to, now: now() }
      return advance(to, (reached) => {
        running = { to, now: reached }
      }).finally(() => {
        running = null
      })
    },
  }
}
