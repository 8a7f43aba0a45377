import type { Timed } from '../record.js'

/** A chuyên đề. `_id`: `<branch>:cd<n>`. */
export interface Topic extends Timed {
  branch: string
  /** `cd1`: what people and buttons name it by. */
  key: string
  number: number
  title: string
  /** As it is written: `I`, or `I/2027`. */
  quarter: string
  author: string | null
  reviewer: string | null
  /** As it is being prepared; nobody but its author and the secretary sees it before it is sent. */
  text: string
  /** The text of the present edition as it went out; empty before the first sending. */
  sent: string
  /** File that goes with `text`, and the one that went out with `sent`: ids of kept files. */
  file: string | null
  sentFile: string | null
  /** Version of the text: 0 before the first sending. */
  edition: number
  state: 'planned' | 'open' | 'closed'
  openedAt: number | null
  deadline: number | null
  /** Comments given so far, over all editions: the next number is one more. */
  comments: number
  /** Nudges of this window that are behind it. */
  nudged: ('half' | 'late')[]
  /** Delivery key of the present draft, and the row of the group's progress line. */
  draftKey: string | null
  progressRow: string | null
}

/** One góp ý. `_id`: `<topic>:<n>`. Kept exactly as typed. */
export interface Comment extends Timed {
  branch: string
  topic: string
  number: number
  edition: number
  member: string
  /** As they came, in order; `id` is the platform's message id, for later edits of it. */
  parts: { text: string; at: number; id: string }[]
  kind: 'substantive' | 'agreement'
  from: 'private' | 'group' | 'proxy'
  enteredBy: string | null
  late: boolean
  withdrawn: boolean
  /** Earlier wordings, oldest first. */
  earlier: { text: string; until: number }[]
}
