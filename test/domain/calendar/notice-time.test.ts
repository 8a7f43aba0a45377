import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { calendarOf } from '../../../src/domain/calendar/calendar.js'
import {
  addDays,
  addMonths,
  instant,
  localDate,
  localTime,
  twoDigits,
} from '../../../src/domain/calendar/local-time.js'
import { resolveDate } from '../../../src/domain/calendar/meeting-rule.js'
import { noticeAt } from '../../../src/domain/calendar/notice-time.js'
import { defaultQuietHours, quietUntil } from '../../../src/domain/calendar/quiet-hours.js'
import { holidaysOf } from '../../../src/rules/holidays.js'

const calendar = calendarOf(holidaysOf)
const usual = {
  meetingTime: '14:00',
  daysBefore: 3,
  hour: '08:00',
  earlierWorkingDay: true,
  quiet: defaultQuietHours,
  calendar,
}
const leaves = (input: Parameters<typeof noticeAt>[0]): string => {
  const at = noticeAt(input)
  return `${localDate(at)} ${localTime(at)}`
}

test('the notices of 2027 leave on the days of the plan', () => {
  const days = Array.from({ length: 12 }, (_, i) => addMonths('2027-01', i))
    .map((month) => resolveDate({ rule: { day: 3 }, month, policy: 'next-working', calendar }).date)
    .map((meetingDate) => leaves({ ...usual, meetingDate }))
  expect(days).toEqual(
    [
      '2026-12-31',
      '2027-01-29',
      '2027-02-26',
      '2027-04-02',
      '2027-04-29',
      '2027-05-31',
      '2027-07-02',
      '2027-07-30',
      '2027-09-01',
      '2027-10-01',
      '2027-10-29',
      '2027-11-30',
    ].map((date) => `${date} 08:00`),
  )
})

test('a branch that does not mind Sundays is told on Sunday', () => {
  expect(leaves({ ...usual, meetingDate: '2027-03-03', earlierWorkingDay: false })).toBe('2027-02-28 08:00')
})

test('a notice that would fall into Tết leaves before it', () => {
  expect(leaves({ ...usual, meetingDate: '2027-02-12' })).toBe('2027-02-04 08:00')
  expect(leaves({ ...usual, meetingDate: '2027-02-12', earlierWorkingDay: false })).toBe('2027-02-04 08:00')
})

test('a branch that has no quiet Tết and minds no holiday is told on the day', () => {
  const quiet = { ...defaultQuietHours, tet: false }
  expect(leaves({ ...usual, meetingDate: '2027-02-12', earlierWorkingDay: false, quiet })).toBe('2027-02-09 08:00')
})

test('an hour in the noon rest or before morning waits on the same day, one at night is sent before the night', () => {
  const meetingDate = '2027-03-05'
  expect(leaves({ ...usual, meetingDate, hour: '12:00' })).toBe('2027-03-02 13:30')
  expect(leaves({ ...usual, meetingDate, hour: '05:00' })).toBe('2027-03-02 06:00')
  expect(leaves({ ...usual, meetingDate, hour: '22:00' })).toBe('2027-03-02 21:29')
})

test('a notice of the same day that would come too late comes the day before', () => {
  expect(leaves({ ...usual, meetingDate: '2027-03-05', daysBefore: 0 })).toBe('2027-03-05 08:00')
  expect(leaves({ ...usual, meetingDate: '2027-03-05', daysBefore: 0, hour: '15:00' })).toBe('2027-03-04 15:00')
})

test('is always before the meeting, never fewer days ahead than set, and outside the quiet hours', () => {
  const dates = fc.integer({ min: 0, max: 11_000 }).map((days) => addDays('2020-03-01', days))
  const hours = fc.integer({ min: 0, max: 23 }).map((hour) => `${twoDigits(hour)}:00`)
  fc.assert(
    fc.property(
      dates,
      hours,
      fc.integer({ min: 1, max: 10 }),
      fc.boolean(),
      (meetingDate, hour, daysBefore, earlierWorkingDay) => {
        const at = noticeAt({ ...usual, meetingDate, hour, daysBefore, earlierWorkingDay })
        expect(at).toBeLessThan(instant(meetingDate, '14:00'))
        expect(localDate(at) <= addDays(meetingDate, -daysBefore)).toBe(true)
        expect(quietUntil(at, defaultQuietHours, calendar)).toBe(at)
        if (earlierWorkingDay) expect(calendar.isWorkingDay(localDate(at))).toBe(true)
      },
    ),
    { numRuns: 1000 },
  )
})
