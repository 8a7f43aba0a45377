import { dateWords } from '../../src/domain/calendar/date-words.js'
import { monthOf } from '../../src/domain/calendar/local-time.js'
import type { Meeting } from '../../src/domain/meeting/meeting.js'
import { conflictOf } from '../../src/duties/meetings/change-meeting.js'
import { conflictWords } from '../../src/duties/meetings/day-words.js'
import { upcoming } from '../../src/duties/meetings/meetings.js'
import type { WhenWhere } from '../../src/duties/meetings/notice-text.js'
import type { Ctx } from '../../src/engine/command.js'
import { localeOf } from './questions.js'

/** What the secretary should know of a date before it is said to everyone. Nothing of it forbids the date. */
export async function warnings(ctx: Ctx, { date }: WhenWhere, meeting: Meeting | null): Promise<string[]> {
  const { t } = ctx
  const locale = localeOf(ctx)
  const words = dateWords[locale]
  const conflict = conflictOf(ctx, date)
  const others = (await upcoming(ctx, { from: date })).filter(
    (other) => other.date === date && other._id !== meeting?._id,
  )
  const leavesMonth = meeting?.kind === 'regular' && monthOf(date) !== meeting.month
  return [
    ...(conflict
      ? [t('lichhop-warn-day', { date: words.short(date), what: conflictWords(t, locale, date, conflict) })]
      : []),
    ...(leavesMonth ? [t('lichhop-warn-month', { month: words.month(meeting.month) })] : []),
    ...others.map(({ time }) => t('lichhop-warn-other', { time: words.time(time), date: words.short(date) })),
  ]
}
