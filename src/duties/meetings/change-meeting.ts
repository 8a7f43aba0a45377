import type { Meeting } from '../../domain/meeting/meeting.js'
import { nextStepAt, stepsBehind } from '../../domain/meeting/meeting-plan.js'
import type { Ctx, Draft } from '../../engine/command.js'
import { forgetAnswers } from './attendance.js'
import { askKey, reminderKey, sendCancelled, sendChange, sendNotice } from './meeting-notice.js'
import type { WhenWhere } from './notice-text.js'
import { replanTurn } from '../rotation/presenter.js'

export const nowOf = (ctx: Ctx): number => Math.max(ctx.at, ctx.now)

/** Saves a meeting with the `nextAt` its steps give. */
export const saveMeeting = (ctx: Ctx, meeting: Draft<Meeting>): Meeting =>
  ctx.save('meetings', { ...meeting, nextAt: nextStepAt(meeting, ctx.branch, ctx.calendar) })

/** The secretary's yes to a date nobody has been told yet. Where its notice is overdue, it leaves now. */
export async function confirmMeeting(ctx: Ctx, meeting: Meeting, date = meeting.date): Promise<Meeting> {
  const other = date !== meeting.date
  const confirmed: Meeting = { ...meeting, date, state: 'confirmed', fixed: meeting.fixed || other }
  if (other) confirmed.conflict = conflictOf(ctx, date)
  const settled = await announceIfOverdue(ctx, {
    ...confirmed,
    done: other ? behind(ctx, confirmed) : overdue(ctx, confirmed),
  })
  ctx.cancel(askKey(meeting))
  const saved = saveMeeting(ctx, settled)
  if (other && saved.kind === 'regular') await replanTurn(ctx, saved.month)
  return saved
}

/** Everyone hears of a move with old and new value; the answers given to another time are asked for again. */
export async function moveMeeting(ctx: Ctx, meeting: Meeting, to: WhenWhere): Promise<Meeting> {
  const { date, time, place } = meeting
  const retimed = to.date !== date || to.time !== time
  const moved: Meeting = { ...meeting, ...to, state: 'confirmed', fixed: true, conflict: conflictOf(ctx, to.date) }
  moved.done = retimed ? behind(ctx, moved) : overdue(ctx, meeting)
  takeBack(ctx, meeting)
  if (retimed) await forgetAnswers(ctx, meeting)
  const was = { date, time, place }
  const told =
    moved.done.notice === undefined
      ? await sendChange(ctx, moved, was)
      : await sendNotice(ctx, moved, { late: retimed, was })
  const saved = saveMeeting(ctx, told)
  if (saved.kind === 'regular' && to.date !== date) await replanTurn(ctx, saved.month)
  return saved
}

export async function cancelMeeting(ctx: Ctx, meeting: Meeting, reason: string): Promise<Meeting> {
  takeBack(ctx, meeting)
  const saved = saveMeeting(ctx, await sendCancelled(ctx, { ...meeting, state: 'cancelled' }, reason))
  if (saved.kind === 'regular') await replanTurn(ctx, saved.month)
  return saved
}

/** A meeting of the secretary's own making: he has said when and where, so nothing is left to confirm. */
export async function createMeeting(ctx: Ctx, to: Wanted): Promise<Meeting> {
  const meeting = extraMeeting(ctx, `x${(await extras(ctx)) + 1}`, to)
  const begun = { ...meeting, done: stepsBehind(meeting, ctx.branch, ctx.calendar, nowOf(ctx)) } as Meeting
  return saveMeeting(ctx, await announceIfOverdue(ctx, begun))
}

type Wanted = WhenWhere & Pick<Meeting, 'agenda'>

export function extraMeeting(ctx: Ctx, key: string, { date, time, place, agenda }: Wanted): Draft<Meeting> {
  return {
    _id: `${ctx.branch._id}:${key}`,
    branch: ctx.branch._id,
    key,
    kind: 'extra',
    month: date.slice(0, 7),
    date,
    time,
    place,
    minutes: ctx.branch.meeting.minutes,
    state: 'confirmed',
    ruleDate: null,
    conflict: conflictOf(ctx, date),
    fixed: true,
    agenda,
    done: {},
    noticeKey: null,
    nextAt: null,
  }
}

/** What a day is, where that needs a thought. */
export function conflictOf(ctx: Ctx, date: string): Meeting['conflict'] {
  if (!ctx.calendar.isWorkingDay(date)) return ctx.calendar.dayKind(date)
  return ctx.calendar.isNearTet(date) ? { kind: 'near-tet', name: 'tet' } : null
}

const announceIfOverdue = (ctx: Ctx, meeting: Meeting): Promise<Meeting> | Meeting =>
  meeting.done.notice === false ? sendNotice(ctx, meeting, { late: true }) : meeting

const behind = (ctx: Ctx, meeting: Meeting): Meeting['done'] =>
  stepsBehind(meeting, ctx.branch, ctx.calendar, nowOf(ctx))

/** What is done stays done; what fell due without being done is behind it. */
const overdue = (ctx: Ctx, meeting: Meeting): Meeting['done'] => ({ ...behind(ctx, meeting), ...meeting.done })

function takeBack(ctx: Ctx, meeting: Meeting): void {
  if (meeting.noticeKey !== null) ctx.cancel(meeting.noticeKey)
  ctx.cancel(reminderKey(meeting))
  ctx.cancel(askKey(meeting))
}

async function extras(ctx: Ctx): Promise<number> {
  const all = await ctx.find('meetings', { lane: ctx.lane })
  return all.filter(({ kind }) => kind === 'extra').length
}
