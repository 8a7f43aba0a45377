import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { calendarOf, type HolidayOverride } from '../../../src/domain/calendar/calendar.js'
import { addDays, weekday } from '../../../src/domain/calendar/local-time.js'
import { holidaysOf } from '../../../src/rules/holidays.js'

const calendar = calendarOf(holidaysOf)
const dates = fc.integer({ min: 0, max: 11_000 }).map((days) => addDays('2020-02-01', days))

test('names what a day is', () => {
  expect(calendar.dayKind('2027-02-03')).toEqual({ kind: 'working', name: null })
  expect(calendar.dayKind('2027-01-03')).toEqual({ kind: 'weekend', name: null })
  expect(calendar.dayKind('2027-05-01')).toEqual({ kind: 'off', name: 'labour-day' })
  expect(calendar.dayKind('2027-05-03')).toEqual({ kind: 'lieu', name: 'labour-day' })
  expect(calendar.dayKind('2026-08-22')).toEqual({ kind: 'swapped-workday', name: 'national-day' })
})

test('a Saturday worked for another day is a working day', () => {
  expect(calendar.isWorkingDay('2026-08-22')).toBe(true)
  expect(calendar.previousWorkingDay('2026-08-23')).toBe('2026-08-22')
})

test('walks over a long holiday in both directions', () => {
  expect(calendar.nextWorkingDay('2027-02-04')).toBe('2027-02-12')
  expect(calendar.previousWorkingDay('2027-02-12')).toBe('2027-02-04')
  expect(calendar.nextWorkingDay('2026-12-31')).toBe('2027-01-04')
})

test('the next and the previous working day leave no working day out', () => {
  fc.assert(
    fc.property(dates, (date) => {
      const next = calendar.nextWorkingDay(date)
      expect(calendar.isWorkingDay(next)).toBe(true)
      for (let day = addDays(date, 1); day < next; day = addDays(day, 1)) expect(calendar.isWorkingDay(day)).toBe(false)
      const previous = calendar.previousWorkingDay(next)
      expect(previous).toBe(calendar.isWorkingDay(date) ? date : calendar.previousWorkingDay(date))
    }),
  )
})

describe('a branch', () => {
  const own = (...overrides: HolidayOverride[]) => calendarOf(holidaysOf, overrides)

  test('corrects the second day of Quốc khánh', () => {
    const corrected = own(
      { date: '2027-09-01', kind: 'off', name: 'national-day' },
      { date: '2027-09-03', kind: 'working' },
    )
    expect(corrected.dayKind('2027-09-01')).toEqual({ kind: 'off', name: 'national-day' })
    expect(corrected.isWorkingDay('2027-09-03')).toBe(true)
    expect(calendar.isWorkingDay('2027-09-03')).toBe(false)
  })

  test('works on a Sunday if it says so', () => {
    expect(own({ date: '2027-01-03', kind: 'swapped-workday' }).isWorkingDay('2027-01-03')).toBe(true)
  })

  test('is believed in its last word on a day', () => {
    const changed = own({ date: '2027-09-03', kind: 'working' }, { date: '2027-09-03', kind: 'lieu' })
    expect(changed.dayKind('2027-09-03')).toEqual({ kind: 'lieu', name: null })
  })

  test('may shorten the quiet days of Tết, but never takes mùng 1 to 3', () => {
    const worked = own({ date: '2027-02-05', kind: 'working' }, { date: '2027-02-06', kind: 'working' })
    expect(worked.isTet('2027-02-05')).toBe(false)
    expect(worked.isTet('2027-02-06')).toBe(true)
    expect(own({ date: '2027-02-10', kind: 'off', name: 'tet' }).isTet('2027-02-10')).toBe(true)
  })
})

test('Tết is quiet from its eve to mùng 4 in 2027; its days in lieu are not', () => {
  const around = ['2027-02-04', '2027-02-05', '2027-02-06', '2027-02-09', '2027-02-10']
  expect(around.map((date) => calendar.isTet(date))).toEqual([false, true, true, true, false])
})

test('the weeks around Tết run from 23 Chạp to mùng 6', () => {
  const around = ['2027-01-29', '2027-01-30', '2027-02-03', '2027-02-11', '2027-02-12']
  expect(around.map((date) => calendar.isNearTet(date))).toEqual([false, true, true, true, false])
})

test('without a pack only weekends and mùng 1 to 3 remain', () => {
  const bare = calendarOf(() => [])
  fc.assert(fc.property(dates, (date) => bare.isWorkingDay(date) === weekday(date) <= 5))
  expect(bare.isTet('2027-02-08')).toBe(true)
  expect(bare.isTet('2027-02-09')).toBe(false)
})
