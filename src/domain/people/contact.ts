import type { Address } from '../../chat.js'
import type { Owned, Timed } from '../record.js'

/** One person on one channel. `_id`: `<channel>:<id>`; its own lane alone writes it. */
export interface Account extends Owned {
  address: Address
  /** Where accept sends what he says: his branch's lane while he has exactly one, else his own. */
  goesTo: string
  branches: Membership[]
  /** What he agreed to; null: nothing may be sent to him but first lines. */
  agreed: { version: string; at: number; how: 'button' | 'paper' | 'code' } | null
  blocked: boolean
  /** Last neutral line to a stranger (domain ms): one a day is enough. */
  answeredAt: number | null
}

/** The member an account is in a branch. */
export interface Membership {
  branch: string
  member: string
  /** Hash of the code he gave, until he has agreed to be the member it is for. Earlier documents lack it. */
  code?: string | null
}

/** One group on one channel. `_id`: `<channel>:<id>`. */
export interface Chat extends Owned {
  address: Address
  goesTo: string
  branch: string | null
  /** Last offer to bind it that nobody asked for by its name (domain ms): one a day is enough. */
  greetedAt: number | null
}

/** A question that waits for an answer. `_id`: `<branch>:<account key>`, one a person. */
export interface Dialogue extends Timed {
  branch: string
  account: string
  /** Words of the form it fills: `lichhop tao`. */
  form: string
  answers: Record<string, string>
  /** The question that is open; `confirm` for the preview's yes or no; empty when none is. */
  asking: string
  /** A soft dialogue only joins what follows; any command leaves it. */
  soft: boolean
  /** Ties a button to this very question. */
  tag: string
}

/** Somebody told by phone. `_id`: `<delivery key>:<member key>`. */
export interface Call extends Owned {
  branch: string
  subject: string
  member: string
  toldBy: string
  at: number
}
