import type { Timed } from '../record.js'

type MeetingState = 'planned' | 'confirmed' | 'cancelled'
/** The duties of a meeting, in the order in which they fall due. */
export type MeetingStep = 'propose' | 'ask7' | 'ask4' | 'notice' | 'remind1' | 'remind2h' | 'held'

/** `_id`: `<branch>:<YYYY-MM>` for the regular meeting of a month, `<branch>:x<n>` for any other. */
export interface Meeting extends Timed {
  branch: string
  /** The part of the id after the branch: what people and buttons name it by. */
  key: string
  kind: 'regular' | 'extra'
  /** YYYY-MM the meeting belongs to. */
  month: string
  date: string
  time: string
  place: string
  minutes: number
  state: MeetingState
  /** The day the rule names, before any policy; null for an extra meeting. */
  ruleDate: string | null
  /** Why the date differs from the rule's or needs a choice. */
  conflict: { kind: string; name: string | null } | null
  /** Set by a person: the rule no longer moves it. */
  fixed: boolean
  /** Extra agenda lines of the secretary. */
  agenda: string[]
  /** Steps that are behind it, with the domain time at which they were decided; false: passed without use. */
  done: Partial<Record<MeetingStep, number | false>>
  /** Delivery key of the notice's present form; changes when the meeting is moved. */
  noticeKey: string | null
}

/** `_id`: `<meeting>:<member key>`. */
export interface Answer extends Timed {
  branch: string
  meeting: string
  member: string
  going: boolean
  /** Shown to the committee and the person only. */
  reason: string
  at: number
  enteredBy: string | null
}
