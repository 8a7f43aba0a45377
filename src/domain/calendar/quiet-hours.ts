import type { Calendar } from './calendar.js'
import { addDays, day, instant, localDate, localTime } from './local-time.js'

/** Local times, HH:MM, from inclusive to exclusive; a span may cross midnight, and one that ends where it begins is empty. */
export interface QuietHours {
  night: [string, string]
  noon: [string, string] | null
  /** The days of Tết are quiet from midnight to midnight. */
  tet: boolean
  /** Nothing of the branch leaves but answers to what somebody has just said, until the secretary lets it go on. */
  paused?: boolean
}

export const defaultQuietHours: QuietHours = { night: ['21:30', '06:00'], noon: ['11:30', '13:30'], tet: true }

/** Settings that leave no free minute must not hold a message for ever: past this many days it goes at its time. */
const patience = 30 * day

/** `ms` itself when nothing is quiet then, else the end of the quiet time, through as many spans as follow on each other. */
export function quietUntil(
  ms: number,
  quiet: QuietHours,
  calendar: Calendar,
  options: { ignoreNoon?: boolean } = {},
): number {
  const spans = quiet.noon && !options.ignoreNoon ? [quiet.night, quiet.noon] : [quiet.night]
  let at = ms
  for (;;) {
    const date = localDate(at)
    const tetEnds = quiet.tet && calendar.isTet(date) ? instant(addDays(date, 1), '00:00') : null
    const end = tetEnds ?? spans.map((span) => endOfSpan(at, span)).find((found) => found !== null)
    if (!end) return at
    if (end - ms > patience) return ms
    at = end
  }
}

function endOfSpan(ms: number, [from, to]: [string, string]): number | null {
  const date = localDate(ms)
  const time = localTime(ms)
  if (from <= to) return time >= from && time < to ? instant(date, to) : null
  if (time >= from) return instant(addDays(date, 1), to)
  return time < to ? instant(date, to) : null
}
