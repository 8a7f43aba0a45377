import type { Message } from '../../chat.js'
import type { Branch } from '../../domain/branch.js'
import { localDate } from '../../domain/calendar/local-time.js'
import type { Meeting } from '../../domain/meeting/meeting.js'
import { noticeOf } from '../../domain/meeting/meeting-plan.js'
import type { Ctx } from '../../engine/command.js'
import type { Locale } from '../../words.js'
import { nowOf } from './change-meeting.js'
import { contentOf, noticeMessage } from './notice-text.js'
import { nextRegularMeeting } from './plan-months.js'

/** What members will read first of a branch that is being set up, and the day on which it leaves. */
export function firstNotice(ctx: Ctx, branch: Branch, locale: Locale): { date: string; message: Message } {
  const { t, calendar } = ctx
  const now = nowOf(ctx)
  const meeting = nextRegularMeeting({ branch, calendar }, now) as Meeting
  // Nobody's turn is drawn yet, and no draft is there.
  const content = contentOf(branch, meeting, { presenter: null, notes: null, topics: [] })
  return {
    date: localDate(Math.max(now, noticeOf(meeting, branch, calendar))),
    message: noticeMessage(t, content, { locale, group: true, late: false, was: null }),
  }
}
