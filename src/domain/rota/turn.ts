import type { Owned, Timed } from '../record.js'

export const turnSteps = ['monthEnd', 'week', 'lead'] as const
export type TurnStep = (typeof turnSteps)[number]

/** Whose turn it is to present current affairs in one month. `_id`: `<branch>:<YYYY-MM>`. Months without one are forecast by the rota. */
export interface Turn extends Timed {
  branch: string
  month: string
  /** Member id. */
  member: string
  how: 'rota' | 'swap' | 'substitute' | 'override'
  /** Words key and variables that explain the choice. */
  why: { key: string; args: Record<string, string> }
  notes: { domestic: string; international: string; local: string } | null
  done: Partial<Record<TurnStep, number | false>>
  history: { at: number; actor: string; what: string }[]
}

/** Somebody passed over in one month: he comes to the front of the next free turn. `_id`: `<branch>:<YYYY-MM>:<member key>`. */
export interface Skip extends Owned {
  branch: string
  month: string
  member: string
  reason: string
}

/** An offer to swap two months, open until the partner answers. `_id`: `<branch>:s<entry hash>`. */
export interface Swap extends Timed {
  branch: string
  key: string
  from: string
  to: string
  monthFrom: string
  /** Null: the partner takes the turn over without giving one (a substitute). */
  monthTo: string | null
  state: 'offered' | 'accepted' | 'declined' | 'withdrawn' | 'expired'
}
