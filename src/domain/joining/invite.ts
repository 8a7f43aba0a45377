import type { Address, Update } from '../../chat.js'
import type { Owned, Timed } from '../record.js'
import type { Locale } from '../../words.js'

/** Lets one person become one member. `_id` is the hash of its code. */
export interface Invite extends Owned {
  branch: string
  member: string
  /** Domain ms. */
  until: number
  /** The member's own account, where he drew it himself for a further one. */
  drawnBy: Address | null
  /** Whoever used it. */
  used: Address | null
}

/** Lets one person found one branch: its id was drawn with the code. `_id` is the hash of the code. */
export interface Setup extends Owned {
  branch: string
  until: number
  used: Address | null
}

/** What an account's or a group's own lane knows of somebody at the door. `_id`: `<channel>:<id>`. */
export interface Door extends Timed {
  /** Codes that were none, and since when they are counted. */
  wrong: { count: number; since: number } | null
  /** What he said while he waited for an answer, or for his own consent; forwarded when that comes in time. */
  kept: Update[]
  /** Then it is forgotten: `nextAt` is the same. */
  keptUntil: number
  /** The branch he speaks to, where he is in several. */
  here: string | null
  hereUntil: number
  locale: Locale
}
