import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { addDays } from '../../../src/domain/calendar/local-time.js'
import { fromLunar, lunarMonthLength, toLunar, yearName } from '../../../src/domain/calendar/lunar.js'
import { referenceCalendar } from './lunar-reference.js'

const newYear = (year: number): string | null => fromLunar({ day: 1, month: 1, leap: false, year })
const dates = fc.integer({ min: 0, max: 27_393 }).map((days) => addDays('1976-01-01', days))

test('every day of 2020 to 2050 is the day an ephemeris gives', () => {
  const reference = referenceCalendar(2020, 2050)
  expect(reference.size).toBe(11_323)
  const wrong = [...reference].filter(([date, lunar]) => JSON.stringify(toLunar(date)) !== JSON.stringify(lunar))
  expect(wrong).toEqual([])
})

// year, Tết, Giỗ Tổ, leap month, its first day
test.each([
  [2024, '2024-02-10', '2024-04-18', null, null],
  [2025, '2025-01-29', '2025-04-07', 6, '2025-07-25'],
  [2026, '2026-02-17', '2026-04-26', null, null],
  [2027, '2027-02-06', '2027-04-16', null, null],
  [2028, '2028-01-26', '2028-04-04', 5, '2028-06-23'],
  [2029, '2029-02-13', '2029-04-23', null, null],
  [2030, '2030-02-02', '2030-04-12', null, null],
  [2031, '2031-01-23', '2031-04-01', 3, '2031-04-21'],
  [2032, '2032-02-11', '2032-04-19', null, null],
])('%i has its Tết, Giỗ Tổ and leap month', (year, tet, hungKings, leapMonth, leapStart) => {
  expect(newYear(year)).toBe(tet)
  expect(fromLunar({ day: 10, month: 3, leap: false, year })).toBe(hungKings)
  for (let month = 1; month <= 12; month++) {
    expect(fromLunar({ day: 1, month, leap: true, year })).toBe(month === leapMonth ? leapStart : null)
  }
})

test('Tết is not the Chinese new year where the two differ', () => {
  expect(newYear(1985)).toBe('1985-01-21')
  expect(newYear(2007)).toBe('2007-02-17')
  expect(newYear(2030)).toBe('2030-02-02')
})

test('the day before Tết belongs to Chạp of the year before', () => {
  expect(toLunar('2027-02-03')).toEqual({ day: 27, month: 12, leap: false, year: 2026 })
  expect(toLunar('2027-02-05')).toEqual({ day: 29, month: 12, leap: false, year: 2026 })
  expect(toLunar('2027-02-06')).toEqual({ day: 1, month: 1, leap: false, year: 2027 })
})

test('a date goes to the lunar calendar and back', () => {
  fc.assert(fc.property(dates, (date) => fromLunar(toLunar(date)) === date))
})

test('a day is followed by the next of its month or by the first of another', () => {
  fc.assert(
    fc.property(dates, (date) => {
      fc.pre(date < '2050-12-31')
      const today = toLunar(date)
      const tomorrow = toLunar(addDays(date, 1))
      const length = lunarMonthLength(today)
      expect([29, 30]).toContain(length)
      expect(tomorrow.day).toBe(today.day === length ? 1 : today.day + 1)
    }),
  )
})

describe('refuses', () => {
  test('a 30th in a month of 29 days, day 0 and day 31', () => {
    expect(lunarMonthLength({ month: 12, leap: false, year: 2026 })).toBe(29)
    for (const day of [0, 1.5, 30, 31]) expect(fromLunar({ day, month: 12, leap: false, year: 2026 })).toBeNull()
  })

  test('a month the year does not have', () => {
    expect(lunarMonthLength({ month: 13, leap: false, year: 2027 })).toBeNull()
    expect(lunarMonthLength({ month: 5, leap: true, year: 2027 })).toBeNull()
    expect(lunarMonthLength({ month: 5, leap: true, year: 2028 })).toBe(29)
  })

  test('years outside 1976 to 2050, on both sides', () => {
    expect(toLunar('1976-01-01')).toEqual({ day: 1, month: 12, leap: false, year: 1975 })
    expect(toLunar('2050-12-31').year).toBe(2050)
    for (const date of ['1975-12-31', '2051-01-01']) expect(() => toLunar(date)).toThrow(RangeError)
    expect(() => newYear(2051)).toThrow(RangeError)
    expect(() => newYear(1974)).toThrow(RangeError)
    expect(() => newYear(1975)).toThrow(RangeError)
    expect(() => fromLunar({ day: 29, month: 12, leap: false, year: 2050 })).toThrow(RangeError)
  })
})

test('years have their can-chi names', () => {
  const named = [1984, 2024, 2026, 2027, 2028, 2050].map(yearName)
  expect(named).toEqual(['Giáp Tý', 'Giáp Thìn', 'Bính Ngọ', 'Đinh Mùi', 'Mậu Thân', 'Canh Ngọ'])
  expect(new Set(Array.from({ length: 60 }, (_, year) => yearName(1990 + year))).size).toBe(60)
})
