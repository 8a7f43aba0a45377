import type { Address } from '../../chat.js'
import type { Locale } from '../../words.js'
import type { ConflictPolicy, MeetingRule } from '../calendar/meeting-rule.js'
import type { Member } from './member.js'

/** A branch as a file brings it, in the house's own words. */
export interface Roster {
  branch: string
  name: string
  code: string
  superior: string
  place: string
  locale: Locale
  meeting: { rule: MeetingRule; time: string; place: string; conflict: ConflictPolicy; minutes: number }
  noticeDaysBefore: number
  noticeHour: string
  earlierWorkingDay: boolean
  rulePack: string
  members: RosterMember[]
  chats: Address[]
  /** Set where the list names only some of the members: the others keep their places, and newcomers stand behind them. */
  partial?: boolean
  topics: RosterTopic[]
}

export type RosterMember = Pick<
  Member,
  'key' | 'name' | 'roles' | 'status' | 'cell' | 'tempExempt' | 'officialDue' | 'locale' | 'simple' | 'proxyBy'
> & { accounts: (Address & { agreed: boolean })[] }

interface RosterTopic {
  key: string
  title: string
  quarter: string
  author: string | null
  reviewer: string | null
}
