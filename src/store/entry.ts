import type { Address, Channel, FileRef, Update } from '../chat.js'
import type { Locale } from '../words.js'
import type { Roster } from '../domain/people/roster.js'
import type { Delivery } from './delivery.js'
import type { Came, Fetch, Sender } from './files/fetch.js'

/** What an entry of the journal is about. */
export type Payload =
  | { kind: 'update'; update: Update }
  | { kind: 'clock'; collection: string; document: string }
  | { kind: 'rules' }
  | { kind: 'outcome'; rows: string[] }
  | { kind: 'import'; roster: Roster }
  /**
   * `drawn`: with a code the member drew on another account, having read there that giving it is agreeing. `joined`: by
   * a code somebody else gave him. `code`: the hash of either. `instead`: the member this account was until then, by a
   * code given by mistake. `before`: see `linked`.
   */
  | {
      kind: 'link'
      branch: string
      member: string
      address: Address
      agreed: boolean
      drawn?: boolean
      joined?: boolean
      code?: string
      instead?: string
      before?: Address[]
    }
  /**
   * `before`: the addresses it is preferred to, whichever of them the answers bring first. `joined`: who has agreed
   * before, elsewhere, and waits for an answer to the code he gave.
   */
  | { kind: 'linked'; member: string; address: Address; before?: Address[]; joined?: boolean }
  /** He has just agreed: what is still useful may be said to him. */
  | { kind: 'agreed'; member: string; address: Address }
  /** The branch does not know whoever said this (any more). */
  | { kind: 'stray'; branch: string; update: Update }
  /** `here`: by a word said on that very account, which waits for an answer. */
  | { kind: 'unlink'; branch: string; address: Address; here?: boolean }
  /** Nothing reaches this account any more, or something does again. */
  | { kind: 'reach'; member: string; address: Address; reachable: boolean }
  | { kind: 'setup'; branch: string; hash: string; until: number }
  | { kind: 'code'; hash: string; address: Address; name: string; locale: Locale }
  /** The code was none after all, or (`linked`) one for another than the member this account is in that branch. */
  | { kind: 'refused'; address: Address; at: number; linked?: { branch: string; member: string } }
  /** Whoever gave this code (null: another way) is not that member after all. */
  | { kind: 'returned'; code: string | null; member: string; address: Address }
  /** Somebody pressed the button that gives a group to his branch. */
  | { kind: 'claim'; chat: Address; by: Address }
  /** `from`: the id it had; `chosen`: a secretary pressed the button, so it takes the place of another group. */
  | { kind: 'bind'; branch: string; address: Address; from?: Address; chosen?: boolean }
  | { kind: 'bound'; address: Address; from?: Address; chosen?: boolean }
  | { kind: 'unbound'; address: Address }
  | { kind: 'unbind'; branch: string; address: Address; to?: Address }
  | { kind: 'moved'; from: Address; to: Address }
  /** The lane's part in a new schema: what leads to this number. */
  | { kind: 'step'; number: number }
  /** The store was restored from a backup of `taken` (domain ms); of `rows` nobody knows whether they arrived. */
  | { kind: 'restored'; taken: number; rows: string[] }
  | ChannelPayload
  | FilePayload

/**
 * A whole channel can or will not be used: the month's messages are nearly (`scarce`) or wholly (`over`) used up, or the
 * platform refuses everything with a `code` that only a person can mend (`closed`).
 */
export interface ChannelPayload {
  kind: 'channel'
  channel: Channel
  what: 'scarce' | 'over' | 'closed'
  sent: number
  limit: number
  code: number | null
}

/** What came of a file somebody sent. `known`: as its platform knows it, where it was stored. */
export interface FilePayload {
  kind: 'file'
  sender: Sender | null
  purpose: string
  caption: string
  known: FileRef | null
  file: Came
}

/** One thing that happened. Inserted once; `decision` and `open` are written once each. */
export interface Entry {
  _id: string
  lane: string
  /** When it was said or due (domain ms, whole seconds). */
  at: number
  /** Order of acceptance. */
  order: number
  /** 1: to be done; 2: not before `retryAt`; 0: done. */
  open: 0 | 1 | 2
  /** Real ms; only while `open` is 2. */
  retryAt: number | null
  payload: Payload | null
  decision: Decision | null
  /** Times its decide threw (counted only for errors that are not the store's). */
  thrown: number
  /** Real ms at which it was accepted and finished: for lag and retention. */
  acceptedAt: number
  doneAt: number | null
  /** Real ms at which the payload was taken out of it. */
  blankedAt: number | null
  failed: boolean
  schema: number
}

/** A new entry as a decision or a spring names it; the journal adds the rest. */
export interface Post {
  _id: string
  lane: string
  at: number
  /** Null only in a decision that has been applied: the words are not kept twice. */
  payload: Payload | null
  /** Real ms before which it is not opened. */
  retryAt?: number
}

/** A document a decision saves; `doc.version` is the one it will have. */
export interface Save {
  collection: string
  doc: { _id: string; version: number; by: string; [field: string]: unknown }
}

export interface Mark {
  delivery: string
  /** Applied only while the row is in one of these states. */
  from: Delivery['state'][]
  to: Delivery['state']
}

/** What an entry came to. Once stored it is true; applying it can be repeated without effect. */
export interface Decision {
  order: number
  /** Domain ms at which it was taken. */
  at: number
  /** Member id, account key, `clock`, or `cli`. */
  actor: string
  /** What was understood: a form's words, a duty's name. */
  did: string
  saves: Save[]
  says: Delivery[]
  /** Delivery keys whose earlier rows are no longer wanted. */
  cancels: string[]
  marks: Mark[]
  /** Files that were sent and are to be fetched. */
  fetches: Fetch[]
  posts: Post[]
  /**
   * The payload bears a stamp of secrecy, or is of somebody who has not agreed that it is stored: it goes in the same
   * write that makes the decision true.
   */
  secret: boolean
  /** Set when the entry failed: the class of what was thrown, never its text. */
  failure: string | null
}

/** `current` is finished by whoever finds it; nothing else orders the entries of a lane. */
export interface Lane {
  _id: string
  current: string | null
  /** Process life that took `current`, and how many lives began it without a decision. */
  life: string | null
  tries: number
  seq: number
  /** The entry applied last and its order: deliveries never go below it. */
  lastOrder: number
  /** Why the lane stands still; null when it runs. */
  stopped: string | null
  /** Real ms at which `current` was taken. */
  since: number | null
}
