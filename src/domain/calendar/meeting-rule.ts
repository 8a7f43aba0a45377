import type { Calendar, DayKind } from './calendar.js'
import { addDays, dateIn, daysInMonth, monthOf, weekday } from './local-time.js'
import { toLunar } from './lunar.js'

/** Day of the month; n-th weekday (1 = Monday … 7 = Sunday, -1 the last one); or a lunar day (1–30). */
export type MeetingRule = { day: number } | { weekday: number; nth: 1 | 2 | 3 | 4 | 5 | -1 } | { lunarDay: number }

export const conflictPolicies = ['keep', 'next-working', 'previous-working', 'ask'] as const
export type ConflictPolicy = (typeof conflictPolicies)[number]

interface Conflict {
  /** `near-tet`: a working day close to Tết, allowed but worth a word. */
  kind: Exclude<DayKind, 'working' | 'swapped-workday'> | 'near-tet'
  /** Key of the holiday's name, if it has one. */
  name: string | null
}

export interface ResolvedDate {
  /** Where the meeting stands now. */
  date: string
  /** The day the rule names, before any policy. */
  ruleDate: string
  /** What to propose to the secretary; other than `date` only where `ask` is true. */
  proposed: string
  conflict: Conflict | null
  /** `date` is not `ruleDate`. */
  moved: boolean
  /** The branch wants to choose itself; until it does, the rule's date stands. */
  ask: boolean
}

/**
 * The one day of a month (YYYY-MM) that a rule names; never outside of it. A day or an n-th weekday the month does not
 * have is its last. A lunar day that comes twice is the first; one that does not come is the nearest in number, the
 * earlier of two: a 30th in a short month is the 29th, and one that February skips is its first day.
 */
export function ruleDate(rule: MeetingRule, month: string): string {
  const length = daysInMonth(month)
  if ('day' in rule) return dateIn(month, Math.min(rule.day, length))
  if ('weekday' in rule) {
    const first = 1 + ((rule.weekday - weekday(dateIn(month, 1)) + 7) % 7)
    const last = first + Math.floor((length - first) / 7) * 7
    return dateIn(month, rule.nth === -1 ? last : Math.min(first + (rule.nth - 1) * 7, last))
  }
  let nearest = { date: '', distance: Infinity }
  for (let day = 1; day <= length; day++) {
    const date = dateIn(month, day)
    const distance = Math.abs(toLunar(date).day - rule.lunarDay)
    if (distance < nearest.distance) nearest = { date, distance }
  }
  return nearest.date
}

/** The date of a month's regular meeting, by rule and policy. It never leaves the month: one meeting every month is the rule. */
export function resolveDate(input: {
  rule: MeetingRule
  month: string
  policy: ConflictPolicy
  calendar: Calendar
}): ResolvedDate {
  const { rule, month, policy, calendar } = input
  const named = ruleDate(rule, month)
  const settled = { date: named, ruleDate: named, proposed: named, moved: false, ask: false }
  if (calendar.isWorkingDay(named)) {
    return { ...settled, conflict: calendar.isNearTet(named) ? { kind: 'near-tet', name: 'tet' } : null }
  }
  const { kind, name } = calendar.dayKind(named)
  const conflict = { kind, name } as Conflict
  if (policy === 'keep') return { ...settled, conflict }

  const proposed = workingDayNear(named, month, policy === 'previous-working' ? -1 : 1, calendar)
  if (policy === 'ask') return { ...settled, proposed, conflict, ask: true }
  return { date: proposed, ruleDate: named, proposed, conflict, moved: proposed !== named, ask: false }
}

/** In one direction, then in the other, never beyond the month; the date itself where the month has no working day. */
function workingDayNear(date: string, month: string, step: 1 | -1, calendar: Calendar): string {
  for (const direction of [step, -step]) {
    for (let near = addDays(date, direction); monthOf(near) === month; near = addDays(near, direction)) {
      if (calendar.isWorkingDay(near)) return near
    }
  }
  return date
}
