import { addDays, addMonths, dateIn, daysInMonth, isDate, monthOf, twoDigits, weekday, yearOf } from '../local-time.js'
import { lunarYears } from '../lunar.js'
import type { FoldedLine, Span } from './folded-line.js'

export type DateError = 'no-such-day' | 'unclear'
export type FoundDate = { span: Span } & ({ date: string } | { error: DateError })
type Reading = { date: string } | { error: DateError }

const weekdayName = String.raw`(?<named>thu\s*(?:hai|ba|tu|nam|sau|bay|\d{1,2})|t[2-7]|chu\s*nhat|cn)`
const dayPart = '(?:sang|trua|chieu|toi|dem)'
/** Numbers of rooms and houses are no dates: "Phòng 3/2", "số 5/4 Lê Lợi". */
const start = String.raw`(?<![\p{L}\p{N}/.:])(?<!(?:phong(?:\s+hop)?|tang|lau|nha|toa|khu|so|hoi\s+truong)\s+)`
const end = String.raw`(?![\p{L}\p{N}]|[/.:-]\d)(?!\s*(?:am\s*lich|al)(?!\p{L}))`
const beforeDay = String.raw`(?:${weekdayName}\s*,?\s*)?(?:ngay\s*)?(?:(?:mung|mong)\s*)?`

const pattern = (body: string): RegExp => new RegExp(start + body + end, 'u')
const iso = pattern(String.raw`${beforeDay}(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})`)
const full = pattern(String.raw`${beforeDay}(?<day>\d{1,2})\s*[/.-]\s*(?<month>\d{1,2})\s*[/.-]\s*(?<year>\d{4}|\d{2})`)
const spoken = pattern(
  String.raw`${beforeDay}(?<day>\d{1,2})\s*(?:thang|/)\s*(?<month>\d{1,2})(?:\s*(?:,|/)?\s*nam\s*(?<year>\d{4}))?`,
)
const dashed = pattern(String.raw`${beforeDay}(?<day>\d{1,2})-(?<month>\d{1,2})`)
const monthEnd = pattern(String.raw`(?:ngay\s+)?cuoi\s+thang(?:\s+(?<which>nay|sau|toi|\d{1,2}))?`)
const dayOnly = pattern(
  String.raw`(?:hom\s+)?(?:ngay|mung|mong|ngay\s+mung|ngay\s+mong)\s*(?<day>\d{1,2})(?:\s*thang\s+(?<which>nay|sau|toi))?(?!\s*(?:thang|h|g|gio)(?!\p{L}))`,
)
const dayOfWeek = pattern(String.raw`${weekdayName}(?:\s+(?<which>tuan\s+(?:nay|sau|toi)|nay|sau|toi))?`)
const today = pattern(String.raw`(?:hom\s+nay|(?<=${dayPart}\s+)nay)`)
const soon = pattern(
  String.raw`(?:(?:ngay\s+|(?<=(?:${dayPart}|h|gio|\d)\s+))(?<after>mai|mot)|ngay\s+(?<after2>kia)|(?<after3>mai|mot)(?=\s*(?:$|[,;]|luc|vao|\d|${dayPart})))`,
)

/**
 * The first date a line names, most explicit form first; null when it names none. `now` is today's date; a day
 * without a month is one of `month` (YYYY-MM), or of the first after it that is not past.
 */
export function findDate(line: FoldedLine, now: string, month: string): FoundDate | null {
  return (
    find(line, iso, (match) => readFull(match)) ??
    find(line, full, (match) => readFull(match)) ??
    find(line, spoken, (match) => (match['year'] ? readFull(match) : readDayMonth(match, now))) ??
    find(line, dashed, (match) => readDayMonth(match, now)) ??
    find(line, monthEnd, (match) => readMonthEnd(match['which'], now)) ??
    find(line, dayOnly, (match) => readDay(Number(match['day']), match['which'], now, month)) ??
    findDayOfWeek(line, now) ??
    find(line, today, () => ({ date: now })) ??
    findSoon(line, now)
  )
}

type Groups = Record<string, string | undefined>

function find(line: FoldedLine, pattern: RegExp, read: (groups: Groups) => Reading): FoundDate | null {
  const match = pattern.exec(line.folded)
  if (!match) return null
  const groups: Groups = match.groups ?? {}
  const reading = read(groups)
  const named = groups['named']
  const span: Span = [match.index, match.index + match[0].length]
  if (named && 'date' in reading && weekdayOf(named) !== weekday(reading.date)) return { span, error: 'unclear' }
  return { span, ...reading }
}

