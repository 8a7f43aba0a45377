import type { Meeting, MeetingStep } from '../../domain/meeting/meeting.js'
import { dueSteps, meetingPlan, meetingStart, nextStepAt, type PlannedStep } from '../../domain/meeting/meeting-plan.js'
import { hasChannel, type Member } from '../../domain/people/member.js'
import { shortName } from '../../domain/people/names.js'
import { weights } from '../../domain/weight.js'
import type { Ctx, Duty } from '../../engine/command.js'
import { attendanceOf } from './attendance.js'
import { attendanceLines } from './attendance-text.js'
import { nowOf, saveMeeting } from './change-meeting.js'
import { dateWords } from '../../domain/calendar/date-words.js'
import { askSecretary } from './meeting-cards.js'
import { localeFor, reminderKey, sendNotice } from './meeting-notice.js'
import { noticeChoices, whenWhere } from './notice-text.js'
import { secretaryOf } from '../secretary.js'
import { tellUnreached, unreachedChoices, unreachedBy, unreachedLines } from './unreached.js'

/** Carries a meeting from its proposal to its end, one step at a time. */
export const meetingDuty: Duty<'meetings'> = {
  collection: 'meetings',
  async run(ctx, meeting) {
    const plan = meetingPlan(meeting, ctx.branch, ctx.calendar)
    const due = dueSteps(meeting, plan, nowOf(ctx))
    const noted: Meeting = { ...meeting, done: { ...meeting.done, ...due.done } }
    const step = plan.find(({ step }) => step === due.act)
    const after = step ? await act(ctx, noted, step, due.late) : noted
    if (due.missed.length > 0) await tellMissed(ctx, meeting, due.missed)
    saveMeeting(ctx, after)
  },
  nextAt: (ctx, meeting) => Promise.resolve(nextStepAt(meeting, ctx.branch, ctx.calendar)),
}

async function act(ctx: Ctx, meeting: Meeting, { step, usefulUntil }: PlannedStep, late: boolean): Promise<Meeting> {
  const withheld = meeting.state === 'planned' && !ctx.branch.notice.evenUnconfirmed
  switch (step) {
    case 'propose':
    case 'ask7':
    case 'ask4':
      await askSecretary(ctx, meeting, step)
      return meeting
    case 'notice':
      if (!withheld) return sendNotice(ctx, meeting, { late })
      await askSecretary(ctx, { ...meeting, done: { ...meeting.done, notice: false } }, 'last')
      return { ...meeting, done: { ...meeting.done, notice: false } }
    case 'remind1':
    case 'remind2h':
      if (withheld) await askSecretary(ctx, meeting, 'last')
      else await remind(ctx, meeting, step, { usefulUntil, late })
      return meeting
    case 'held':
      return meeting
  }
}

/** To each who may still come and whom a channel reaches; those on the call list have been told by phone. */
async function remind(
  ctx: Ctx,
  meeting: Meeting,
  step: 'remind1' | 'remind2h',
  { usefulUntil, late }: { usefulUntil: number; late: boolean },
): Promise<void> {
  const members = await ctx.members()
  const attendance = await attendanceOf(ctx, meeting)
  const going = new Set(attendance.going.map(({ _id }) => _id))
  const readers = [...attendance.going, ...attendance.silent].filter(hasChannel)
  ctx.say(
    readers,
    (t, reader) => {
      const lines = [
        ...(late ? [t('notice-remind-late')] : []),
        t('notice-dear', { name: shortName(reader!, members) }),
        t(step === 'remind1' ? 'notice-remind' : 'notice-remind-soon', {
          branch: ctx.branch.name,
          ...whenWhere(localeFor(ctx, reader), meeting),
        }),
      ]
      const [yes, no] = noticeChoices(t, meeting, false)
      const answered = going.has(reader!._id)
      return { title: t('notice-remind-title'), text: lines.join('\n'), choices: answered ? [no!] : [yes!, no!] }
    },
    {
      key: reminderKey(meeting),
      about: `duhop ${meeting.key}`,
      usefulUntil,
      // The noon rest is no reason to miss a meeting of the early afternoon.
      quiet: step === 'remind2h' ? 'night' : 'all',
      weight: weights.meeting,
    },
  )
  if (step === 'remind1') await tellAttendance(ctx, meeting)
  else await tellUnreached(ctx, meeting)
}

async function tellAttendance(ctx: Ctx, meeting: Meeting): Promise<void> {
  const attendance = await attendanceOf(ctx, meeting)
  const unreached = await unreachedBy(ctx, meeting)
  ctx.say(
    await secretaryOf(ctx),
    (t, reader) => ({
      title: t('duhop-title', { date: dateWords[localeFor(ctx, reader)].short(meeting.date) }),
      text: [...attendanceLines(t, attendance, true), ...unreachedLines(t, unreached)].join('\n'),
      choices: unreachedChoices(t, meeting, unreached),
    }),
    { key: reminderKey(meeting), usefulUntil: meetingStart(meeting), class: 'committee' },
  )
}

async function tellMissed(ctx: Ctx, meeting: Meeting, missed: MeetingStep[]): Promise<void> {
  const readers: Member[] = await secretaryOf(ctx)
  ctx.say(readers, (t, reader) => {
    const steps = missed.map((step) => t(`notice-step-${step}`)).join(', ')
    return { text: t('notice-missed', { steps, date: dateWords[localeFor(ctx, reader)].long(meeting.date) }) }
  })
}
