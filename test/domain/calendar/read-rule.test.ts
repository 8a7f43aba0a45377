import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { MeetingRule } from '../../../src/domain/calendar/meeting-rule.js'
import { readRule, ruleWords } from '../../../src/domain/calendar/read-rule.js'

const understood: [typed: string, rule: MeetingRule][] = [
  ['ngày 3', { day: 3 }],
  ['Ngày 3 hằng tháng', { day: 3 }],
  ['ngày 03 hàng tháng.', { day: 3 }],
  ['3', { day: 3 }],
  ['mùng 3', { day: 3 }],
  ['ngày mồng 3', { day: 3 }],
  ['mùng một', { day: 1 }],
  ['mùng 3 dương lịch', { day: 3 }],
  ['ngày 31', { day: 31 }],
  ['ngày cuối tháng', { day: 31 }],
  ['cuối tháng', { day: 31 }],
  ['day 15', { day: 15 }],
  ['the 3rd of the month', { day: 3 }],
  ['thứ Tư tuần thứ hai', { weekday: 3, nth: 2 }],
  ['thu tu tuan thu hai', { weekday: 3, nth: 2 }],
  ['thứ Tư tuần thứ tư', { weekday: 3, nth: 4 }],
  ['thứ Hai tuần thứ hai của tháng', { weekday: 1, nth: 2 }],
  ['thứ 4 tuần 2', { weekday: 3, nth: 2 }],
  ['T4 tuần 2 hằng tháng', { weekday: 3, nth: 2 }],
  ['thứ sáu tuần cuối', { weekday: 5, nth: -1 }],
  ['thứ Sáu cuối cùng của tháng', { weekday: 5, nth: -1 }],
  ['thứ 6 cuối tháng', { weekday: 5, nth: -1 }],
  ['chủ nhật tuần đầu', { weekday: 7, nth: 1 }],
  ['CN tuần đầu tiên', { weekday: 7, nth: 1 }],
  ['thứ bảy đầu tiên', { weekday: 6, nth: 1 }],
  ['thứ Năm tuần thứ nhất', { weekday: 4, nth: 1 }],
  ['thứ Năm tuần thứ năm', { weekday: 4, nth: 5 }],
  ['second Wednesday', { weekday: 3, nth: 2 }],
  ['the last Friday of the month', { weekday: 5, nth: -1 }],
  ['2nd Wednesday', { weekday: 3, nth: 2 }],
  ['mùng 3 âm lịch', { lunarDay: 3 }],
  ['ngày 15 âm lịch', { lunarDay: 15 }],
  ['15 AL', { lunarDay: 15 }],
  ['âm lịch ngày 10', { lunarDay: 10 }],
  ['mùng một âm lịch', { lunarDay: 1 }],
  ['rằm', { lunarDay: 15 }],
  ['rằm hằng tháng', { lunarDay: 15 }],
  ['ngày rằm âm lịch', { lunarDay: 15 }],
  ['lunar day 3', { lunarDay: 3 }],
]

test.each(understood)('%s', (typed, rule) => {
  expect(readRule(typed)).toEqual({ rule })
  expect(readRule(typed.normalize('NFD').toUpperCase())).toEqual({ rule })
})

describe('is told from a day that is none', () => {
  const none = [
    'ngày 0',
    'ngày 32',
    'mùng 32',
    '99',
    'mùng 31 âm lịch',
    '0 âm lịch',
    'thứ 8 tuần 2',
    'thứ 4 tuần 6',
    'thứ 4 tuần 0',
  ]
  test.each(none)('%s', (typed) => {
    expect(readRule(typed)).toEqual({ error: 'no-such-day' })
  })
})

describe('is not guessed at', () => {
  const unclear = [
    '',
    ' ',
    'thứ Tư',
    'tuần 2',
    'ngày',
    'hôm nào cũng được',
    '3/2',
    '03/02/2027',
    'ngày 3 hoặc ngày 5',
    'thứ 4',
    'thứ 4 tuần này',
    'âm lịch',
    'ngày 3.5',
    '-3',
  ]
  test.each(unclear)('«%s»', (typed) => {
    expect(readRule(typed)).toEqual({ error: 'unclear' })
  })

  test('a text of a megabyte', () => {
    expect(readRule('ngày 3 '.repeat(150_000))).toEqual({ error: 'unclear' })
  })
})

test('every rule has words that are read as that rule', () => {
  const rule = fc.oneof(
    fc.record({ day: fc.integer({ min: 1, max: 31 }) }),
    fc.record({ lunarDay: fc.integer({ min: 1, max: 30 }) }),
    fc.record({ weekday: fc.integer({ min: 1, max: 7 }), nth: fc.constantFrom(1 as const, 2, 3, 4, 5, -1) }),
  ) as fc.Arbitrary<MeetingRule>
  fc.assert(fc.property(rule, (rule) => expect(readRule(ruleWords(rule))).toEqual({ rule })))
})

test('whatever is typed, the answer is a rule that exists or an error', () => {
  const word = fc.constantFrom(
    'thứ',
    'tư',
    '4',
    'tuần',
    'hai',
    '2',
    'ngày',
    'mùng',
    '31',
    'âm lịch',
    'cuối',
    'rằm',
    'x',
    '/',
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 6 }), (words) => {
      const reading = readRule(words.join(' '))
      if ('error' in reading) return
      const { rule } = reading
      const number = 'day' in rule ? rule.day : 'lunarDay' in rule ? rule.lunarDay : rule.weekday
      expect(number).toBeGreaterThanOrEqual(1)
      expect(number).toBeLessThanOrEqual('day' in rule ? 31 : 'lunarDay' in rule ? 30 : 7)
    }),
  )
})
