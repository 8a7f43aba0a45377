import type { Choice, Message } from '../../chat.js'
import { dateWords } from '../../domain/calendar/date-words.js'
import { localDate, monthOf } from '../../domain/calendar/local-time.js'
import type { Meeting } from '../../domain/meeting/meeting.js'
import { meetingStart, noticeOf } from '../../domain/meeting/meeting-plan.js'
import { weights } from '../../domain/weight.js'
import { shortDate } from '../../domain/calendar/vi-date.js'
import type { Ctx } from '../../engine/command.js'
import type { Locale, T } from '../../words.js'
import { conflictWords } from './day-words.js'
import { askKey, localeFor } from './meeting-notice.js'
import { whenWhere } from './notice-text.js'
import { secretaryOf } from '../secretary.js'

export type Asking = 'propose' | 'ask7' | 'ask4' | 'last'

/** Asks the secretary for the one tap that settles a month's date. */
export async function askSecretary(ctx: Ctx, meeting: Meeting, asking: Asking): Promise<void> {
  ctx.cancel(askKey(meeting))
  ctx.say(await secretaryOf(ctx), (t, reader) => proposal(ctx, t, localeFor(ctx, reader), meeting, asking), {
    key: askKey(meeting),
    about: `lichhop xacnhan ${meeting.key}`,
    usefulUntil: meetingStart(meeting),
    weight: weights.notice,
  })
}

/** The date as it stands, why, when its notice leaves, and the ways to settle it. */
function proposal(ctx: Ctx, t: T, locale: Locale, meeting: Meeting, asking: Asking): Message {
  const when = whenWhere(locale, meeting)
  const lines = [
    t(asking === 'propose' ? 'lichhop-ask' : 'lichhop-ask-again', { month: dateWords[locale].month(meeting.month) }),
    ...why(t, locale, meeting),
    t(toChoose(ctx, meeting) ? 'lichhop-ask-choose' : 'lichhop-ask-date', when),
    noticeLine(ctx, t, locale, meeting),
  ]
  return { title: t('lichhop-ask-title'), text: lines.join('\n'), choices: waysToSettle(ctx, t, locale, meeting) }
}

/** "Ngày 03/05/2027 là ngày nghỉ bù": nothing where the day is a good one. */
function why(t: T, locale: Locale, meeting: Pick<Meeting, 'date' | 'ruleDate' | 'conflict' | 'fixed'>): string[] {
  if (meeting.conflict === null) return []
  const { day, what } = conflictLine(t, locale, meeting, meeting.conflict)
  return [t('lichhop-day-is', { date: shortDate(day), lunar: dateWords[locale].lunar(day), what })]
}

/** A conflict speaks of the rule's day, until somebody has chosen another one. */
export function conflictLine(
  t: T,
  locale: Locale,
  { date, ruleDate, fixed }: Pick<Meeting, 'date' | 'ruleDate' | 'fixed'>,
  conflict: NonNullable<Meeting['conflict']>,
): { day: string; what: string } {
  const day = fixed ? date : (ruleDate ?? date)
  return { day, what: conflictWords(t, locale, day, conflict) }
}

function noticeLine(ctx: Ctx, t: T, locale: Locale, meeting: Meeting): string {
  if (meeting.done.notice === false) return t('lichhop-ask-notice-waits')
  const date = dateWords[locale].short(localDate(noticeOf(meeting, ctx.branch, ctx.calendar)))
  return t(ctx.branch.notice.evenUnconfirmed ? 'lichhop-ask-notice' : 'lichhop-ask-notice-only-confirmed', { date })
}

function waysToSettle(ctx: Ctx, t: T, locale: Locale, meeting: Meeting): Choice[] {
  const { key, date, ruleDate } = meeting
  const yes = (label: string, day: string): Choice => ({ label, does: `lichhop xacnhan ${key} ${day}` })
  const agree = toChoose(ctx, meeting)
    ? candidateDates(ctx, meeting).map((day) => yes(dateWords[locale].short(day), day))
    : [yes(t('lichhop-button-agree'), date)]
  const keep = ruleDate !== null && (ruleDate !== date || toChoose(ctx, meeting))
  return [
    ...agree,
    { label: t('lichhop-button-other'), does: `lichhop xacnhan ${key} khac` },
    ...(keep ? [{ label: t('lichhop-button-keep'), does: `lichhop giu ${key}` }] : []),
  ]
}

/** The branch wants to choose itself where the rule's day is none to meet on. */
const toChoose = (ctx: Ctx, { date, fixed }: Meeting): boolean =>
  ctx.branch.meeting.conflict === 'ask' && !fixed && !ctx.calendar.isWorkingDay(date)

/** Working days on either side of the rule's day, within the month, in the order of the calendar. */
export function candidateDates(ctx: Ctx, { date, ruleDate, month }: Meeting): string[] {
  const from = ruleDate ?? date
  return [ctx.calendar.previousWorkingDay(from), ctx.calendar.nextWorkingDay(from)].filter(
    (day) => monthOf(day) === month,
  )
}

/** A date somebody relies on would be another one now, or is a holiday now: moving it is for a person to decide. */
export async function tellDateInDoubt(
  ctx: Ctx,
  meeting: Meeting,
  { conflict, wanted }: { conflict: Meeting['conflict']; wanted: string | null },
): Promise<void> {
  const other = wanted ?? candidateDates(ctx, { ...meeting, ruleDate: null }).at(-1) ?? null
  ctx.say(
    await secretaryOf(ctx),
    (t, reader) => {
      const locale = localeFor(ctx, reader)
      const words = dateWords[locale]
      const what = conflict && conflictWords(t, locale, meeting.date, conflict)
      const lines = [
        what
          ? t('lichhop-now-is', { date: words.long(meeting.date), what })
          : t('lichhop-rule-changed', { date: words.long(meeting.date) }),
        ...(other ? [t('lichhop-doubt-move', { date: words.long(other) })] : []),
        t('lichhop-doubt-kept'),
      ]
      const move = other
        ? [
            {
              label: t('lichhop-button-move', { date: words.short(other) }),
              does: `lichhop doi ${meeting.key} ${other}`,
            },
          ]
        : []
      const keep = {
        label: t('lichhop-button-keep-date', { date: words.short(meeting.date) }),
        does: `lichhop xacnhan ${meeting.key} ${meeting.date}`,
      }
      return { title: t('lichhop-doubt-title'), text: lines.join('\n'), choices: [...move, keep] }
    },
    { about: `lichhop doi ${meeting.key}`, usefulUntil: meetingStart(meeting), weight: weights.notice },
  )
}
