import { expect, test } from '@jest/globals'
import { instant } from '../../../src/domain/calendar/local-time.js'
import { momentArgs } from '../../../src/domain/calendar/moment-args.js'

const deadline = instant('2027-02-02', '17:00')

test('day and month, and whether it is today', () => {
  expect(momentArgs(deadline, instant('2027-02-01', '23:59'))).toEqual({
    hour: '17',
    minute: '00',
    day: '02/02',
    today: 'no',
  })
  expect(momentArgs(deadline, instant('2027-02-02', '00:00'))).toEqual({
    hour: '17',
    minute: '00',
    day: '02/02',
    today: 'yes',
  })
})

test('the year is named where it is not this one', () => {
  expect(momentArgs(deadline, instant('2026-12-31', '10:00')).day).toBe('02/02/2027')
})
