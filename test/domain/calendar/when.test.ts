import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { fold } from '../../../src/domain/fold.js'
import { addDays, instant, isDate, isTime, weekday } from '../../../src/domain/calendar/local-time.js'
import { parseDate, parseTime, parseWhen } from '../../../src/domain/calendar/when.js'
import { longDate, shortDate, timeWords } from '../../../src/domain/calendar/vi-date.js'

/** A Wednesday. */
const today = '2027-02-03'
const dates = fc.integer({ min: 0, max: 8000 }).map((days) => addDays('2027-01-01', days))
const times = fc
  .integer({ min: 0, max: 24 * 60 - 1 })
  .map((minutes) => new Date(minutes * 60_000).toISOString().slice(11, 16))

describe('a date', () => {
  test.each([
    ['mùng 4', '2027-05-04'],
    ['ngày 2', '2027-05-02'],
    ['mùng 4 tháng sau', '2027-03-04'],
    ['5/4', '2027-04-05'],
    ['hôm nay', '2027-02-03'],
  ])('%s, where the month spoken of is May', (text, date) => {
    expect(parseDate(text, today, '2027-05')).toEqual({ date })
  })

  test.each([
    ['05/04/2027', '2027-04-05'],
    ['5/4', '2027-04-05'],
    ['3/2', '2027-02-03'],
    ['2/2', '2028-02-02'],
    ['03-02-2027', '2027-02-03'],
    ['3-2', '2027-02-03'],
    ['3.2.2027', '2027-02-03'],
    ['5/4/27', '2027-04-05'],
    ['01/01/2027', '2027-01-01'],
    ['2027-04-05', '2027-04-05'],
    ['ngày 3', '2027-02-03'],
    ['ngày 2', '2027-03-02'],
    ['ngày 31', '2027-03-31'],
    ['mùng 3', '2027-02-03'],
    ['mồng 3', '2027-02-03'],
    ['ngày mồng 3', '2027-02-03'],
    ['hôm mùng 5', '2027-02-05'],
    ['mùng 3 tháng sau', '2027-03-03'],
    ['ngày 1 tháng này', '2027-02-01'],
    ['mùng 3 tháng 3', '2027-03-03'],
    ['ngày 03 tháng 02 năm 2027', '2027-02-03'],
    ['thứ Tư, ngày 03/02/2027', '2027-02-03'],
    ['thứ 4 tuần sau', '2027-02-10'],
    ['thứ tư tuần tới', '2027-02-10'],
    ['thứ hai', '2027-02-08'],
    ['thứ Tư', '2027-02-03'],
    ['thứ tư tới', '2027-02-10'],
    ['thứ hai tuần này', '2027-02-01'],
    ['t6', '2027-02-05'],
    ['chủ nhật', '2027-02-07'],
    ['CN tuần sau', '2027-02-14'],
    ['hôm nay', '2027-02-03'],
    ['mai', '2027-02-04'],
    ['ngày mai', '2027-02-04'],
    ['mốt', '2027-02-05'],
    ['ngày mốt', '2027-02-05'],
    ['ngày kia', '2027-02-05'],
    ['cuối tháng', '2027-02-28'],
    ['cuối tháng sau', '2027-03-31'],
    ['cuối tháng 4', '2027-04-30'],
    ['cuối tháng 1', '2028-01-31'],
    ['29/2', '2028-02-29'],
    ['vào ngày 5/4.', '2027-04-05'],
  ])('%p is %s', (text, date) => {
    expect(parseDate(text, today)).toEqual({ date })
    expect(parseDate(text.normalize('NFD').toUpperCase(), today)).toEqual({ date })
    expect(parseDate(fold(text), today)).toEqual({ date })
  })

  test.each([
    '31/02',
    '29/02/2027',
    '31/02/2027',
    'mùng 32',
    'ngày 0',
    '5/13',
    '0/1',
    'thứ 8',
    'thứ 1',
    'cuối tháng 13',
    'ngày 31 tháng này',
  ])('%p does not exist', (text) => {
    expect(parseDate(text, today)).toEqual({ error: 'no-such-day' })
  })

  test.each([
    '',
    'abc',
    '14',
    'một',
    'Hoa Mai',
    'mùng 3 tháng Giêng',
    'ngày 3/2 âm lịch',
    '5/4 14h',
    '5/4 hoặc 6/4',
    'thứ 5, ngày 03/02/2027',
    '05/04/2099',
    '٣/٢',
    '5/4/2027/1',
    '3 2',
  ])('%p is not guessed at', (text) => {
    expect(parseDate(text, today)).toEqual({ error: 'unclear' })
  })

  test('is read back from each way of writing it', () => {
    fc.assert(
      fc.property(dates, (date) => {
        const [year, month, day] = date.split('-').map(Number)
        for (const text of [
          date,
          shortDate(date),
          longDate(date),
          `${day}-${month}-${year}`,
          `ngày ${day} tháng ${month} năm ${year}`,
        ]) {
          expect(parseDate(text, today)).toEqual({ date })
        }
      }),
    )
  })

  test('without a year is the next such day, never one gone by', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 365 }), (now, ahead) => {
        const date = addDays(now, ahead)
        fc.pre(!date.endsWith('02-29') && !(ahead === 365 && date.slice(5) === now.slice(5)))
        expect(parseDate(shortDate(date).slice(0, 5), now)).toEqual({ date })
      }),
    )
  })

  test('of a weekday lies in the coming seven days', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 2, max: 7 }), (now, number) => {
        const found = parseDate(`thứ ${number}`, now) as { date: string }
        expect(weekday(found.date)).toBe(number - 1)
        expect(found.date >= now && found.date < addDays(now, 7)).toBe(true)
      }),
    )
  })
})

