import { dateOfDay, dayNumber, yearOf, zone } from './local-time.js'

/**
 * The Vietnamese lunar calendar, by the method Hồ Ngọc Đức published (truncated series for new moons and the sun, after
 * Meeus), at UTC+7. Not the Chinese calendar, which is reckoned at UTC+8 and has another Tết in 2030.
 *
 * Checked against an ephemeris; after 2050 a new moon falls within minutes of midnight where these series no longer
 * decide, so other years are refused.
 */
export const lunarYears = { first: 1976, last: 2050 } as const

export interface LunarDate extends LunarMonth {
  day: number
}

export interface LunarMonth {
  /** 1–12; a leap month bears the number of the month before it. */
  month: number
  leap: boolean
  year: number
}

/** A RangeError outside 1976–2050. */
export function toLunar(date: string): LunarDate {
  const day = dayNumber(date)
  const year = within(yearOf(date))
  const later = monthsBetweenSolstices(year + 1)
  const months = day >= later[0]!.start ? later : monthsBetweenSolstices(year)
  const { start, month, leap, year: lunarYear } = months.findLast((candidate) => candidate.start <= day)!
  return { day: day - start + 1, month, leap, year: lunarYear }
}

/** Null where that lunar day does not exist; a RangeError where it lies outside 1976–2050. */
export function fromLunar({ day, month, leap, year }: LunarDate): string | null {
  const found = findMonth({ month, leap, year })
  if (!found || !Number.isInteger(day) || day < 1 || day > found.length) return null
  const date = dateOfDay(found.start + day - 1)
  within(yearOf(date))
  return date
}

/** 29 or 30; null where the year has no such month. */
export const lunarMonthLength = (month: LunarMonth): number | null => findMonth(month)?.length ?? null

const stems = ['Giáp', 'Ất', 'Bính', 'Đinh', 'Mậu', 'Kỷ', 'Canh', 'Tân', 'Nhâm', 'Quý']
const branches = ['Tý', 'Sửu', 'Dần', 'Mão', 'Thìn', 'Tỵ', 'Ngọ', 'Mùi', 'Thân', 'Dậu', 'Tuất', 'Hợi']

/** The can-chi name of a lunar year: 2026 is 'Bính Ngọ'. */
export const yearName = (lunarYear: number): string =>
  `${stems[(lunarYear + 6) % 10]!} ${branches[(lunarYear + 8) % 12]!}`

function within(year: number): number {
  if (year >= lunarYears.first && year <= lunarYears.last) return year
  throw new RangeError(`the lunar calendar is known from ${lunarYears.first} to ${lunarYears.last}, not in ${year}`)
}

interface Month extends LunarMonth {
  /** Day number of its first day. */
  start: number
  length: number
}

function findMonth({ month, leap, year }: LunarMonth): Month | undefined {
  // The last two months of the year before the first one still reach into 1976.
  if (year !== lunarYears.first - 1) within(year)
  const months = monthsBetweenSolstices(month >= 11 ? year + 1 : year)
  return months.find((candidate) => candidate.month === month && candidate.leap === leap)
}

const known = new Map<number, Month[]>()

/** The months from the 11th of the year before up to the 11th of this one, which is not included. */
function monthsBetweenSolstices(year: number): Month[] {
  const ready = known.get(year)
  if (ready) return ready
  const first = solsticeMoon(year - 1)
  const count = solsticeMoon(year) - first
  const months: Month[] = []
  let number = 11
  let leapGiven = false
  for (let moon = first; moon < first + count; moon++) {
    const start = newMoonDay(moon)
    const next = newMoonDay(moon + 1)
    // Thirteen moons between two solstices: the first whose days see the sun enter no new sign is the leap month.
    const leap = count === 13 && !leapGiven && moon > first && sunSign(start) === sunSign(next)
    if (leap) leapGiven = true
    else if (moon > first) number = (number % 12) + 1
    months.push({ start, length: next - start, month: number, leap, year: number >= 11 ? year - 1 : year })
  }
  known.set(year, months)
  return months
}

/** The number of the new moon that begins the month of the winter solstice, which is always the 11th. */
function solsticeMoon(year: number): number {
  const lastDay = dayNumber(`${year}-12-31`)
  let moon = Math.ceil((julianNumber(lastDay) - firstNewMoon) / meanMonth) + 1
  while (newMoonDay(moon) > lastDay) moon--
  return sunSign(newMoonDay(moon)) >= solsticeSign ? moon - 1 : moon
}

/** Julian date of the mean new moon numbered 0, in January 1900, and the mean length of a month, in days. */
const firstNewMoon = 2415020.75933
const meanMonth = 29.53058868
/** The sun enters its ninth sign of thirty degrees, counted from 0, at the winter solstice. */
const solsticeSign = 9

const julianNumber = (day: number): number => day + 2440588
const sine = (degrees: number): number => Math.sin((degrees * Math.PI) / 180)

/** Day number, in Vietnam, of the new moon with this number. */
function newMoonDay(moon: number): number {
  const t = moon / 1236.85
  const mean =
    firstNewMoon +
    meanMonth * moon +
    (0.0001178 - 0.000000155 * t) * t * t +
    0.00033 * sine(166.56 + (132.87 - 0.009173 * t) * t)
  const sun = 359.2242 + 29.10535608 * moon - (0.0000333 + 0.00000347 * t) * t * t
  const self = 306.0253 + 385.81691806 * moon + (0.0107306 + 0.00001236 * t) * t * t
  const node = 21.2964 + 390.67050646 * moon - (0.0016528 + 0.00000239 * t) * t * t
  const correction =
    (0.1734 - 0.000393 * t) * sine(sun) +
    0.0021 * sine(2 * sun) -
    0.4068 * sine(self) +
    0.0161 * sine(2 * self) -
    0.0004 * sine(3 * self) +
    0.0104 * sine(2 * node) -
    0.0051 * sine(sun + self) -
    0.0074 * sine(sun - self) +
    0.0004 * sine(2 * node + sun) -
    0.0004 * sine(2 * node - sun) -
    0.0006 * sine(2 * node + self) +
    0.001 * sine(2 * node - self) +
    0.0005 * sine(2 * self + sun)
  const clockDrift = -0.000278 + (0.000265 + 0.000262 * t) * t
  return Math.floor(mean + correction - clockDrift + 0.5 + zone.hours / 24) - 2440588
}

/** The sign (0–11) in which the sun stands when this day begins in Vietnam. */
function sunSign(day: number): number {
  const t = (julianNumber(day) - 0.5 - zone.hours / 24 - 2451545) / 36525
  const anomaly = 357.5291 + (35999.0503 - (0.0001559 + 0.00000048 * t) * t) * t
  const longitude =
    280.46645 +
    (36000.76983 + 0.0003032 * t) * t +
    (1.9146 - (0.004817 + 0.000014 * t) * t) * sine(anomaly) +
    (0.019993 - 0.000101 * t) * sine(2 * anomaly) +
    0.00029 * sine(3 * anomaly)
  return Math.floor((((longitude % 360) + 360) % 360) / 30)
}
