import { monthOf } from './local-time.js'
import { findDate, type DateError } from './when/find-date.js'
import { findTime, isDayPart, timeOfDay, type TimeError } from './when/find-time.js'
import { cover, foldLine, type FoldedLine, type Span } from './when/folded-line.js'

type WhenError = DateError | TimeError

export interface When {
  date?: string
  /** HH:MM */
  time?: string
  /** Something was meant as a date or time and is none; it is never guessed at. */
  error?: WhenError
  /** What is left of the line, as it was typed: the place, a title. */
  rest: string
}

/**
 * A date as people type it, and nothing else. `today` is YYYY-MM-DD; the answer may lie in the past if that was typed.
 * `month`: the month that is spoken of, if it is not the one we are in ("mùng 4").
 */
export function parseDate(text: string, today: string, month?: string): { date: string } | { error: DateError } {
  const { date, time, error, rest } = read(text, today, month)
  if (error === 'no-such-day') return { error }
  return date && !time && !error && rest === '' ? { date } : { error: 'unclear' }
}

/** A time of day as people type it, and nothing else. */
export function parseTime(text: string): { time: string } | { error: TimeError | 'unclear' } {
  const { time, error, rest } = read(text, null)
  if (error === 'no-such-time') return { error }
  return time && !error && rest === '' ? { time } : { error: 'unclear' }
}

/** Date and time wherever they stand in one line: "05/04/2027 14h00 Phòng họp 2". */
export const parseWhen = (text: string, today: string, month?: string): When => read(text, today, month)

/** Far longer than any line that names a date: a text that long is none. */
const longest = 500

/** Private-use signs that stand for what was found; the line itself is freed of them first. */
const dateSign = '\uE000'
const timeSign = '\uE001'
const fillerSign = '\uE002'
const partBefore = /(?<!\p{L})(?:sang|trua|chieu|toi|dem)(?=\s*[\uE000\uE001])/gu
const partAfter = /(?<=[\uE000\uE001]\s*)(?:sang|trua|chieu|toi|dem)(?!\p{L})/gu
const filler = /(?<!\p{L})(?:(?:vao|luc|hoi|hom|ngay|sang|den)\s+)+(?=[\uE000-\uE002])/gu

function read(text: string, today: string | null, month?: string): When {
  if (text.length > longest) return { rest: text }
  const line = foldLine(text.replace(/[\p{Cc}\p{Co}]+/gu, ' '))
  const date = today === null ? null : findDate(line, today, month ?? monthOf(today))
  let covered = date ? cover(line.folded, date.span, dateSign) : line.folded
  const time = findTime(covered)
  if (time) covered = cover(covered, time.span, timeSign)

  let part: string | null = null
  for (const match of [...covered.matchAll(partAfter), ...covered.matchAll(partBefore)]) {
    const span: Span = [match.index, match.index + match[0].length]
    const typed = line.typed(span).toLowerCase()
    if (!isDayPart(typed)) continue
    part ??= typed
    covered = cover(covered, span, fillerSign)
  }
  const when: When = { rest: restOf(line, covered) }
  if (date && 'date' in date) when.date = date.date
  if (date && 'error' in date) when.error = date.error
  if (!time) return when
  const clock = 'error' in time ? null : timeOfDay(time.hours, time.minutes, part)
  if (clock) when.time = clock
  else when.error ??= 'error' in time ? time.error : 'unclear'
  return when
}

function restOf(line: FoldedLine, found: string): string {
  const covered = found.replace(filler, (words) => fillerSign.repeat(words.length))
  const pieces = [...covered.matchAll(/[^\uE000-\uE002]+/gu)].map((piece) =>
    line.typed([piece.index, piece.index + piece[0].length]).replace(/^[\s,;.–-]+|[\s,;–-]+$/gu, ''),
  )
  const rest = pieces
    .filter((piece) => piece !== '')
    .join(' ')
    .replace(/\s+/gu, ' ')
  return covered === line.folded ? rest : rest.replace(/^(?:tại|tai|ở|o)\s+(?=\p{L})/iu, '')
}
