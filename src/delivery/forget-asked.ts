import { askedBy, type Fetch } from '../store/files/fetch.js'
import type { Store } from '../store/store.js'

/**
 * What was sent turned out to be secret: the entry that asked for it, and those it was handed on from, keep nothing of it.
 * They have been decided, so nobody reads their payloads any more.
 */
export async function forgetAsked(store: Store, row: Pick<Fetch, '_id'>, real: number): Promise<void> {
  for (let id: string | null = askedBy(row); id !== null; id = handedOnBy(id))
    await store.update('journal', id, { blankedAt: null }, { payload: null, blankedAt: real })
}

function handedOnBy(id: string): string | null {
  const earlier = id.replace(/(?::post:\d+|:again)$/u, '')
  return earlier === id ? null : earlier
}
