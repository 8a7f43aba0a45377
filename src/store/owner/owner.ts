import { setTimeout as wait } from 'node:timers/promises'
import type { Clock } from '../../clock.js'
import { StoreUnavailable } from '../../errors.js'
import { createFileLock } from './owner-file.js'
import { createLease } from './owner-lease.js'
import type { Store } from '../store.js'

/**
 * Who works on a store: one instance runs engine, planner, courier, pollers and fetcher, the others wait. It only
 * saves double work: safety rests on the compare-and-sets of the writes.
 */
export interface Ownership {
  readonly held: boolean
  /** Monotonic ms for which the store is surely ours; 0 when it is not, Infinity where nobody can take it away. */
  left(): number
  /** Resolves with true when the store is ours, with false when `signal` aborts first. */
  acquire(signal: AbortSignal): Promise<boolean>
  /** One look, without waiting. A store that does not answer counts as no. */
  tryOnce(): Promise<boolean>
  /** Gives it back, so that another can take it at once. Not a loss: `onLost` is not called. */
  release(): Promise<void>
  /** `call` runs once for every time the store stops being ours against our will. */
  onLost(call: () => void): void
}

export interface OwnershipTimes {
  /** How long a lease lasts after its renewal. Real ms, like the others. */
  term: number
  /** Between renewals. */
  every: number
  /** Between the looks of one who waits. */
  poll: number
}

export interface OwnershipOptions {
  /** Holds the lock file of an embedded store. */
  dataDir: string
  /** Id of this process life. */
  life: string
  clock: Pick<Clock, 'mono'>
  times?: Partial<OwnershipTimes>
}

export function createOwnership(store: Store, { dataDir, life, clock, times }: OwnershipOptions): Ownership {
  const durations = { term: 15_000, every: 5_000, poll: 1_000, ...times }
  const kind = store.kind === 'sqlite' ? createFileLock(dataDir) : createLease(store, life, clock, durations)
  const tryOnce = async () => {
    if (kind.held()) return true
    try {
      return await kind.take()
    } catch (error) {
      if (error instanceof StoreUnavailable) return false
      throw error
    }
  }
  return {
    get held() {
      return kind.held()
    },
    left: kind.left,
    tryOnce,
    acquire: async (signal) => {
      while (!signal.aborted) {
        if (await tryOnce()) return true
        await wait(durations.poll, undefined, { signal }).catch(() => undefined)
      }
      return false
    },
    release: kind.release,
    onLost: kind.onLost,
  }
}

/** One way of owning a store; `take` looks once, and may reject with StoreUnavailable. */
export interface OwnerKind {
  held: () => boolean
  left: () => number
  take: () => Promise<boolean>
  release: () => Promise<void>
  onLost: (call: () => void) => void
}
