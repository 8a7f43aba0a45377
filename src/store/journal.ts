import { wholeSeconds, type Clock } from '../clock.js'
import type { Entry, Post } from './entry.js'
import type { Store } from './store.js'

/** The schema number of this version of the product; a store that bears a higher one is left alone. */
export const SCHEMA = 5

/** The journal as springs see it: an entry goes in once, under an id that can exist only once. */
export interface Journal {
  /** Durable when it resolves. Returns how many were new; ids that exist are left alone. */
  accept(posts: Post[]): Promise<number>
  /** The entry `post` becomes, for a decision that carries it. */
  entry(post: Post): Entry
}

export function createJournal(store: Store, clock: Clock, order: () => number): Journal {
  const entry = (post: Post): Entry => ({
    _id: post._id,
    lane: post.lane,
    at: wholeSeconds(Math.min(post.at, clock.now())),
    order: order(),
    open: post.retryAt === undefined ? 1 : 2,
    retryAt: post.retryAt ?? null,
    payload: post.payload,
    decision: null,
    thrown: 0,
    acceptedAt: clock.real(),
    doneAt: null,
    blankedAt: null,
    failed: false,
    schema: SCHEMA,
  })
  return {
    entry,
    accept: (posts) => store.insert('journal', posts.map(entry)),
  }
}
