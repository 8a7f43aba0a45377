import { twoDigits, weekday } from './local-time.js'
import { toLunar, yearName } from './lunar.js'

/** Monday first. Inside a sentence "thứ" is small, "Chủ nhật" is not. */
const weekdays = {
  vi: ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const

const monthNames: Record<number, string> = { 1: 'Giêng', 11: 'Một', 12: 'Chạp' }

/** 03/02/2027 */
export const shortDate = (date: string): string => date.split('-').reverse().join('/')

/** thứ Tư, ngày 03/02/2027 */
export const longDate = (date: string): string => `${weekdayName(date)}, ngày ${shortDate(date)}`

/** Wednesday 03/02/2027 */
export const longDateEn = (date: string): string => `${weekdays.en[weekday(date) - 1]!} ${shortDate(date)}`

/** thứ Tư */
export const weekdayName = (date: string): string => weekdays.vi[weekday(date) - 1]!

/** 14 giờ 00 */
export const timeWords = (time: string): string => time.replace(':', ' giờ ')

/** 27 tháng Chạp; mùng 3 tháng Giêng; mùng 5 tháng 6 nhuận */
export function lunarWords(date: string): string {
  const { day, month, leap } = toLunar(date)
  return `${day <= 10 ? 'mùng ' : ''}${day} tháng ${monthNames[month] ?? month}${leap ? ' nhuận' : ''}`
}

/** 27 tháng Chạp năm Bính Ngọ */
export const lunarWordsWithYear = (date: string): string => `${lunarWords(date)} năm ${yearName(toLunar(date).year)}`

/** lunar 27/12; lunar 05/06, leap month */
export function lunarWordsEn(date: string): string {
  const { day, month, leap } = toLunar(date)
  return `lunar ${twoDigits(day)}/${twoDigits(month)}${leap ? ', leap month' : ''}`
}
