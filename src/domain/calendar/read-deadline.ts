import { fold } from '../fold.js'
import { day, instant, localDate, minute } from './local-time.js'
import { parseWhen } from './when.js'

/** The end of an office day, where only a date is named; the sender sees it before anything goes out. */
const usualTime = '17:00'
const shortest = 30 * minute
/** A day without its year that has passed means next year's: nobody wants that. */
const longest = 120 * day

type DeadlineProblem = 'no-such-day' | 'no-such-time' | 'unclear' | 'past' | 'far'

/** "17h 02/02", "hạn 02/02": the deadline of a draft (ms), half an hour ahead at least. Nothing is guessed at but the hour. */
export function readDeadline(text: string, now: number): { at: number } | { problem: DeadlineProblem } {
  const { date, time, error, rest } = parseWhen(text, localDate(now))
  if (error) return { problem: error }
  if (!date || !leadingWords.test(fold(rest))) return { problem: 'unclear' }
  const at = instant(date, time ?? usualTime)
  if (at < now + shortest) return { problem: 'past' }
  return at > now + longest ? { problem: 'far' } : { at }
}

const leadingWords = /^(?:(?:han|truoc|den|chot|nop|gop y|luc|vao|by|until|deadline)[\s:,]*)*$/u
