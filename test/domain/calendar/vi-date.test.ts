import { expect, test } from '@jest/globals'
import {
  longDate,
  longDateEn,
  lunarWords,
  lunarWordsEn,
  lunarWordsWithYear,
  shortDate,
  timeWords,
  weekdayName,
} from '../../../src/domain/calendar/vi-date.js'

test('the notice’s date is written with its weekday', () => {
  expect(longDate('2027-02-03')).toBe('thứ Tư, ngày 03/02/2027')
  expect(longDate('2027-02-07')).toBe('Chủ nhật, ngày 07/02/2027')
  expect(longDateEn('2027-02-03')).toBe('Wednesday 03/02/2027')
  expect(shortDate('2027-02-03')).toBe('03/02/2027')
  expect(timeWords('14:00')).toBe('14 giờ 00')
})

test('the week has its seven names, Monday first', () => {
  const week = ['2027-03-01', '2027-03-02', '2027-03-03', '2027-03-04', '2027-03-05', '2027-03-06', '2027-03-07']
  expect(week.map(weekdayName)).toEqual(['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'])
})

test.each([
  ['2027-02-03', '27 tháng Chạp', 'Bính Ngọ', 'lunar 27/12'],
  ['2027-02-06', 'mùng 1 tháng Giêng', 'Đinh Mùi', 'lunar 01/01'],
  ['2027-01-03', '26 tháng Một', 'Bính Ngọ', 'lunar 26/11'],
  ['2027-04-16', 'mùng 10 tháng 3', 'Đinh Mùi', 'lunar 10/03'],
  ['2028-06-23', 'mùng 1 tháng 5 nhuận', 'Mậu Thân', 'lunar 01/05, leap month'],
])('%s is %s năm %s, %s', (date, words, year, english) => {
  expect(lunarWords(date)).toBe(words)
  expect(lunarWordsWithYear(date)).toBe(`${words} năm ${year}`)
  expect(lunarWordsEn(date)).toBe(english)
})
