import type { Holiday } from '../../domain/calendar/calendar.js'
import { dateIn, instant, localDate, yearOf } from '../../domain/calendar/local-time.js'
import { proposalDay } from '../../domain/meeting/meeting-plan.js'
import { shortDate } from '../../domain/calendar/vi-date.js'
import type { Ctx } from '../../engine/command.js'
import { holidaysOf } from '../../rules/holidays.js'
import { secretaryOf } from '../secretary.js'
import { nowOf } from './change-meeting.js'

/**
 * Once a year, with the first proposal of the year to come: its days off that no notice has settled yet and the branch has
 * not set itself. `ctx.at` may lie before that day where the service was down; then it is told late.
 */
export async function tellOpenDays(ctx: Ctx): Promise<void> {
  const dueIn = (year: number): number => instant(dateIn(`${year}-12`, proposalDay), ctx.branch.notice.hour)
  const thisYear = yearOf(localDate(nowOf(ctx)))
  const last = dueIn(thisYear) <= nowOf(ctx) ? thisYear : thisYear - 1
  if (dueIn(last) < ctx.at) return
  const year = last + 1
  const spans = spansOf(openDays(ctx, year))
  if (spans.length === 0) return
  ctx.say(await secretaryOf(ctx), (t) => ({
    title: t('notice-open-days-title', { year: String(year) }),
    text: [
      t('notice-open-days', { year: String(year) }),
      ...spans.map(({ name, first, last }) => {
        const days = first === last ? shortDate(first) : `${shortDate(first)} – ${shortDate(last)}`
        return t('notice-open-days-line', { name: t(`holiday-${name}`), days })
      }),
      t('notice-open-days-how', { command: '/caidat ngaynghi' }),
    ].join('\n'),
    choices: [{ label: t('caidat-ngaynghi'), does: 'caidat ngaynghi' }],
  }))
}

function openDays(ctx: Ctx, year: number): Holiday[] {
  const own = new Set(ctx.branch.holidays.map(({ date }) => date))
  const today = localDate(nowOf(ctx))
  return holidaysOf(year).filter(({ date, provisional }) => provisional && date >= today && !own.has(date))
}

/** The days of one holiday follow each other but for a weekend. */
function spansOf(days: readonly Holiday[]): { name: string; first: string; last: string }[] {
  return [...new Set(days.map(({ name }) => name))].map((name) => {
    const dates = days.filter((one) => one.name === name).map(({ date }) => date)
    return { name, first: dates[0]!, last: dates.at(-1)! }
  })
}