describe('a time', () => {
  test.each([
    ['14h00', '14:00'],
    ['14h', '14:00'],
    ['14H', '14:00'],
    ['14:00', '14:00'],
    ['14g30', '14:30'],
    ['19 giờ 30', '19:30'],
    ['19h30', '19:30'],
    ['14 giờ 00 phút', '14:00'],
    ['8 giờ 5 phút', '08:05'],
    ['7h rưỡi', '07:30'],
    ['8h kém 15', '07:45'],
    ['7h30 tối', '19:30'],
    ['tối 7h30', '19:30'],
    ['9h30 tối', '21:30'],
    ['2h chiều', '14:00'],
    ['14h chiều', '14:00'],
    ['8h sáng', '08:00'],
    ['12h trưa', '12:00'],
    ['1h trưa', '13:00'],
    ['10h đêm', '22:00'],
    ['0h', '00:00'],
    ['lúc 14h', '14:00'],
  ])('%p is %s', (text, time) => {
    expect(parseTime(text)).toEqual({ time })
    expect(parseTime(text.normalize('NFD'))).toEqual({ time })
    expect(parseTime(fold(text))).toEqual({ time })
  })

  test.each(['24:00', '25h', '14h75', '99:99', '8h kém 75'])('%p does not exist', (text) => {
    expect(parseTime(text)).toEqual({ error: 'no-such-time' })
  })

  test.each(['', '14', 'abc', '14h sáng', '3h tối', '0h kém', '14h Phòng 2', '5/4', '1400'])(
    '%p is not guessed at',
    (text) => {
      expect(parseTime(text)).toEqual({ error: 'unclear' })
    },
  )

  test('is read back from each way of writing it', () => {
    fc.assert(
      fc.property(times, (time) => {
        for (const text of [time, time.replace(':', 'h'), timeWords(time), `${timeWords(time)} phút`]) {
          expect(parseTime(text)).toEqual({ time })
        }
      }),
    )
  })
})

