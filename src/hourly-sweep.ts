import type { Clock } from './clock.js'
import { createFileSweep } from './store/files/sweep-files.js'
import { createRetention } from './store/retention.js'
import type { Store } from './store/store.js'

const SWEEP_MS = 3_600_000

/** Takes away what need not be kept, once an hour; while there is more to be done, a page between the other work. */
export function createHourlySweep({ store, clock }: { store: Store; clock: Clock }): () => Promise<boolean> {
  const retention = createRetention({ store, clock })
  const files = createFileSweep({ store, clock })
  let due = clock.mono()
  return async () => {
    if (clock.mono() < due) return false
    due = clock.mono() + SWEEP_MS
    const more = [(await retention.sweep()) > 0, await files.sweep()].includes(true)
    if (more) due = clock.mono()
    return more
  }
}
