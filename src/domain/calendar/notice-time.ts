import type { Calendar } from './calendar.js'
import { addDays, instant, localDate, minute } from './local-time.js'
import { quietUntil, type QuietHours } from './quiet-hours.js'

/**
 * When the notice of a meeting leaves: so many days before, at the branch's hour. Whatever stands in the way (a day that
 * is no working day, Tết, the night) moves it to an earlier day, never to a later one: the days ahead are a promise.
 */
export function noticeAt(input: {
  meetingDate: string
  meetingTime: string
  daysBefore: number
  /** HH:MM */
  hour: string
  earlierWorkingDay: boolean
  quiet: QuietHours
  calendar: Calendar
}): number {
  const { meetingDate, meetingTime, daysBefore, hour, earlierWorkingDay, quiet, calendar } = input
  let date = addDays(meetingDate, -daysBefore)
  if (instant(date, hour) >= instant(meetingDate, meetingTime)) date = addDays(date, -1)
  while ((earlierWorkingDay && !calendar.isWorkingDay(date)) || (quiet.tet && calendar.isTet(date)))
    date = addDays(date, -1)

  const at = instant(date, hour)
  const free = quietUntil(at, quiet, calendar)
  if (localDate(free) === date && free < instant(meetingDate, meetingTime)) return free
  return Math.min(at, instant(date, quiet.night[0]) - minute)
}
