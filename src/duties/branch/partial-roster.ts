import type { Branch } from '../../domain/branch.js'
import type { Roster, RosterMember } from '../../domain/people/roster.js'

/** Settings of a branch that exists are its own: of the roster only the members are looked at. */
export const partialRoster = ({ _id, notice, ...branch }: Branch, members: RosterMember[]): Roster => ({
  branch: _id,
  name: branch.name,
  code: branch.code,
  superior: branch.superior,
  place: branch.place,
  locale: branch.locale,
  meeting: branch.meeting,
  noticeDaysBefore: notice.daysBefore,
  noticeHour: notice.hour,
  earlierWorkingDay: notice.earlierWorkingDay,
  rulePack: branch.rulePack,
  members,
  chats: [],
  topics: [],
  partial: true,
})
