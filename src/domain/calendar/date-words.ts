import type { Locale } from '../../words.js'
import { shortDate, longDate, longDateEn, lunarWords, lunarWordsEn, timeWords, weekdayName } from './vi-date.js'

/** How a local date and time are said in one language. */
export interface DateWords {
  /** thứ Tư, ngày 03/02/2027 */
  long: (date: string) => string
  /** thứ Tư 03/02/2027 */
  short: (date: string) => string
  /** thứ Tư */
  weekday: (date: string) => string
  /** 27 tháng Chạp âm lịch: without the last words a day of 1 to 10 and a month of 2 to 10 read like the solar ones. */
  lunar: (date: string) => string
  /** 14 giờ 00 */
  time: (time: string) => string
  /** 02/2027 of YYYY-MM */
  month: (month: string) => string
}

const month = (month: string): string => month.split('-').reverse().join('/')

export const dateWords: Readonly<Record<Locale, DateWords>> = {
  vi: {
    long: longDate,
    short: (date) => `${weekdayName(date)} ${shortDate(date)}`,
    weekday: weekdayName,
    lunar: (date) => `${lunarWords(date)} âm lịch`,
    time: timeWords,
    month,
  },
  en: {
    long: longDateEn,
    short: longDateEn,
    weekday: (date) => longDateEn(date).split(' ')[0]!,
    lunar: lunarWordsEn,
    time: (time) => time,
    month,
  },
}
