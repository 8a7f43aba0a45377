import { addMonths, dateIn, instant, localDate, monthOf } from '../../domain/calendar/local-time.js'
import type { Branch } from '../../domain/branch.js'
import type { Meeting } from '../../domain/meeting/meeting.js'
import { meetingStart, nextStepAt, proposalDay, stepsBehind } from '../../domain/meeting/meeting-plan.js'
import { resolveDate } from '../../domain/calendar/meeting-rule.js'
import type { Ctx, Draft, Duty } from '../../engine/command.js'
import { conflictOf, nowOf, saveMeeting } from './change-meeting.js'
import { askKey } from './meeting-notice.js'
import { tellDateInDoubt } from './meeting-cards.js'
import { upcoming } from './meetings.js'
import { tellOpenDays } from './open-days.js'
import { planTurn, replanTurn } from '../rotation/presenter.js'

const monthsAhead = 12

/** Keeps the regular meetings of this month and twelve more in being, and the presenter's turn of the month that is due. */
export const planMonthsDuty: Duty<'branches'> = {
  collection: 'branches',
  async run(ctx) {
    await planMonths(ctx)
    await tellOpenDays(ctx)
  },
  nextAt: (ctx, branch) => Promise.resolve(nextPlanning(ctx.at, branch.notice.hour)),
}

/** Makes what is missing and leaves alone what is there: calling it again changes nothing but `nextAt`. */
export async function planMonths(ctx: Ctx): Promise<void> {
  const now = nowOf(ctx)
  const thisMonth = monthOf(localDate(now))
  for (let ahead = 0; ahead <= monthsAhead; ahead++) await planMeeting(ctx, addMonths(thisMonth, ahead))
  for (const month of monthsDue(ctx)) {
    const meeting = await ctx.get('meetings', meetingId(ctx.branch, month))
    if (meeting && meeting.state !== 'cancelled' && meetingStart(meeting) > now) await planTurn(ctx, month)
  }
  const plannedUntil = addMonths(thisMonth, monthsAhead)
  ctx.save('branches', { ...ctx.branch, plannedUntil, nextAt: nextPlanning(now, ctx.branch.notice.hour) })
}

/**
 * Rules, holidays or settings are not what the dates were computed with. What nobody has been told and nobody has settled
 * moves by itself; where somebody relies on a date, the secretary is asked.
 */
export async function replanMeetings(ctx: Ctx): Promise<void> {
  for (const meeting of await upcoming(ctx, { limit: 200 })) {
    if (meetingStart(meeting) <= nowOf(ctx)) continue
    saveMeeting(ctx, await replanned(ctx, meeting))
    if (meeting.kind === 'regular') await replanTurn(ctx, meeting.month)
  }
  const nextAt = nextPlanning(nowOf(ctx), ctx.branch.notice.hour)
  ctx.save('branches', { ...ctx.branch, nextAt })
}

async function replanned(ctx: Ctx, meeting: Meeting): Promise<Meeting> {
  const fresh = meeting.kind === 'regular' ? regularMeeting(ctx, meeting.month) : null
  const settled = meeting.state === 'confirmed' || meeting.noticeKey !== null
  if (!fresh || meeting.fixed || settled) {
    const wanted = meeting.fixed ? null : (fresh?.date ?? null)
    const conflict = conflictOf(ctx, meeting.date)
    const moves = wanted !== null && wanted !== meeting.date
    const spoilt =
      meeting.fixed && conflict !== null && conflict.kind !== 'near-tet' && conflict.kind !== meeting.conflict?.kind
    if (moves || spoilt) await tellDateInDoubt(ctx, meeting, { conflict, wanted })
    return meeting.fixed ? { ...meeting, conflict } : meeting
  }
  const { date, time, place, minutes, ruleDate, conflict } = fresh
  const same = date === meeting.date && time === meeting.time && conflict?.kind === meeting.conflict?.kind
  if (!same) ctx.cancel(askKey(meeting))
  const asked = { ...meeting, date, time, place, minutes, ruleDate, conflict }
  // Another date has to be proposed again; an overdue notice waits for the yes.
  return same ? asked : { ...asked, done: stepsBehind({ ...asked, done: {} }, ctx.branch, ctx.calendar, nowOf(ctx)) }
}

async function planMeeting(ctx: Ctx, month: string): Promise<void> {
  if (await ctx.get('meetings', meetingId(ctx.branch, month))) return
  const meeting = regularMeeting(ctx, month)
  const now = nowOf(ctx)
  if (meetingStart(meeting) <= now) return
  const done = stepsBehind(meeting, ctx.branch, ctx.calendar, now)
  ctx.save('meetings', { ...meeting, done, nextAt: nextStepAt({ ...meeting, done }, ctx.branch, ctx.calendar) })
}

/** The next one by the branch's rule, whether it is planned yet or not. `now`: domain ms. */
export function nextRegularMeeting(around: Around, now: number): Draft<Meeting> {
  for (let month = monthOf(localDate(now)); ; month = addMonths(month, 1)) {
    const meeting = regularMeeting(around, month)
    if (meetingStart(meeting) > now) return meeting
  }
}

type Around = Pick<Ctx, 'branch' | 'calendar'>

function regularMeeting({ branch, calendar }: Around, month: string): Draft<Meeting> {
  const { rule, time, place, conflict: policy, minutes } = branch.meeting
  const { date, ruleDate, conflict } = resolveDate({ rule, month, policy, calendar })
  return {
    _id: meetingId(branch, month),
    branch: branch._id,
    key: month,
    kind: 'regular',
    month,
    date,
    time,
    place,
    minutes,
    state: 'planned',
    ruleDate,
    conflict,
    fixed: false,
    agenda: [],
    done: {},
    noticeKey: null,
    nextAt: null,
  }
}

const meetingId = ({ _id }: Pick<Branch, '_id'>, month: string): string => `${_id}:${month}`

/** This month, and the next one once it is due to be proposed. */
function monthsDue(ctx: Ctx): string[] {
  const now = nowOf(ctx)
  const month = monthOf(localDate(now))
  const due = instant(dateIn(month, proposalDay), ctx.branch.notice.hour) <= now
  return due ? [month, addMonths(month, 1)] : [month]
}

/** The first of a month keeps twelve months ahead; the 20th is when the next one is proposed. */
function nextPlanning(after: number, hour: string): number {
  const month = monthOf(localDate(after))
  const next = addMonths(month, 1)
  const days = [dateIn(month, 1), dateIn(month, proposalDay), dateIn(next, 1)]
  return days.map((date) => instant(date, hour)).find((at) => at > after) ?? instant(dateIn(next, proposalDay), hour)
}
