import type { Branch } from '../../src/domain/branch.js'
import { calendarOf, type Calendar } from '../../src/domain/calendar/calendar.js'
import { dateWords } from '../../src/domain/calendar/date-words.js'
import { localDate, localTime } from '../../src/domain/calendar/local-time.js'
import type { Meeting } from '../../src/domain/meeting/meeting.js'
import { meetingStart, noticeOf } from '../../src/domain/meeting/meeting-plan.js'
import { resolveDate } from '../../src/domain/calendar/meeting-rule.js'
import { upcoming } from '../../src/duties/meetings/meetings.js'
import type { Ctx } from '../../src/engine/command.js'
import { holidaysOf } from '../../src/rules/holidays.js'
import type { Locale } from '../../src/words.js'

export const localeOf = (ctx: Ctx): Locale => ctx.actor?.locale ?? ctx.branch.locale

export const branchCalendar = (branch: Branch): Calendar => calendarOf(holidaysOf, branch.holidays)

/** Regular meetings still ahead, those of the next twelve months, by date. */
export async function regularAhead(ctx: Ctx): Promise<Meeting[]> {
  return (await upcoming(ctx, { limit: 60 })).filter(
    (meeting) => meeting.kind === 'regular' && meetingStart(meeting) > ctx.at,
  )
}

export interface Moved {
  month: string
  from: string
  to: string
  /** Somebody has settled or been told the present date: it stays until the secretary decides. */
  asked: boolean
}

type Movable = Pick<Meeting, 'month' | 'date' | 'state' | 'fixed' | 'noticeKey'>

/** The meetings whose date would be another one under the settings of `branch`. A date that a person has set is left alone. */
export function movedMeetings(meetings: readonly Movable[], branch: Branch): Moved[] {
  const { rule, conflict: policy } = branch.meeting
  const calendar = branchCalendar(branch)
  return meetings.flatMap(({ month, date: from, state, fixed, noticeKey }) => {
    const { date: to } = resolveDate({ rule, month, policy, calendar })
    if (fixed || to === from) return []
    return [{ month, from, to, asked: state === 'confirmed' || noticeKey !== null }]
  })
}

/** What a change would do, before it is saved. */
export async function effectLines(ctx: Ctx, after: Branch): Promise<string[]> {
  const { t, branch } = ctx
  const ahead = await regularAhead(ctx)
  const moved = movedMeetings(ahead, after)
  const own = (['time', 'place', 'minutes'] as const).some((field) => after.meeting[field] !== branch.meeting[field])
  return [
    ...linesOf(
      ctx,
      'caidat-moves',
      moved.filter(({ asked }) => !asked),
    ),
    ...linesOf(
      ctx,
      'caidat-moves-asked',
      moved.filter(({ asked }) => asked),
    ),
    ...(own ? [t('caidat-unsettled-only')] : []),
    ...noticeLines(ctx, ahead, after),
  ]
}

/** What a change has done. */
export function movedLines(ctx: Ctx, before: readonly Meeting[], after: readonly Meeting[]): string[] {
  const moved = before.flatMap(({ key, month, date: from }) => {
    const to = after.find((meeting) => meeting.key === key)?.date ?? from
    return to === from ? [] : [{ month, from, to, asked: false }]
  })
  return linesOf(ctx, 'caidat-moved', moved)
}

function linesOf(ctx: Ctx, heading: string, moved: readonly Moved[]): string[] {
  if (moved.length === 0) return []
  const words = dateWords[localeOf(ctx)]
  const lines = moved.map(({ from, to }) => ctx.t('caidat-move', { from: words.short(from), to: words.short(to) }))
  return [ctx.t(heading), ...lines]
}

/** The first notice still to leave, where it would leave at another time although its meeting stays. */
function noticeLines(ctx: Ctx, ahead: readonly Meeting[], after: Branch): string[] {
  const next = ahead.find(({ noticeKey }) => noticeKey === null)
  if (!next || movedMeetings([next], after).length > 0) return []
  const at = noticeOf(next, after, branchCalendar(after))
  if (at === noticeOf(next, ctx.branch, ctx.calendar)) return []
  const words = dateWords[localeOf(ctx)]
  const meeting = words.short(next.date)
  if (at <= ctx.at) return [ctx.t('caidat-notice-now', { meeting })]
  return [ctx.t('caidat-notice-at', { meeting, date: words.short(localDate(at)), time: words.time(localTime(at)) })]
}