describe('a line', () => {
  test.each([
    ['05/04/2027 14h00 Phòng họp 2', '2027-04-05', '14:00', 'Phòng họp 2'],
    ['14h ngày 5/4, Phòng 3/2', '2027-04-05', '14:00', 'Phòng 3/2'],
    ['họp 5/4 lúc 14h', '2027-04-05', '14:00', 'họp'],
    ['Phòng họp 2, 14:00 05/04/2027', '2027-04-05', '14:00', 'Phòng họp 2'],
    ['14h thứ 4 tuần sau tại Phòng Hoa Mai', '2027-02-10', '14:00', 'Phòng Hoa Mai'],
    ['sáng mai 8h ở nhà văn hoá thôn', '2027-02-04', '08:00', 'nhà văn hoá thôn'],
    ['2h chiều mai Phòng T3', '2027-02-04', '14:00', 'Phòng T3'],
    ['mai 14h', '2027-02-04', '14:00', ''],
    ['họp mai 14h', '2027-02-04', '14:00', 'họp'],
    ['chiều nay 2h', '2027-02-03', '14:00', ''],
    ['tối thứ 6 7h30 Nhà ông Đức', '2027-02-05', '19:30', 'Nhà ông Đức'],
    ['thứ 4 tới 7h', '2027-02-10', '07:00', ''],
    ['thứ 4 tối 7h', '2027-02-03', '19:00', ''],
    ['sang 05/04/2027 14h', '2027-04-05', '14:00', ''],
    ['lúc 19 giờ 30 ngày 03 tháng 02 năm 2027 tại Hội trường', '2027-02-03', '19:30', 'Hội trường'],
    ['3/2 14h 5 Lê Lợi', '2027-02-03', '14:00', '5 Lê Lợi'],
    ['14h 03 tháng 3', '2027-03-03', '14:00', ''],
  ])('%p names %s, %s and leaves %p', (text, date, time, rest) => {
    expect(parseWhen(text, today)).toEqual({ date, time, rest })
    expect(parseWhen(text.normalize('NFD'), today)).toEqual({ date, time, rest })
  })

  test('with only a time, only a date or neither says so', () => {
    expect(parseWhen('14h30', today)).toEqual({ time: '14:30', rest: '' })
    expect(parseWhen('sáng mai', today)).toEqual({ date: '2027-02-04', rest: '' })
    expect(parseWhen('Phòng họp 2', today)).toEqual({ rest: 'Phòng họp 2' })
    expect(parseWhen('Mai Anh', today)).toEqual({ rest: 'Mai Anh' })
    expect(parseWhen('số 5/4 Lê Lợi', today)).toEqual({ rest: 'số 5/4 Lê Lợi' })
    expect(parseWhen('', today)).toEqual({ rest: '' })
  })

  test('with a day or an hour that does not exist keeps what is right in it', () => {
    expect(parseWhen('31/02 14h Phòng 2', today)).toEqual({ error: 'no-such-day', time: '14:00', rest: 'Phòng 2' })
    expect(parseWhen('5/4 25h Phòng 2', today)).toEqual({ date: '2027-04-05', error: 'no-such-time', rest: 'Phòng 2' })
    expect(parseWhen('5/4 14h sáng', today)).toEqual({ date: '2027-04-05', error: 'unclear', rest: '' })
  })

  test('gives back a place exactly as it was typed', () => {
    const places = fc.constantFrom(
      'Nhà văn hoá thôn Đông',
      'Hội trường UBND xã',
      'P.302',
      "Nhà Siu H'Nghen",
      'Phòng họp 2 (tầng 3)',
    )
    fc.assert(
      fc.property(dates, times, places, (date, time, place) => {
        expect(parseWhen(`${shortDate(date)} ${time.replace(':', 'h')} ${place}`, today)).toEqual({
          date,
          time,
          rest: place,
        })
      }),
    )
  })

  test('of any kind is answered with real dates and times only', () => {
    const words = fc.constantFrom(
      ...[
        'thứ',
        '4',
        'tư',
        'tuần',
        'sau',
        'mai',
        'mốt',
        'ngày',
        'tháng',
        'năm',
        '31',
        '2',
        '/',
        '-',
        ':',
        'h',
        '30',
        '2027',
      ],
      ...['mùng', 'cuối', 'tối', 'sáng', 'kém', 'rưỡi', 'chủ nhật', '\uE000', '\uE001', '\u0001', 'ỗ', '👍'],
    )
    const lines = fc
      .array(fc.tuple(words, fc.constantFrom('', ' ')), { maxLength: 12 })
      .map((parts) => parts.flat().join(''))
    fc.assert(
      fc.property(fc.oneof(lines, fc.string({ unit: 'binary' })), (text) => {
        const { date, time, rest } = parseWhen(text, today)
        if (date !== undefined) expect(isDate(date)).toBe(true)
        if (time !== undefined) expect(isTime(time)).toBe(true)
        if (date && time) expect(instant(date, time)).toBeGreaterThan(0)
        expect(rest.length).toBeLessThanOrEqual(text.normalize('NFC').length)
      }),
      { numRuns: 3000 },
    )
  })

  test('of a megabyte, or made to be slow, costs nothing', () => {
    const started = performance.now()
    expect(parseWhen('a'.repeat(1_000_000), today).date).toBeUndefined()
    for (const unit of ['1 ', '1/', 'thu ', 'ngay ', ' ', 'vao ', 'cuoi thang ', '\u0300'])
      parseWhen(unit.repeat(500 / unit.length), today)
    expect(performance.now() - started).toBeLessThan(500)
  })
})
