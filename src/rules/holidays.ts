import { createHash } from 'node:crypto'
import type { Holiday } from '../domain/calendar/calendar.js'
import { addDays, weekday } from '../domain/calendar/local-time.js'
import { fromLunar, lunarYears } from '../domain/calendar/lunar.js'

/**
 * National holidays. Sources:
 * - Bộ luật Lao động 2019, art. 111 (a holiday on a weekly day of rest gives the next working day in lieu) and 112 (which days).
 * - Days of Tết, second day of Quốc khánh, swapped working days: a notice of the Bộ Nội vụ every autumn for the year to come.
 * - Ngày Văn hóa Việt Nam, 24/11: Nghị quyết 80-NQ/TW of 07/01/2026. Art. 112 still has to be amended, so it stays provisional,
 *   and the swap proposed around it in 2026 is left out.
 *
 * A branch corrects any day by its own overrides; a new notice is a new entry in `notices`.
 */
interface YearNotice {
  /** What the days below were taken from; where they are `decided`, at least two publications, each with its day. */
  sources: readonly string[]
  decided: boolean
  /** The five days of Tết, first and last. */
  tet: [string, string]
  /** The day off beside 02/9. */
  nationalDayNeighbour: string
  /** Day given free, and the Saturday worked for it. */
  swaps: { free: string; worked: string; name: string }[]
}

const notices: Record<number, YearNotice> = {
  2026: {
    sources: [
      'Tết, Quốc khánh and 22/8 for 31/8: Bộ Nội vụ, in Việt Nam News 17/10/2025 (vietnamnews.vn 1727514)',
      'the same plan, approved 13/10/2025: VNA 14/10/2025 (vietnam.vnanet.vn 411509), SGGP 14/10/2025 (en.sggp.org.vn post120979)',
      '10/01 for 02/01: Phó Thủ tướng, in Việt Nam News 25/12/2025 (vietnamnews.vn 1732658)',
      'the same: Help All 25/12/2025 (helpall247.com, 2026-new-year-holiday-4-days)',
    ],
    decided: true,
    tet: ['2026-02-16', '2026-02-20'],
    nationalDayNeighbour: '2026-09-01',
    swaps: [
      { free: '2026-01-02', worked: '2026-01-10', name: 'new-year' },
      { free: '2026-08-31', worked: '2026-08-22', name: 'national-day' },
    ],
  },
  2027: {
    sources: ['assumed after the law and earlier years: the last day of Chạp to mùng 4; 03/9. No notice found yet'],
    decided: false,
    tet: ['2027-02-05', '2027-02-09'],
    nationalDayNeighbour: '2027-09-03',
    swaps: [],
  },
  2028: {
    sources: ['assumed after the law and earlier years: the last day of Chạp to mùng 4; 01/9 as in 2023'],
    decided: false,
    tet: ['2028-01-25', '2028-01-29'],
    nationalDayNeighbour: '2028-09-01',
    swaps: [],
  },
}

/** Years whose list was put together by a person; any other is computed and should be warned of. */
export const knownYears: readonly number[] = Object.keys(notices).map(Number)

export const hasYear = (year: number): boolean => year in notices

/** What a year was put together from, and whether its notices are out. */
export function groundsOf(year: number): { sources: readonly string[]; decided: boolean } {
  const { sources, decided } = notices[year] ?? assume(year)
  return { sources, decided }
}

const computed = new Map<number, readonly Holiday[]>()

/** All marked days of a year, by date, each date once. A RangeError outside the years of the lunar calendar. */
export function holidaysOf(year: number): readonly Holiday[] {
  const ready = computed.get(year)
  if (ready) return ready
  const list = build(year, notices[year] ?? assume(year))
  computed.set(year, list)
  return list
}

/** Changes whenever any day of any year changes, and only then. */
export function packHash(): string {
  const hash = createHash('sha256')
  for (let year: number = lunarYears.first; year <= lunarYears.last; year++)
    hash.update(JSON.stringify(holidaysOf(year)))
  return hash.digest('hex').slice(0, 16)
}

function assume(year: number): YearNotice {
  const newYearsDay = lunarDay(year, 1, 1)
  return {
    sources: ['the law alone'],
    decided: false,
    tet: [addDays(newYearsDay, -1), addDays(newYearsDay, 3)],
    nationalDayNeighbour: isWeekend(`${year}-09-03`) ? `${year}-09-01` : `${year}-09-03`,
    swaps: [],
  }
}

function build(year: number, notice: YearNotice): Holiday[] {
  const days = new Map<string, Holiday>()
  const mark = (date: string, kind: Holiday['kind'], name: string, provisional = false) => {
    if (!days.has(date)) days.set(date, provisional ? { date, kind, name, provisional } : { date, kind, name })
  }

  mark(`${year}-01-01`, 'off', 'new-year')
  for (let date = notice.tet[0]; date <= notice.tet[1]; date = addDays(date, 1))
    mark(date, 'off', 'tet', !notice.decided)
  mark(lunarDay(year, 3, 10), 'off', 'hung-kings')
  mark(`${year}-04-30`, 'off', 'victory-day')
  mark(`${year}-05-01`, 'off', 'labour-day')
  mark(`${year}-09-02`, 'off', 'national-day')
  mark(notice.nationalDayNeighbour, 'off', 'national-day', !notice.decided)
  if (year >= 2026) mark(`${year}-11-24`, 'off', 'culture-day', true)

  for (const { date, name, provisional } of [...days.values()].sort(byDate)) {
    if (!isWeekend(date)) continue
    let lieu = addDays(date, 1)
    while (isWeekend(lieu) || days.has(lieu)) lieu = addDays(lieu, 1)
    mark(lieu, 'lieu', name, provisional)
  }
  for (const { free, worked, name } of notice.swaps) {
    mark(free, 'off', name)
    mark(worked, 'swapped-workday', name)
  }
  return [...days.values()].sort(byDate)
}

const lunarDay = (year: number, month: number, day: number): string => fromLunar({ day, month, leap: false, year })!
const isWeekend = (date: string): boolean => weekday(date) >= 6
const byDate = (a: Holiday, b: Holiday): number => (a.date < b.date ? -1 : 1)
