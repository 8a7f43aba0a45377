/** Vietnam keeps UTC+7 all year; the zone of the reader's computer plays no part. */
const local = (ms) => new Date(ms + 7 * 3_600_000)
const two = (number) => String(number).padStart(2, '0')

const time = (date) => `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`
const dayMonth = (date) => `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}`

/** 03/02 14:00 */
export const shortTime = (ms) => `${dayMonth(local(ms))} ${time(local(ms))}`

/** thứ Tư, ngày 03/02/2027, 14:00 */
export function dateInWords(t, ms) {
  const date = local(ms)
  const weekday = t(`page-weekday-${date.getUTCDay() || 7}`)
  return t('page-date', { weekday, date: `${dayMonth(date)}/${date.getUTCFullYear()}`, time: time(date) })
}

/** 2027-02-03 → 03/02/2027 */
export const dateOfIso = (iso) => iso.split('-').reverse().join('/')
