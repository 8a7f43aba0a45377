import { expect, test } from '@jest/globals'
import { instant } from '../../../src/domain/calendar/local-time.js'
import { readDeadline } from '../../../src/domain/calendar/read-deadline.js'

const now = instant('2027-01-29', '08:00')

test.each([
  ['17h 02/02', '2027-02-02', '17:00'],
  ['hạn 17h 02/02', '2027-02-02', '17:00'],
  ['trước 17 giờ 30 ngày 02/02/2027', '2027-02-02', '17:30'],
  ['02/02', '2027-02-02', '17:00'],
  ['8h30 ngày mai', '2027-01-30', '08:30'],
  ['17:00 02/02/2027', '2027-02-02', '17:00'],
  ['hôm nay 11h', '2027-01-29', '11:00'],
])('%j is a deadline', (typed, date, time) => {
  expect(readDeadline(typed, now)).toEqual({ at: instant(date, time) })
})

test.each([
  ['31/02', 'no-such-day'],
  ['mùng 32', 'no-such-day'],
  ['25h 02/02', 'no-such-time'],
  ['', 'unclear'],
  ['17h', 'unclear'],
  ['sớm nhất có thể', 'unclear'],
  ['17h 02/02 ở Phòng họp 2', 'unclear'],
  ['8h 29/01', 'past'],
  ['8h15 29/01/2027', 'past'],
  ['01/01/2026', 'past'],
  ['28/01', 'far'],
  ['02/02/2030', 'far'],
  ['x'.repeat(1_000_000), 'unclear'],
])('%j is none', (typed, problem) => {
  expect(readDeadline(typed, now)).toEqual({ problem })
})
