import { dateWords } from '../../src/domain/calendar/date-words.js'
import { fold } from '../../src/domain/fold.js'
import { addMonths, instant, localDate, monthOf, twoDigits } from '../../src/domain/calendar/local-time.js'
import type { Meeting } from '../../src/domain/meeting/meeting.js'
import { meetingStart } from '../../src/domain/meeting/meeting-plan.js'
import { parseDate, parseTime } from '../../src/domain/calendar/when.js'
import { meetingByKey, upcoming } from '../../src/duties/meetings/meetings.js'
import type { Ctx, Question, Reading } from '../../src/engine/command.js'
import { Refusal } from '../../src/errors.js'
import type { Locale } from '../../src/words.js'

/** What a button or a short word says for "as it is". */
export const asBefore = 'nhu cu'
const longestPlace = 120
const shownMeetings = 4

export const today = (ctx: Ctx): string => localDate(ctx.at)
export const localeOf = (ctx: Ctx): Locale => ctx.actor?.locale ?? ctx.branch.locale

/** A meeting that can still be changed; a button of a finished one is answered, not obeyed. */
export async function openMeeting(ctx: Ctx, key: string): Promise<Meeting> {
  const meeting = await meetingByKey(ctx, key)
  if (!meeting) throw new Refusal('lichhop-unknown', { typed: key.slice(0, 40) })
  const date = dateWords[localeOf(ctx)].short(meeting.date)
  if (meeting.state === 'cancelled') throw new Refusal('lichhop-is-cancelled', { date })
  if (meetingStart(meeting) <= ctx.at) throw new Refusal('lichhop-is-over', { date })
  return meeting
}

export const whichMeeting: Question = {
  words: 'lichhop-which',
  async read(ctx, text) {
    const key = await readKey(ctx, text)
    if (key === null || !(await meetingByKey(ctx, key)))
      return { again: 'lichhop-unknown', args: { typed: text.slice(0, 40) } }
    return { value: (await openMeeting(ctx, key)).key }
  },
  async choices(ctx) {
    const words = dateWords[localeOf(ctx)]
    const ahead = (await upcoming(ctx)).filter((meeting) => meetingStart(meeting) > ctx.at)
    return ahead.slice(0, shownMeetings).map(({ key, date }) => ({ label: words.short(date), value: key }))
  },
}

export const isKey = (text: string): boolean => /^(?:\d{4}-\d{2}|x\d{1,4})$/u.test(text)

/** The key a line begins with, a month also as people write it: `2027-02`, `02/2027`, "tháng 2/2027". */
export function splitKey(line: string): { key: string; rest: string } | null {
  const month = /^(?:tháng\s+|thang\s+)?(\d{1,2})[/-](\d{4})(?:\s+|$)/iu.exec(line.normalize('NFC'))
  if (month) {
    const key = `${month[2]!}-${twoDigits(Number(month[1]))}`
    return { key, rest: line.normalize('NFC').slice(month[0].length) }
  }
  const [first = '', ...others] = line.split(/\s+/u)
  return isKey(first.toLowerCase()) ? { key: first.toLowerCase(), rest: others.join(' ') } : null
}

/** The meeting a line begins with, also as one says it: "tháng 4 7/4", "5/4 sang 7/4", "tháng 6 trùng hội nghị". */
export async function splitMeeting(ctx: Ctx, line: string): Promise<{ key: string; rest: string } | null> {
  const named = splitKey(line)
  if (named) return named
  const typed = line.normalize('NFC')
  const [, name, rest = ''] = meetingThenDate.exec(typed) ?? monthThenRest.exec(typed) ?? []
  const key = name === undefined ? null : await readKey(ctx, name)
  return key !== null && (await meetingByKey(ctx, key)) ? { key, rest } : null
}

const meetingThenDate = /^(.{1,40}?)\s+(?:sang|qua|thành|thanh)\s+(.+)$/iu
const monthThenRest = /^((?:tháng|thang)\s+\d{1,2})(?![\d/-])\s*(.*)$/iu

/** `2027-02`, `x1`, "tháng 2", "02/2027", or the day of a meeting. */
export async function readKey(ctx: Ctx, text: string): Promise<string | null> {
  const typed = fold(text)
  if (isKey(typed)) return typed
  const ofYear = /^(?:thang )?(\d{1,2})[/-](\d{4})$/u.exec(typed)
  if (ofYear) return `${ofYear[2]!}-${twoDigits(Number(ofYear[1]))}`
  const ofMonth = /^(?:thang |t)?(\d{1,2})$/u.exec(typed)
  if (ofMonth) return nextSuch(monthOf(today(ctx)), Number(ofMonth[1]))
  const day = parseDate(text, today(ctx))
  if ('error' in day) return null
  return (await upcoming(ctx, { cancelled: true })).find(({ date }) => date === day.date)?.key ?? null
}

function nextSuch(from: string, number: number): string | null {
  for (let ahead = 0; ahead < 12; ahead++) {
    const month = addMonths(from, ahead)
    if (Number(month.slice(5)) === number) return month
  }
  return null
}

/** A day from today on, as ISO; without a month, one of the month that is spoken of. */
export function readDate(ctx: Ctx, text: string, month?: string): Reading {
  const reading = parseDate(text, today(ctx), month)
  if ('error' in reading)
    return { again: reading.error === 'no-such-day' ? 'lichhop-no-such-day' : 'lichhop-date-unclear' }
  return reading.date < today(ctx) ? { again: 'lichhop-past' } : { value: reading.date }
}

/** HH:MM, on `date` and not past. */
export function readTime(ctx: Ctx, text: string, date: string): Reading {
  const reading = parseTime(text)
  if ('error' in reading) return { again: 'lichhop-no-such-time' }
  return instant(date, reading.time) <= ctx.at ? { again: 'lichhop-past-time' } : { value: reading.time }
}

export function readPlace(text: string): Reading {
  const place = text
    .replace(/\p{C}+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
  return place === '' || place.length > longestPlace ? { again: 'lichhop-place-unclear' } : { value: place }
}

/** What `inline` hands on of a line whose date or time makes no sense: the question that can say so. */
export function wrongPart(
  line: string,
  { error, date }: { error?: string; date?: string },
): { date: string; time?: string } | null {
  if (error === undefined) return null
  return error === 'no-such-time' && date !== undefined ? { date, time: line } : { date: line }
}
