import type { Clock } from '../../clock.js'
import { StoreUnavailable } from '../../errors.js'
import type { Machine } from '../delivery.js'
import { hasDied, hostOf, type Host } from './owner-host.js'
import type { OwnerKind, OwnershipTimes } from './owner.js'
import type { Store } from '../store.js'

type LeaseValue = { holder: string; host: Host; released: boolean }

/**
 * A document that its holder renews; the version is the counter of renewals. Nobody compares wall clocks: the holder
 * counts its own monotonic ms from the start of the last renewal that came through, who waits counts those for which
 * the counter stood still.
 */
export function createLease(store: Store, life: string, clock: Pick<Clock, 'mono'>, times: OwnershipTimes): OwnerKind {
  const host = hostOf(process.pid)
  const lost: (() => void)[] = []
  let mine: { version: number; since: number } | null = null
  let seen: { version: number; since: number } | null = null
  let timer: NodeJS.Timeout | undefined
  let last: Promise<unknown> = Promise.resolve()

  /** One thing after another: a renewal under way must not outlive a release. */
  const inTurn = <R>(job: () => Promise<R>): Promise<R> => {
    const done = last.then(job)
    last = done.catch(() => undefined)
    return done
  }

  const left = () => (mine ? Math.max(0, mine.since + times.term - clock.mono()) : 0)
  const valueOf = (released: boolean): Machine['value'] => ({ holder: life, host, released }) satisfies LeaseValue
  const stored = async () => {
    const doc = await store.get('machines', 'lease')
    return doc && { version: doc.version, value: doc.value as LeaseValue }
  }

  /** Counted from before the write: what others see begins later, so it ends later for them than for us. */
  const write = async (version: number, released = false): Promise<boolean> => {
    const since = clock.mono()
    const next = { version: version + 1, value: valueOf(released) }
    const done =
      version === 0
        ? (await store.insert('machines', [{ _id: 'lease', ...next }])) === 1
        : await store.update('machines', 'lease', { version }, next)
    if (done) mine = { version: version + 1, since }
    return done
  }

  const lose = () => {
    if (!mine) return
    clearTimeout(timer)
    mine = null
    for (const call of lost) call()
  }

  const renew = async () => {
    if (!mine) return
    const { version } = mine
    try {
      if (!(await write(version))) {
        // Either it is somebody else's, or the answer to an earlier renewal was lost on the way.
        const found = await stored()
        if (found?.value.holder !== life || found.value.released || !(await write(found.version))) return lose()
      }
      again(times.every)
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) return lose()
      again(times.every / 5)
    }
  }

  /** A lease that has run out is lost, whether or not somebody has taken it yet. */
  const again = (afterMs: number) => {
    if (!mine) return
    clearTimeout(timer)
    const next = async () => (left() === 0 ? lose() : renew())
    timer = setTimeout(() => void inTurn(next), Math.min(afterMs, left())).unref()
  }

  const isFree = (found: { version: number; value: LeaseValue }, lookedAt: number): boolean => {
    const { holder, released, host: theirs } = found.value
    if (released || holder === life || hasDied(theirs, host)) return true
    if (seen?.version === found.version) return lookedAt - seen.since >= times.term
    seen = { version: found.version, since: clock.mono() }
    return false
  }

  return {
    held: () => left() > 0,
    left,
    take: () =>
      inTurn(async () => {
        const lookedAt = clock.mono()
        const found = await stored()
        if (found && !isFree(found, lookedAt)) return false
        if (!(await write(found?.version ?? 0))) return false
        again(times.every)
        return left() > 0
      }),
    release: () =>
      inTurn(async () => {
        clearTimeout(timer)
        if (!mine) return
        // Not given back in time, it runs out by itself.
        await write(mine.version, true).catch(() => undefined)
        mine = null
      }),
    onLost: (call) => {
      lost.push(call)
    },
  }
}
