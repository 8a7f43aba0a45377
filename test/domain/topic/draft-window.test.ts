import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { calendarOf } from '../../../src/domain/calendar/calendar.js'
import { nudgeTimes, topicNextAt } from '../../../src/domain/topic/draft-window.js'
import { day, instant, localDate, localTime, minute } from '../../../src/domain/calendar/local-time.js'
import { defaultQuietHours, quietUntil } from '../../../src/domain/calendar/quiet-hours.js'
import { holidaysOf } from '../../../src/rules/holidays.js'

const around = { quiet: defaultQuietHours, calendar: calendarOf(holidaysOf) }
const shown = (times: { step: string; at: number }[]): string[] =>
  times.map(({ step, at }) => `${step} ${localDate(at)} ${localTime(at)}`)

test('half and four fifths of the window; what falls into the noon rest waits until it is over', () => {
  const window = { openedAt: instant('2027-01-29', '08:00'), deadline: instant('2027-02-02', '17:00') }
  expect(shown(nudgeTimes(window, around))).toEqual(['half 2027-01-31 13:30', 'late 2027-02-01 20:00'])
})

test('a nudge of the night comes in the morning', () => {
  const window = { openedAt: instant('2027-03-01', '14:00'), deadline: instant('2027-03-03', '14:00') }
  expect(shown(nudgeTimes(window, around))).toEqual(['half 2027-03-02 14:00', 'late 2027-03-03 06:00'])
})

test('one that the night would move to the deadline is left out', () => {
  const window = { openedAt: instant('2027-03-01', '20:00'), deadline: instant('2027-03-03', '06:00') }
  expect(shown(nudgeTimes(window, around))).toEqual(['half 2027-03-02 13:30'])
})

test('two that the night would bring to one morning are one', () => {
  const window = { openedAt: instant('2027-03-01', '17:00'), deadline: instant('2027-03-02', '07:00') }
  expect(shown(nudgeTimes(window, around))).toEqual(['late 2027-03-02 06:00'])
})

test('a window inside the night has none', () => {
  const window = { openedAt: instant('2027-03-01', '22:00'), deadline: instant('2027-03-02', '05:00') }
  expect(nudgeTimes(window, around)).toEqual([])
})

test('no nudge on the days of Tết', () => {
  const window = { openedAt: instant('2027-02-04', '08:00'), deadline: instant('2027-02-12', '17:00') }
  const [half] = nudgeTimes(window, around)
  expect(localDate(half!.at) > '2027-02-09').toBe(true)
})

test('nudges are never quiet, in order, inside the window and two at most', () => {
  const start = instant('2027-01-01', '00:00')
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 365 * 24 * 60 }),
      fc.integer({ min: 1, max: 60 * 24 * 60 }),
      (from, length) => {
        const openedAt = start + from * minute
        const deadline = openedAt + length * minute
        const times = nudgeTimes({ openedAt, deadline }, around).map(({ at }) => at)
        expect(times.length).toBeLessThanOrEqual(2)
        expect([...new Set(times)].sort((a, b) => a - b)).toEqual(times)
        for (const at of times) {
          expect(at).toBeGreaterThan(openedAt)
          expect(at).toBeLessThan(deadline)
          expect(quietUntil(at, defaultQuietHours, around.calendar)).toBe(at)
        }
      },
    ),
  )
})

const open = {
  state: 'open' as const,
  openedAt: instant('2027-01-29', '08:00'),
  deadline: instant('2027-02-02', '17:00'),
}

test('the duty comes at each nudge, then at the deadline', () => {
  expect(topicNextAt({ ...open, nudged: [] }, around)).toBe(instant('2027-01-31', '13:30'))
  expect(topicNextAt({ ...open, nudged: ['half'] }, around)).toBe(instant('2027-02-01', '20:00'))
  expect(topicNextAt({ ...open, nudged: ['late'] }, around)).toBe(instant('2027-01-31', '13:30'))
  expect(topicNextAt({ ...open, nudged: ['half', 'late'] }, around)).toBe(open.deadline)
})

test('nothing is due without an open draft', () => {
  expect(topicNextAt({ ...open, state: 'closed', nudged: [] }, around)).toBeNull()
  expect(topicNextAt({ state: 'planned', openedAt: null, deadline: null, nudged: [] }, around)).toBeNull()
})

test('a window of a year has its nudges at its half and near its end', () => {
  const window = { openedAt: instant('2027-01-01', '08:00'), deadline: instant('2027-01-01', '08:00') + 360 * day }
  expect(shown(nudgeTimes(window, around))).toEqual(['half 2027-06-30 08:00', 'late 2027-10-16 08:00'])
})
