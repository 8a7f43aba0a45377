import type { Branch } from '../branch.js'
import type { Calendar } from '../calendar/calendar.js'
import { addDays, addMonths, dateIn, hour, instant, localDate, minute } from '../calendar/local-time.js'
import type { Meeting, MeetingStep } from './meeting.js'
import { noticeAt } from '../calendar/notice-time.js'

export type PlannedMeeting = Pick<Meeting, 'kind' | 'month' | 'date' | 'time' | 'minutes' | 'state' | 'done'>
export type NoticeSettings = Pick<Branch, 'notice' | 'quiet'>

export interface PlannedStep {
  step: MeetingStep
  /** Domain ms. */
  at: number
  /** Domain ms: from then on it helps nobody any more. */
  usefulUntil: number
}

/** On this day of the month before, a regular meeting is proposed to the secretary. */
export const proposalDay = 20
/** A step done later than this says so. */
const lateAfter = 30 * minute

export const meetingStart = ({ date, time }: Pick<Meeting, 'date' | 'time'>): number => instant(date, time)
export const meetingEnd = (meeting: Pick<Meeting, 'date' | 'time' | 'minutes'>): number =>
  meetingStart(meeting) + meeting.minutes * minute

/** The duties of a meeting in the order in which they fall due, done or not. A cancelled meeting has none. */
export function meetingPlan(meeting: PlannedMeeting, settings: NoticeSettings, calendar: Calendar): PlannedStep[] {
  if (meeting.state === 'cancelled') return []
  const start = meetingStart(meeting)
  const notice = noticeOf(meeting, settings, calendar)
  const remind1 = instant(addDays(meeting.date, -1), settings.notice.hour)
  const remind2h = start - 2 * hour
  // A reminder that would come with the notice or before it has nothing to remind of.
  const has2h = remind2h > notice
  const has1 = remind1 > notice && remind1 < remind2h
  return [
    ...(meeting.state === 'planned' ? asks(meeting, settings, calendar, notice) : []),
    { step: 'notice', at: notice, usefulUntil: start },
    ...(has1 ? [{ step: 'remind1' as const, at: remind1, usefulUntil: has2h ? remind2h : start }] : []),
    ...(has2h ? [{ step: 'remind2h' as const, at: remind2h, usefulUntil: start }] : []),
    { step: 'held', at: meetingEnd(meeting), usefulUntil: Infinity },
  ]
}

/** When the notice of a meeting leaves. */
export function noticeOf(
  meeting: Pick<Meeting, 'date' | 'time'>,
  { notice, quiet }: NoticeSettings,
  calendar: Calendar,
): number {
  const { daysBefore, hour, earlierWorkingDay } = notice
  return noticeAt({
    meetingDate: meeting.date,
    meetingTime: meeting.time,
    daysBefore,
    hour,
    earlierWorkingDay,
    quiet,
    calendar,
  })
}

/** The secretary is asked before the notice, on three different days, however early that leaves. */
function asks(meeting: PlannedMeeting, settings: NoticeSettings, calendar: Calendar, notice: number): PlannedStep[] {
  const ask4 = earlier(addDays(meeting.date, -4), addDays(localDate(notice), -1))
  const ask7 = earlier(addDays(meeting.date, -7), addDays(ask4, -1))
  const propose = earlier(proposalDate(meeting.month, calendar), addDays(ask7, -1))
  const days: [MeetingStep, string][] = [
    ['propose', propose],
    ['ask7', ask7],
    ['ask4', ask4],
  ]
  // Where the notice has not left at its time, it waits for the answer.
  const usefulUntil = meeting.done.notice === false ? meetingStart(meeting) : notice
  return days.map(([step, date]) => ({ step, at: instant(date, settings.notice.hour), usefulUntil }))
}

const earlier = (a: string, b: string): string => (a < b ? a : b)

/** Not in the weeks around Tết, when nobody decides on a meeting. */
function proposalDate(month: string, calendar: Calendar): string {
  let date = dateIn(addMonths(month, -1), proposalDay)
  while (calendar.isNearTet(date) || calendar.isTet(date)) date = addDays(date, -1)
  return date
}

/** The `nextAt` of a meeting: its first step that is not behind it. */
export function nextStepAt(meeting: PlannedMeeting, settings: NoticeSettings, calendar: Calendar): number | null {
  const open = meetingPlan(meeting, settings, calendar).filter(({ step }) => meeting.done[step] === undefined)
  return open.length === 0 ? null : Math.min(...open.map(({ at }) => at))
}

const towardsMembers: readonly MeetingStep[] = ['notice', 'remind1', 'remind2h']

export interface DueSteps {
  /** The one step to carry out: after days of silence one message, not three. */
  act: Exclude<MeetingStep, 'held'> | null
  late: boolean
  /** Steps that came to nothing: of no use any more, and nothing later stands for them. */
  missed: MeetingStep[]
  /** All that is due, as it is to be noted. */
  done: Meeting['done']
}

/** What a meeting owes by `now` (domain ms). A late notice stands for the reminders that are due, a later reminder for an earlier one. */
export function dueSteps(meeting: PlannedMeeting, plan: readonly PlannedStep[], now: number): DueSteps {
  const due = plan.filter(({ step, at }) => meeting.done[step] === undefined && at <= now)
  const useful = due.filter(({ step, usefulUntil }) => step !== 'held' && usefulUntil > now)
  const acting = useful.find(({ step }) => step === 'notice') ?? useful.at(-1)
  const act = (acting?.step ?? null) as DueSteps['act']
  const reached = act !== null && towardsMembers.includes(act)
  return {
    act,
    late: acting !== undefined && now - acting.at > lateAfter,
    missed: reached ? [] : due.map(({ step }) => step).filter((step) => towardsMembers.includes(step) && step !== act),
    done: Object.fromEntries(due.map(({ step }) => [step, step === act || step === 'held' ? now : false])),
  }
}

/**
 * Where a meeting begins when it is made or moved at `now`: what should have gone to the members before is behind it.
 * `notice: false` says that its notice is overdue: whoever makes or moves it decides whether it leaves at once.
 */
export function stepsBehind(
  meeting: PlannedMeeting,
  settings: NoticeSettings,
  calendar: Calendar,
  now: number,
): Meeting['done'] {
  const behind = meetingPlan(meeting, settings, calendar).filter(
    ({ step, at }) => towardsMembers.includes(step) && at <= now,
  )
  return Object.fromEntries(behind.map(({ step }) => [step, false]))
}
