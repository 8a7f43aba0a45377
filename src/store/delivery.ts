import type { Address, Message } from '../chat.js'

export type DeliveryState =
  'waiting' | 'sending' | 'sent' | 'undeliverable' | 'unknown' | 'partial' | 'expired' | 'cancelled'

/** States from which a row does not come back by itself. */
export const finalStates: readonly DeliveryState[] = [
  'sent',
  'undeliverable',
  'unknown',
  'partial',
  'expired',
  'cancelled',
]

/** One message to one person or group, whatever the number of its parts. `_id`: `<entry>:<n>:<recipient>`. */
export interface Delivery {
  _id: string
  /** The lane that said it. */
  lane: string
  /** Member id, `group`, or an account key where its own lane speaks. */
  recipient: string
  /** Addresses in order of preference; `turn` is the one in hand. Empty: the person is on the call list from the start. */
  addresses: Address[]
  turn: number
  /** `<queue>|<channel>:<chat>` of the address in hand: rows of one line go one after another. */
  line: string
  queue: 'answer' | 'bulk'
  /** Order of the decision that said it, and the row's place in it. */
  order: number
  n: number
  message: Message | null
  /** What a reply to it means: the beginning of a command line (`gopy cd1`). */
  about: string | null
  /** To cancel it, to list it: `notice:<meeting>:<n>`. */
  key: string | null
  /** Row whose text this one replaces, and what to do where edits do not exist. */
  replaces: string | null
  withoutEdit: 'new' | 'cancel'
  repeat: 'never' | 'harmless'
  /** Larger goes first where a quota is scarce. */
  weight: number
  /** Makes no news when it fails (it is news itself, or an answer to a stranger). */
  silent: boolean
  state: DeliveryState
  reason: string | null
  /** Why each address before the one in hand was passed over, in their order. */
  refused: string[]
  cancelled: boolean
  /** Domain ms; null: at once. */
  notBefore: number | null
  /** 1 while `notBefore` lies in the future: the row is not in its line. The courier's sweep clears it; nothing sets it again. */
  held: 0 | 1
  /** Domain ms; null: for ever. */
  usefulUntil: number | null
  /** Real ms. */
  retryAt: number | null
  /** Real ms of the first refusal that made it wait; its line waits for it 30 minutes at most. */
  failingSince: number | null
  /** Raised by every claim, and by a change of the text: whoever has an earlier reading in hand misses. */
  attempt: number
  /** Process life that claimed it, and when (real ms). */
  life: string | null
  claimedAt: number | null
  /** Ids the platform gave, one a part, in order. */
  sentIds: string[]
  sentAt: number | null
  /** Real ms at which the message was taken out of it. */
  blankedAt: number | null
  /** Number of its first choice, and the address key of the chat in which they are numbered: where there are no buttons. */
  firstNumber: number | null
  numberedIn: string | null
  /** Domain ms: then its numbers are free again. */
  numberedUntil: number | null
  /** 1: final, and its lane has not been told. */
  news: 0 | 1
  schema: number
}

/** `_id`: `<channel>:<chat>:<message id>`; finds the row a reply or a press belongs to. */
export interface Ref {
  _id: string
  delivery: string
}

/** A message on the web page's wall: for that channel, storing it is sending it. */
export interface WebMessage {
  _id: string
  /** Address key of the chat. */
  chat: string
  /** Order of the last change, and of the first appearance. */
  n: number
  first: number
  /** `bot`, or the account key of whoever spoke. */
  author: string
  name: string
  title: string | null
  text: string
  choices: { label: string; does: string }[]
  /** A file that hangs on it; its bytes lie in the store. */
  attachment: { name: string; mime: string; size: number; sha256: string } | null
  replyTo: string | null
  /** Domain ms. */
  at: number
  edited: boolean
}

/** Machinery: compare-and-set by its holder, never part of a decision. */
export interface Machine {
  _id: string
  version: number
  value: Record<string, unknown>
}
