import type { Account, Call, Chat, Dialogue } from '../domain/people/contact.js'
import type { Door, Invite, Setup } from '../domain/joining/invite.js'
import type { Branch } from '../domain/branch.js'
import type { Answer, Meeting } from '../domain/meeting/meeting.js'
import type { KeptFile } from '../domain/files/kept-file.js'
import type { Member } from '../domain/people/member.js'
import type { Comment, Topic } from '../domain/topic/topic.js'
import type { Skip, Swap, Turn } from '../domain/rota/turn.js'
import type { Delivery, Machine, Ref, WebMessage } from './delivery.js'
import type { Entry, Lane } from './entry.js'
import type { Fetch } from './files/fetch.js'
import type { Files } from './files/files.js'

/** Documents of lanes: written by decisions only. */
export interface Documents {
  accounts: Account
  chats: Chat
  branches: Branch
  members: Member
  meetings: Meeting
  answers: Answer
  turns: Turn
  skips: Skip
  swaps: Swap
  topics: Topic
  comments: Comment
  dialogues: Dialogue
  calls: Call
  doors: Door
  invites: Invite
  setups: Setup
  files: KeptFile
}

export interface Collections extends Documents {
  journal: Entry
  lanes: Lane
  deliveries: Delivery
  fetches: Fetch
  refs: Ref
  webMessages: WebMessage
  machines: Machine
}

export type CollectionName = keyof Collections
export type DocumentName = keyof Documents

export type Value = string | number | boolean | null
export type Condition = Value | { in: Value[] } | { gt?: Value; gte?: Value; lt?: Value; lte?: Value }

/** Equality and `in` on the first fields of a declared index, at most one range on the field after them. */
export type Where = Record<string, Condition>

export interface FindOptions {
  /** A field of that same index; the direction holds for all of it. */
  sort?: { field: string; descending?: boolean }
  /** 1,000 when not given; never more than 10,000. */
  limit?: number
}

export type Write =
  | { insert: CollectionName; docs: { _id: string }[] }
  | { replace: CollectionName; doc: { _id: string; version: number; by: string } }
  | { update: CollectionName; id: string; expect: Record<string, Value | Value[]>; set: Record<string, unknown> }

/** `already`: the stored version is this entry's, or a later one. `mismatch`: somebody else wrote in this lane. */
export type Replaced = 'replaced' | 'already' | 'mismatch'

/**
 * The one port to the data, the same on MongoDB and the embedded store. Every write is durable when its promise
 * resolves (majority and journal; full sync). Rejects with StoreUnavailable when the store cannot answer in time,
 * and with a plain Error for a query or document that is not allowed.
 */
export interface Store {
  readonly kind: 'sqlite' | 'mongo'
  /** Bytes beside the documents. */
  readonly files: Files
  get<C extends CollectionName>(collection: C, id: string): Promise<Collections[C] | null>
  find<C extends CollectionName>(collection: C, where: Where, options?: FindOptions): Promise<Collections[C][]>
  count(collection: CollectionName, where: Where): Promise<number>
  /** Existing ids are left alone. Returns how many were new. */
  insert<C extends CollectionName>(collection: C, docs: Collections[C][]): Promise<number>
  /** Version n + 1 replaces version n; version 1 is an insert. */
  replace<C extends CollectionName>(
    collection: C,
    doc: Collections[C] & { version: number; by: string },
  ): Promise<Replaced>
  /**
   * Compare-and-set of one document: `set` is written where every field of `expect` has that value
   * (or one of those values). Dotted paths are not allowed. Returns whether it matched.
   */
  update<C extends CollectionName>(
    collection: C,
    id: string,
    expect: Partial<Record<keyof Collections[C], Value | Value[]>>,
    set: Partial<Collections[C]>,
  ): Promise<boolean>
  /**
   * The writes in order, stopping before a replace that is a mismatch; an update that matches nothing is passed over.
   * One transaction on the embedded store, one after another on MongoDB: nothing may rely on more than that.
   */
  batch(writes: Write[]): Promise<{ mismatch: number | null }>
  ping(): Promise<void>
  close(): Promise<void>
}
