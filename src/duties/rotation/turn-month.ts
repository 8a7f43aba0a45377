import { instant } from '../../domain/calendar/local-time.js'
import type { Meeting } from '../../domain/meeting/meeting.js'
import { resolveDate } from '../../domain/calendar/meeting-rule.js'
import type { Ctx } from '../../engine/command.js'

/** The regular meeting of a month as far as a turn goes by it. */
export interface TurnMonth {
  month: string
  date: string
  /** Domain ms at which it begins. */
  start: number
  cancelled: boolean
  /** Its notice has left, naming the presenter. */
  announced: boolean
}

/** From the meeting itself, or for a month not planned yet from the branch's rule. */
export async function turnMonth(ctx: Ctx, month: string): Promise<TurnMonth> {
  const meeting = await ctx.get('meetings', `${ctx.branch._id}:${month}`)
  return meeting && !meeting.gone ? ofMeeting(meeting) : ofRule(ctx, month)
}

/** The same for many months with one reading. */
export async function turnMonths(ctx: Ctx): Promise<(month: string) => TurnMonth> {
  const regular = (await ctx.find('meetings', { lane: ctx.lane })).filter(({ kind }) => kind === 'regular')
  const known = new Map(regular.map((meeting) => [meeting.month, meeting]))
  return (month) => {
    const meeting = known.get(month)
    return meeting ? ofMeeting(meeting) : ofRule(ctx, month)
  }
}

const ofMeeting = ({ month, date, time, state, done }: Meeting): TurnMonth => ({
  month,
  date,
  start: instant(date, time),
  cancelled: state === 'cancelled',
  announced: typeof done.notice === 'number',
})

function ofRule(ctx: Ctx, month: string): TurnMonth {
  const { rule, conflict, time } = ctx.branch.meeting
  const { date } = resolveDate({ rule, month, policy: conflict, calendar: ctx.calendar })
  return { month, date, start: instant(date, time), cancelled: false, announced: false }
}
