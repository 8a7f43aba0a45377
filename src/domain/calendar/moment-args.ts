import { localDate, localTime, yearOf } from './local-time.js'
import { shortDate } from './vi-date.js'

/** Variables of words that name an instant: each language orders them itself. `day` bears the year only where it is another one. */
interface MomentArgs extends Record<string, string> {
  hour: string
  minute: string
  day: string
  today: 'yes' | 'no'
}

export function momentArgs(at: number, now: number): MomentArgs {
  const [date, today] = [localDate(at), localDate(now)]
  const [hour, minute] = localTime(at).split(':') as [string, string]
  const day = yearOf(date) === yearOf(today) ? shortDate(date).slice(0, 5) : shortDate(date)
  return { hour, minute, day, today: date === today ? 'yes' : 'no' }
}
