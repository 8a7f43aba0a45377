import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { calendarOf } from '../../../src/domain/calendar/calendar.js'
import { addDays, instant, localDate, localTime, minute, twoDigits } from '../../../src/domain/calendar/local-time.js'
import { defaultQuietHours, quietUntil, type QuietHours } from '../../../src/domain/calendar/quiet-hours.js'
import { holidaysOf } from '../../../src/rules/holidays.js'

const calendar = calendarOf(holidaysOf)
const until = (date: string, time: string, quiet: QuietHours = defaultQuietHours, ignoreNoon = false): string => {
  const end = quietUntil(instant(date, time), quiet, calendar, { ignoreNoon })
  return `${localDate(end)} ${localTime(end)}`
}

describe('an ordinary day', () => {
  test.each([
    ['05:59', '06:00'],
    ['06:00', '06:00'],
    ['11:29', '11:29'],
    ['11:30', '13:30'],
    ['13:29', '13:30'],
    ['13:30', '13:30'],
    ['21:29', '21:29'],
    ['00:00', '06:00'],
  ])('%s may speak at %s', (time, free) => {
    expect(until('2027-03-03', time)).toBe(`2027-03-03 ${free}`)
  })

  test('an evening waits for the next morning', () => {
    expect(until('2027-03-03', '21:30')).toBe('2027-03-04 06:00')
    expect(until('2027-12-31', '23:59')).toBe('2028-01-01 06:00')
  })

  test('seconds before the end still wait, and nothing is rounded', () => {
    const end = instant('2027-03-03', '06:00')
    expect(quietUntil(end - 1, defaultQuietHours, calendar)).toBe(end)
    expect(quietUntil(end + 1, defaultQuietHours, calendar)).toBe(end + 1)
  })

  test('the noon rest may be passed over, the night not', () => {
    expect(until('2027-03-03', '12:00', defaultQuietHours, true)).toBe('2027-03-03 12:00')
    expect(until('2027-03-03', '22:00', defaultQuietHours, true)).toBe('2027-03-04 06:00')
  })
})

describe('Tết', () => {
  test('is quiet from the night before its eve to the morning after mùng 4', () => {
    expect(until('2027-02-04', '21:29')).toBe('2027-02-04 21:29')
    expect(until('2027-02-04', '21:30')).toBe('2027-02-10 06:00')
    expect(until('2027-02-06', '09:00')).toBe('2027-02-10 06:00')
    expect(until('2027-02-10', '09:00')).toBe('2027-02-10 09:00')
  })

  test('is like other days for a branch that wants it so', () => {
    expect(until('2027-02-06', '09:00', { ...defaultQuietHours, tet: false })).toBe('2027-02-06 09:00')
  })
})

test('a branch without a noon rest speaks at noon', () => {
  expect(until('2027-03-03', '12:00', { ...defaultQuietHours, noon: null })).toBe('2027-03-03 12:00')
})

test('spans that touch are one', () => {
  const quiet: QuietHours = { night: ['20:00', '07:00'], noon: ['07:00', '09:00'], tet: false }
  expect(until('2027-03-03', '23:00', quiet)).toBe('2027-03-04 09:00')
})

test('a night that ends where it begins is none', () => {
  expect(until('2027-03-03', '22:00', { night: ['22:00', '22:00'], noon: null, tet: true })).toBe('2027-03-03 22:00')
})

test('hours that leave no free minute hold nothing back', () => {
  const quiet: QuietHours = { night: ['12:00', '06:00'], noon: ['06:00', '12:00'], tet: true }
  expect(until('2027-03-03', '08:00', quiet)).toBe('2027-03-03 08:00')
})

const times = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([h, m]) => `${twoDigits(h)}:${twoDigits(m)}`)
const instants = fc
  .tuple(fc.integer({ min: 0, max: 11_000 }), fc.integer({ min: 0, max: 24 * 60 * minute - 1 }))
  .map(([days, ms]) => instant(addDays('2020-02-01', days), '00:00') + ms)

test('never goes back, is free at its end, and every minute before that end is quiet', () => {
  const quiets: fc.Arbitrary<QuietHours> = fc.record({
    night: fc.tuple(times, times),
    noon: fc.option(fc.tuple(times, times)),
    tet: fc.boolean(),
  })
  fc.assert(
    fc.property(
      instants,
      quiets,
      fc.boolean(),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (at, quiet, ignoreNoon, share) => {
        const options = { ignoreNoon }
        const end = quietUntil(at, quiet, calendar, options)
        expect(end).toBeGreaterThanOrEqual(at)
        expect(quietUntil(end, quiet, calendar, options)).toBe(end)
        if (end > at) {
          const between = at + Math.floor((end - at - 1) * share)
          expect(quietUntil(between, quiet, calendar, options)).toBe(end)
        }
      },
    ),
    { numRuns: 1000 },
  )
})
