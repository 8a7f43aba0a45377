import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from '../../clock.js'
import type { Rounds } from '../../engine/rounds.js'
import type { Entry } from '../../store/entry.js'
import type { Ownership } from '../../store/owner/owner.js'
import type { Store } from '../../store/store.js'

const POLL_MS = 100

/**
 * Waits until an entry and all that followed from it is done. Whoever owns the store does it; while nobody does, this
 * process. Null: after `patienceMs` it was not done; it stays in the journal and will be.
 */
export async function awaitEntry(given: {
  store: Store
  rounds: Rounds
  ownership: Ownership
  clock: Pick<Clock, 'mono'>
  entry: string
  patienceMs: number
}): Promise<Entry[] | null> {
  const { store, rounds, ownership, clock, entry, patienceMs } = given
  const until = clock.mono() + patienceMs
  for (;;) {
    if (await ownership.tryOnce()) await rounds.round()
    const done = await doneWithAll(store, entry)
    if (done) return done
    if (clock.mono() >= until) return null
    await sleep(POLL_MS)
  }
}

/** The entry, its posts, and theirs; null while any of them is open. */
async function doneWithAll(store: Store, id: string): Promise<Entry[] | null> {
  const entry = await store.get('journal', id)
  if (entry?.open !== 0) return null
  const all = [entry]
  for (const post of entry.decision?.posts ?? []) {
    const followed = await doneWithAll(store, post._id)
    if (!followed) return null
    all.push(...followed)
  }
  return all
}
