import type { Address } from '../chat.js'
import type { Locale } from '../words.js'
import type { HolidayOverride } from './calendar/calendar.js'
import type { ConflictPolicy, MeetingRule } from './calendar/meeting-rule.js'
import type { QuietHours } from './calendar/quiet-hours.js'
import type { Timed } from './record.js'

/** A chi bộ and everything it may set for itself. `_id` is the id its lane bears. */
export interface Branch extends Timed {
  code: string
  name: string
  superior: string
  /** Place name for documents ("Sông Thương"), not where it meets. */
  place: string
  locale: Locale
  meeting: {
    rule: MeetingRule
    /** HH:MM */
    time: string
    place: string
    conflict: ConflictPolicy
    minutes: number
  }
  notice: {
    daysBefore: number
    /** HH:MM at which notices and reminders of a day leave. */
    hour: string
    /** A notice day that is no working day moves to an earlier working day. */
    earlierWorkingDay: boolean
    /** The notice leaves at its time even when nobody has confirmed the date. */
    evenUnconfirmed: boolean
  }
  quiet: QuietHours
  /** The branch's own corrections of the holiday pack: official swaps, days kept as working days. */
  holidays: HolidayOverride[]
  rulePack: string
  /** Hash of the dated rule packs its `nextAt`s were computed with. */
  rules: string
  /** One a channel at most; what is said to the group goes to each. */
  groups: Address[]
  /** Highest month (YYYY-MM) for which the regular meeting exists. */
  plannedUntil: string
  topics: number
}