function readFull({ day, month, year = '' }: Groups): Reading {
  const inFull = year.length === 2 ? `20${year}` : year
  const date = `${inFull}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`
  if (!isDate(date)) return { error: 'no-such-day' }
  // A year beyond the calendar is a slip of the finger, not a wrong day.
  return yearOf(date) >= lunarYears.first && yearOf(date) <= lunarYears.last ? { date } : { error: 'unclear' }
}

/** Without a year: the next such day from today on. */
function readDayMonth({ day, month }: Groups, now: string): Reading {
  for (let year = yearOf(now); year <= yearOf(now) + 8; year++) {
    const date = `${year}-${twoDigits(Number(month))}-${twoDigits(Number(day))}`
    if (isDate(date) && date >= now) return { date }
  }
  return { error: 'no-such-day' }
}

function readMonthEnd(which: string | undefined, now: string): Reading {
  if (which && /\d/.test(which)) {
    const number = Number(which)
    if (number < 1 || number > 12) return { error: 'no-such-day' }
    const month = `${yearOf(now)}-${twoDigits(number)}`
    return { date: lastOf(month < monthOf(now) ? addMonths(month, 12) : month) }
  }
  return { date: lastOf(addMonths(monthOf(now), isNext(which) ? 1 : 0)) }
}

const lastOf = (month: string): string => dateIn(month, daysInMonth(month))
const isNext = (which: string | undefined): boolean => which === 'sau' || which === 'toi'

function readDay(day: number, which: string | undefined, now: string, from: string): Reading {
  if (day < 1 || day > 31) return { error: 'no-such-day' }
  if (which) {
    const date = dateIn(addMonths(monthOf(now), isNext(which) ? 1 : 0), day)
    return isDate(date) ? { date } : { error: 'no-such-day' }
  }
  for (let month = from; ; month = addMonths(month, 1)) {
    const date = dateIn(month, day)
    if (isDate(date) && date >= now) return { date }
  }
}

const weekdayWords: Record<string, number> = { hai: 1, ba: 2, tu: 3, nam: 4, sau: 5, bay: 6 }

/** 1–7, or null for a day no week has ("thứ 8"). */
function weekdayOf(named: string): number | null {
  if (named === 'cn' || named.startsWith('chu')) return 7
  const word = named.replace(/^thu\s*|^t(?=\d)/u, '')
  const number = weekdayWords[word] ?? Number(word) - 1
  return number >= 1 && number <= 6 ? number : null
}

function findDayOfWeek(line: FoldedLine, now: string): FoundDate | null {
  const match = dayOfWeek.exec(line.folded)
  if (!match) return null
  const from = match.index
  const to = from + match[0].length
  const wanted = weekdayOf(match.groups!['named']!)
  if (wanted === null) return { span: [from, to], error: 'no-such-day' }

  const which = match.groups!['which']?.replace(/\s+/gu, ' ')
  if (which === 'toi' && isEvening(line, [to - 3, to])) {
    return { span: [from, to - 3], date: nextOn(wanted, now) }
  }
  const monday = addDays(now, 1 - weekday(now))
  if (which === 'tuan nay' || which === 'nay') return { span: [from, to], date: addDays(monday, wanted - 1) }
  if (which?.startsWith('tuan')) return { span: [from, to], date: addDays(monday, 6 + wanted) }
  return { span: [from, to], date: nextOn(wanted, which ? addDays(now, 1) : now) }
}

/** "thứ 4 tối 7h" is not "thứ 4 tới": the marks decide, and without marks the hour that follows. */
function isEvening(line: FoldedLine, span: Span): boolean {
  const typed = line.typed(span).toLowerCase()
  return typed === 'tối' || (typed === 'toi' && /^\s*\d{1,2}\s*(?:h|g|:)/u.test(line.folded.slice(span[1])))
}

const nextOn = (wanted: number, from: string): string => addDays(from, (wanted - weekday(from) + 7) % 7)

/** "mai", "mốt", "ngày kia"; a name ("Hoa Mai") or the number một is none of them. */
function findSoon(line: FoldedLine, now: string): FoundDate | null {
  const match = soon.exec(line.folded)
  if (!match) return null
  const span: Span = [match.index, match.index + match[0].length]
  const word = /\S+$/u.exec(line.typed(span))![0].toLowerCase()
  if (word === 'mai') return { span, date: addDays(now, 1) }
  return ['mốt', 'mot', 'kia'].includes(word) ? { span, date: addDays(now, 2) } : null
}
