import { addDays, weekday, yearOf } from './local-time.js'
import { toLunar } from './lunar.js'

export type DayKind = 'working' | 'weekend' | 'off' | 'lieu' | 'swapped-workday'

/** One dated line of a holiday pack. `lieu`: a day in lieu; `swapped-workday`: a Saturday worked for a day given free. */
export interface Holiday {
  date: string
  kind: 'off' | 'lieu' | 'swapped-workday'
  /** Key of its name; the words are `holiday-<name>`. */
  name: string
  /** No notice or law has settled it yet: it is assumed. */
  provisional?: true
}

/** A branch's own word on one day; it wins over the pack. `working` makes it an ordinary day again. */
export interface HolidayOverride {
  date: string
  kind: Exclude<DayKind, 'weekend'>
  name?: string
}

/** What a day is, as one branch sees it. Dates are ISO, in Vietnam. */
export interface Calendar {
  dayKind(date: string): { kind: DayKind; name: string | null }
  isWorkingDay(date: string): boolean
  /** The first working day after `date`, itself excluded. */
  nextWorkingDay(date: string): string
  /** The last working day before `date`, itself excluded. */
  previousWorkingDay(date: string): string
  /** The quiet days of Tết: mùng 1–3 always, and whatever else the pack or the branch gives off for Tết. */
  isTet(date: string): boolean
  /** A working day in the busy weeks of Tết, 23 Chạp to mùng 6: allowed, but worth a warning. */
  isNearTet(date: string): boolean
}

/** `holidaysOf` is the rule pack, a year at a time; `overrides` the branch's corrections, of which the last of a day counts. */
export function calendarOf(
  holidaysOf: (year: number) => readonly Holiday[],
  overrides: readonly HolidayOverride[] = [],
): Calendar {
  const years = new Map<number, Map<string, Holiday>>()
  const own = new Map(overrides.map((override) => [override.date, override]))

  function marked(date: string): Holiday | HolidayOverride | undefined {
    const override = own.get(date)
    if (override) return override
    const year = yearOf(date)
    let days = years.get(year)
    if (!days) {
      days = new Map(holidaysOf(year).map((holiday) => [holiday.date, holiday]))
      years.set(year, days)
    }
    return days.get(date)
  }

  function dayKind(date: string): { kind: DayKind; name: string | null } {
    const mark = marked(date)
    if (mark) return { kind: mark.kind, name: mark.name ?? null }
    return { kind: weekday(date) >= 6 ? 'weekend' : 'working', name: null }
  }

  function isWorkingDay(date: string): boolean {
    const { kind } = dayKind(date)
    return kind === 'working' || kind === 'swapped-workday'
  }

  function workingDay(date: string, step: 1 | -1): string {
    let candidate = addDays(date, step)
    while (!isWorkingDay(candidate)) candidate = addDays(candidate, step)
    return candidate
  }

  return {
    dayKind,
    isWorkingDay,
    nextWorkingDay: (date) => workingDay(date, 1),
    previousWorkingDay: (date) => workingDay(date, -1),
    isTet(date) {
      const { day, month, leap } = toLunar(date)
      if (month === 1 && !leap && day <= 3) return true
      const { kind, name } = dayKind(date)
      return kind === 'off' && name === 'tet'
    },
    isNearTet(date) {
      const { day, month, leap } = toLunar(date)
      return !leap && ((month === 12 && day >= 23) || (month === 1 && day <= 6))
    },
  }
}
