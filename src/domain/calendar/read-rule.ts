import { fold } from '../fold.js'
import type { MeetingRule } from './meeting-rule.js'

/** `no-such-day`: it names a day or week that no month has; `unclear`: no rule was recognised. It is never guessed at. */
export type RuleReading = { rule: MeetingRule } | { error: 'no-such-day' | 'unclear' }

/** Far longer than any rule. */
const longest = 80

const lunarWords = String.raw`(?:am lich|al|lunar)`
const dayWords = String.raw`(?:ngay|mung|mong|day|the)`
const everyMonth = /\s*(?:(?:cua|trong|hang|moi|of the|of every|of each|every|each)\s+)?(?:thang|month)$/u

const lunar = new RegExp(
  String.raw`^(?:${lunarWords} )?(?:${dayWords} )*(?:${lunarWords} (?:${dayWords} )*)?(?<day>\d{1,2}|[a-z ]+?)(?:st|nd|rd|th)?(?: ${lunarWords})?$`,
  'u',
)
const solar = new RegExp(
  String.raw`^(?:${dayWords} )*(?<day>\d{1,2}|[a-z ]+?)(?:st|nd|rd|th)?(?: duong lich| dl)?$`,
  'u',
)
const nthWeek = /^(?<weekday>.+?) (?:cua )?(?:tuan|week)(?: thu)? (?<nth>\S+(?: cung| tien)?)$/u
const nthDay = /^(?<weekday>.+?)(?: lan)?(?: thu)? (?<nth>dau|dau tien|nhat|cuoi|cuoi cung|\d)$/u
const english = /^(?:the )?(?<nth>first|second|third|fourth|fifth|last|[1-5](?:st|nd|rd|th)) (?<weekday>.+)$/u

const weekdays: Record<string, number> = {
  'thu hai': 1, 'thu 2': 1, t2: 1, monday: 1,
  'thu ba': 2, 'thu 3': 2, t3: 2, tuesday: 2,
  'thu tu': 3, 'thu 4': 3, t4: 3, wednesday: 3,
  'thu nam': 4, 'thu 5': 4, t5: 4, thursday: 4,
  'thu sau': 5, 'thu 6': 5, t6: 5, friday: 5,
  'thu bay': 6, 'thu 7': 6, t7: 6, saturday: 6,
  'chu nhat': 7, cn: 7, sunday: 7,
} // prettier-ignore

type Nth = 1 | 2 | 3 | 4 | 5 | -1

const places: Record<string, Nth> = {
  dau: 1, 'dau tien': 1, nhat: 1, mot: 1, first: 1,
  hai: 2, nhi: 2, second: 2,
  ba: 3, third: 3,
  tu: 4, bon: 4, fourth: 4,
  nam: 5, fifth: 5,
  cuoi: -1, 'cuoi cung': -1, last: -1,
} // prettier-ignore

const numbers = ['mot', 'hai', 'ba', 'bon', 'nam', 'sau', 'bay', 'tam', 'chin', 'muoi']

/** "ngày 3", "mùng 3 âm lịch", "thứ Tư tuần thứ hai", "thứ 6 tuần cuối", "last Friday". Without "âm lịch" a "mùng 3" is solar. */
export function readRule(text: string): RuleReading {
  if (text.length > longest) return { error: 'unclear' }
  const line = fold(text).replace(/[.,;]+$/u, '')
  const said = line.replace(everyMonth, '').trim()
  return readWeekday(said) ?? readLastDay(said) ?? readLunar(said) ?? readSolar(said) ?? { error: 'unclear' }
}

/** The shortest words that `readRule` reads as this rule. */
export function ruleWords(rule: MeetingRule): string {
  if ('day' in rule) return `ngày ${rule.day}`
  if ('lunarDay' in rule) return `ngày ${rule.lunarDay} âm lịch`
  return `${rule.weekday === 7 ? 'CN' : `T${rule.weekday + 1}`} tuần ${rule.nth === -1 ? 'cuối' : rule.nth}`
}

function readWeekday(said: string): RuleReading | null {
  const match = nthWeek.exec(said) ?? nthDay.exec(said) ?? english.exec(said)
  const { weekday, nth } = match?.groups ?? {}
  if (weekday === undefined || nth === undefined) return null
  const named = weekdays[weekday]
  if (named === undefined) return /^(?:thu |t)\d{1,2}$/u.test(weekday) ? { error: 'no-such-day' } : null
  const counted = places[nth] ?? Number(nth.replace(/(?:st|nd|rd|th)$/u, ''))
  if (!Number.isInteger(counted)) return { error: 'unclear' }
  return counted === -1 || (counted >= 1 && counted <= 5)
    ? { rule: { weekday: named, nth: counted as Nth } }
    : { error: 'no-such-day' }
}

/** "cuối tháng": a day the month does not have is its last. */
const readLastDay = (said: string): RuleReading | null =>
  /^(?:(?:the )?last day|(?:ngay )?cuoi(?: cung)?)$/u.test(said) ? { rule: { day: 31 } } : null

function readLunar(said: string): RuleReading | null {
  if (said === 'ram') return { rule: { lunarDay: 15 } }
  if (!new RegExp(String.raw`(?<!\S)${lunarWords}(?!\S)`, 'u').test(said)) return null
  const day = numberOf(lunar.exec(said.replace(/(?<!\S)ram(?!\S)/u, '15'))?.groups?.['day'])
  if (day === null) return { error: 'unclear' }
  return day >= 1 && day <= 30 ? { rule: { lunarDay: day } } : { error: 'no-such-day' }
}

function readSolar(said: string): RuleReading | null {
  const day = numberOf(solar.exec(said)?.groups?.['day'])
  if (day === null) return null
  return day >= 1 && day <= 31 ? { rule: { day } } : { error: 'no-such-day' }
}

function numberOf(word: string | undefined): number | null {
  if (word === undefined) return null
  if (/^\d+$/u.test(word)) return Number(word)
  const place = numbers.indexOf(word)
  return place < 0 ? null : place + 1
}
