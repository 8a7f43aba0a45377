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
  /** Delivery key of the present draft, and the rows of the groups' lines of progress. */
  draftKey: string | null
  progressRows: { chat: string; row: string }[]
}

/** One góp ý. `_id`: `<topic>:<n>`. Kept exactly as typed, or as it was photographed or spoken. */
export interface Comment extends Timed {
  branch: string
  topic: string
  number: number
  edition: number
  member: string
  /** As they came, in order; `id` is the platform's message id, for later edits of it. `file`: a kept file, whose caption `text` is. */
  parts: { text: string; at: number; id: string; file: string | null }[]
  /** Untyped: pictures and recordings, and no word of his yet that could be read. */
  kind: 'substantive' | 'agreement' | 'untyped'
  from: 'private' | 'group' | 'proxy'
  enteredBy: string | null
  late: boolean
  withdrawn: boolean
  /** What its files say, in words that are the member's own; `files`: how many of them they cover, `by`: who typed them. */
  typed: { text: string; by: string; files: number } | null
  /** Typed for him, and not his words before he says so. */
  proposed: { key: string; text: string; by: string; files: number } | null
  /** What was sent together bears one tag; null where it began as text. */
  tag: string | null
  /** Row of the confirmation, which grows with the comment. */
  told: string | null
  /** Earlier wordings, oldest first. */
  earlier: { text: string; until: number }[]
}
