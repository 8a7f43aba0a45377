import type { Address, FileRef } from '../../chat.js'
import type { Entry } from '../entry.js'
import { SCHEMA } from '../journal.js'

/** Who sent something, where: as the context of a decision knows him. */
export interface Sender {
  account: Address
  chat: Address
  group: boolean
  messageId: string | null
}

/** A file a decision asks for; what comes of it is told by the entry `file:<_id>`. `_id`: `<entry>:<n>`. */
export interface Fetch {
  _id: string
  lane: string
  /** When it was sent (domain ms). */
  at: number
  sender: Sender | null
  /** Command line that is run as the sender when the file has come, its key appended. */
  purpose: string
  /** Words that came with it; null like `ref` when the fetch has come to its end. */
  caption: string | null
  ref: FileRef | null
  state: 'waiting' | 'ended'
  /** What came of it, once ended. */
  came: Came['came'] | null
  /** Of the bytes that were stored. */
  sha256: string | null
  /** Real ms before which it is not tried; 0: at once. */
  retryAt: number
  /** Real ms of the first failure; a day later it is given up. */
  failingSince: number | null
  /** Raised by every try. */
  attempt: number
  /** Process life that tries it now, and how many lives began without coming to an end in a row. */
  life: string | null
  begun: number
  schema: number
}

/** What came of a file. `name` is fit to be shown. */
export type Came =
  | { came: 'stored'; sha256: string; size: number; mime: string; name: string; legible: boolean }
  | { came: 'too-large' | 'expired' | 'failed' }
  | { came: 'refused'; why: 'secret' | 'kind' }

/** A fetch as a decision asks for it: at once. */
export function newFetch(
  asked: Pick<Fetch, 'sender' | 'purpose' | 'caption' | 'ref'> & { entry: Entry; n: number },
): Fetch {
  const { entry, n, ...rest } = asked
  return {
    _id: `${entry._id}:${n}`,
    lane: entry.lane,
    at: entry.at,
    ...rest,
    state: 'waiting',
    came: null,
    sha256: null,
    retryAt: 0,
    failingSince: null,
    attempt: 0,
    life: null,
    begun: 0,
    schema: SCHEMA,
  }
}

/** The entry that was decided when this was asked for. */
export const askedBy = ({ _id }: Pick<Fetch, '_id'>): string => _id.slice(0, _id.lastIndexOf(':'))

/** The one entry that tells what came of it. */
export const toldBy = ({ _id }: Pick<Fetch, '_id'>): string => `file:${_id}`
