import { expect, test } from '@jest/globals'
import { readMonth, splitMonth, splitMonths } from '../../../src/domain/calendar/read-month.js'

test.each([
  ['2027-08', '2027-08'],
  ['8/2027', '2027-08'],
  ['08-2027', '2027-08'],
  ['tháng 8', '2027-08'],
  ['tháng 8'.normalize('NFD'), '2027-08'],
  ['thang 8/2027', '2027-08'],
  ['Tháng 8 năm 2028', '2028-08'],
  ['month 8', '2027-08'],
  ['8', '2027-08'],
  ['08', '2027-08'],
  ['7', '2027-07'],
  ['tháng 6', '2028-06'],
  ['tháng này', '2027-07'],
  ['tháng sau', '2027-08'],
  ['next month', '2027-08'],
])('in July 2027 «%s» is %s', (typed, month) => {
  expect(readMonth(typed, '2027-07')).toBe(month)
})

test.each(['', '0', '13', 'tháng 13', '2027-00', '31/02/2027', 'tháng', 'Hương', '2027', '8 9'])(
  '«%s» is no month',
  (typed) => {
    expect(readMonth(typed, '2027-07')).toBeNull()
  },
)

test('free words after a month stay as they are, and a number that begins them is not a month', () => {
  expect(splitMonth('2027-02 Tin 1\nTin 2')).toEqual({ month: '2027-02', rest: 'Tin 1\nTin 2' })
  expect(splitMonth('tháng 2: đi công tác')).toEqual({ month: 'tháng 2', rest: 'đi công tác' })
  expect(splitMonth('3 tin nổi bật')).toEqual({ month: null, rest: '3 tin nổi bật' })
  expect(splitMonth('2027-02')).toEqual({ month: '2027-02', rest: '' })
})

test.each([
  ['Sa Riên', null, 'Sa Riên', null],
  ['tháng 8 Sa Riên tháng 10', 'tháng 8', 'Sa Riên', 'tháng 10'],
  ['8 Sa Riên 10', '8', 'Sa Riên', '10'],
  ['2027-08 đ/c Thu Hương', '2027-08', 'đ/c Thu Hương', null],
  ['@m10 10/2027', null, '@m10', '10/2027'],
  ['2027-08', '2027-08', '', null],
  ['', null, '', null],
])('«%s» falls into its months and the name', (line, before, name, after) => {
  expect(splitMonths(line)).toEqual({ before, name, after })
})
