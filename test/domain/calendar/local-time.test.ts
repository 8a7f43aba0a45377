import { execFileSync } from 'node:child_process'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  addDays,
  addMonths,
  daysInMonth,
  instant,
  isDate,
  isTime,
  localDate,
  localTime,
  monthOf,
  weekday,
} from '../../../src/domain/calendar/local-time.js'

const dates = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1976-01-01', days))
const minutes = fc.integer({ min: Date.UTC(1976, 0, 1) / 60_000, max: Date.UTC(2050, 11, 31) / 60_000 })

test('the day changes at 17:00 UTC', () => {
  expect(localDate(Date.UTC(2027, 1, 2, 16, 59, 59, 999))).toBe('2027-02-02')
  expect(localDate(Date.UTC(2027, 1, 2, 17))).toBe('2027-02-03')
  expect(localTime(Date.UTC(2027, 1, 3, 7, 0, 59))).toBe('14:00')
  expect(instant('2027-02-03', '14:00')).toBe(Date.UTC(2027, 1, 3, 7))
})

test('an instant of a whole minute comes back as it went', () => {
  fc.assert(fc.property(minutes, (at) => instant(localDate(at * 60_000), localTime(at * 60_000)) === at * 60_000))
})

test('agrees with the zone data of the platform on every month of 1976 to 2050', () => {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Ho_Chi_Minh',
    dateStyle: 'short',
    timeStyle: 'short',
  })
  for (let month = '1976-01'; month <= '2050-12'; month = addMonths(month, 1)) {
    const at = Date.parse(`${month}-01T20:15:00Z`)
    expect(`${localDate(at)} ${localTime(at)}`).toBe(format.format(at))
  }
})

test('weekdays count from Monday, before 1970 too', () => {
  expect(weekday('2027-02-03')).toBe(3)
  expect(weekday('2027-02-07')).toBe(7)
  expect(weekday('1969-12-29')).toBe(1)
  fc.assert(fc.property(dates, (date) => weekday(addDays(date, 1)) === (weekday(date) % 7) + 1))
})

test('months have their lengths, and a year has twelve', () => {
  expect(['2027-02', '2028-02', '2027-04', '2027-12'].map(daysInMonth)).toEqual([28, 29, 30, 31])
  expect(addMonths('2027-12', 1)).toBe('2028-01')
  expect(addMonths('2027-01', -1)).toBe('2026-12')
  expect(addMonths('2027-01', -25)).toBe('2024-12')
  expect(monthOf('2027-02-03')).toBe('2027-02')
  fc.assert(
    fc.property(dates, fc.integer({ min: -500, max: 500 }), (date, count) => {
      expect(addMonths(addMonths(monthOf(date), count), -count)).toBe(monthOf(date))
      expect(addDays(addDays(date, count), -count)).toBe(date)
    }),
  )
})

test.each(['2027-02-29', '2027-13-01', '2027-00-10', '2027-2-3', '2027-04-31', '0099-01-01', '2027-02-03T00:00', ''])(
  '%p is no date',
  (text) => {
    expect(isDate(text)).toBe(false)
    expect(() => instant(text, '08:00')).toThrow(RangeError)
  },
)

test.each(['24:00', '7:30', '12:60', '12:5', '', '12:00:00'])('%p is no time', (text) => {
  expect(isTime(text)).toBe(false)
  expect(() => instant('2027-02-03', text)).toThrow(RangeError)
})

test('29 February exists in leap years only', () => {
  expect([2027, 2028, 2100].map((year) => isDate(`${year}-02-29`))).toEqual([false, true, false])
})

test.each(['America/New_York', 'Pacific/Kiritimati', 'Asia/Kolkata'])('says the same on a host in %s', (TZ) => {
  const module = new URL('../../../src/domain/calendar/local-time.ts', import.meta.url).href
  const script = `
    import { instant, localDate, localTime, weekday } from '${module}'
    const at = instant('2027-03-14', '02:30')
    console.log(new Date(at).getTimezoneOffset(), at, localDate(at), localTime(at), weekday('2027-03-14'))`
  const output = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
    env: { PATH: process.env['PATH'], TZ },
    encoding: 'utf8',
  })
  const [offset, ...said] = output.trim().split(' ')
  expect(offset).not.toBe('-420')
  expect(said).toEqual([String(Date.UTC(2027, 2, 13, 19, 30)), '2027-03-14', '02:30', '7'])
})
