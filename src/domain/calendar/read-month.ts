import { addMonths, twoDigits } from './local-time.js'

const word = 'th[aá]ng|month'
const shape = `\\d{4}-\\d{1,2}|(?:(?:${word})\\s*)?\\d{1,2}\\s*[/-]\\s*\\d{4}|(?:${word})\\s*\\d{1,2}(?:\\s+n[aă]m\\s+\\d{4})?`
const relative = '(?:th[aá]ng|this|next)\\s+(?:n[aà]y|sau|t[oớ]i|month)'
/** A bare number is a month only where no other number can stand. */
const wide = `${shape}|${relative}|\\d{1,2}`

/**
 * A month as people write it, as YYYY-MM: 2027-02, 02/2027, "tháng 2", "tháng 2 năm 2027", "tháng sau", 2.
 * Without a year, the first such month from `running` (YYYY-MM) on. Null for anything else.
 */
export function readMonth(text: string, running: string): string | null {
  const line = text.normalize('NFC').trim().toLowerCase()
  if (new RegExp(`^(?:${relative})$`, 'u').test(line)) return addMonths(running, /n[aà]y|this/u.test(line) ? 0 : 1)
  if (!new RegExp(`^(?:${wide})$`, 'u').test(line)) return null
  const numbers = line.match(/\d+/gu)!
  const year = numbers.find((number) => number.length === 4)
  const month = Number(numbers.find((number) => number.length < 3))
  if (month < 1 || month > 12) return null
  if (year !== undefined) return `${year}-${twoDigits(month)}`
  const sameYear = `${running.slice(0, 4)}-${twoDigits(month)}`
  return sameYear >= running ? sameYear : addMonths(sameYear, 12)
}

interface Split {
  /** As typed; null where none stands there. */
  month: string | null
  rest: string
}

/** A month at the beginning of a line that goes on with free words: never a bare number, for they may begin with one. */
export function splitMonth(line: string): Split {
  return cut(line, new RegExp(`^\\s*(${shape}|${relative})(?=$|[\\s:,.])[:,.]?`, 'iu'))
}

/** Months before and after a name: `tháng 8 Sa Riên tháng 10`, `8 Sa Riên 10`. */
export function splitMonths(line: string): { before: string | null; name: string; after: string | null } {
  const front = cut(line, new RegExp(`^\\s*(${wide})(?=$|[\\s:,])[:,]?`, 'iu'))
  const back = cut(front.rest, new RegExp(`(?:^|\\s)(${wide})\\s*$`, 'iu'))
  return { before: front.month, name: back.rest, after: back.month }
}

function cut(line: string, pattern: RegExp): Split {
  const typed = line.normalize('NFC')
  const found = pattern.exec(typed)
  if (!found) return { month: null, rest: typed.trim() }
  return {
    month: found[1]!,
    rest: `${typed.slice(0, found.index)}${typed.slice(found.index + found[0].length)}`.trim(),
  }
}
