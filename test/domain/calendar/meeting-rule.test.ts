import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { calendarOf, type HolidayOverride } from '../../../src/domain/calendar/calendar.js'
import { addDays, addMonths, dateIn, daysInMonth, monthOf, weekday } from '../../../src/domain/calendar/local-time.js'
import { toLunar } from '../../../src/domain/calendar/lunar.js'
import { conflictPolicies, resolveDate, ruleDate, type MeetingRule } from '../../../src/domain/calendar/meeting-rule.js'
import { holidaysOf } from '../../../src/rules/holidays.js'

const calendar = calendarOf(holidaysOf)
const third: MeetingRule = { day: 3 }
const months = fc.integer({ min: 0, max: 31 * 12 - 1 }).map((count) => addMonths('2020-01', count))
const rules: fc.Arbitrary<MeetingRule> = fc.oneof(
  fc.record({ day: fc.integer({ min: 1, max: 31 }) }),
  fc.record({ weekday: fc.integer({ min: 1, max: 7 }), nth: fc.constantFrom(1, 2, 3, 4, 5, -1) }),
  fc.record({ lunarDay: fc.integer({ min: 1, max: 30 }) }),
)
const policies = fc.constantFrom(...conflictPolicies)
const overrides: fc.Arbitrary<HolidayOverride[]> = fc.array(
  fc.record({
    date: fc.integer({ min: 0, max: 11_322 }).map((days) => addDays('2020-01-01', days)),
    kind: fc.constantFrom('working', 'off', 'lieu', 'swapped-workday'),
  }),
)

describe('day 3 in 2027', () => {
  test.each([
    ['2027-01', 'weekend', null, '2027-01-04'],
    ['2027-02', 'near-tet', 'tet', '2027-02-03'],
    ['2027-03', null, null, '2027-03-03'],
    ['2027-04', 'weekend', null, '2027-04-05'],
    ['2027-05', 'lieu', 'labour-day', '2027-05-04'],
    ['2027-06', null, null, '2027-06-03'],
    ['2027-07', 'weekend', null, '2027-07-05'],
    ['2027-08', null, null, '2027-08-03'],
    ['2027-09', 'off', 'national-day', '2027-09-06'],
    ['2027-10', 'weekend', null, '2027-10-04'],
    ['2027-11', null, null, '2027-11-03'],
    ['2027-12', null, null, '2027-12-03'],
  ])('%s: conflict %s (%s), next working day %s', (month, kind, name, date) => {
    const resolved = resolveDate({ rule: third, month, policy: 'next-working', calendar })
    const named = `${month}-03`
    expect(resolved).toEqual({
      date,
      ruleDate: named,
      proposed: date,
      conflict: kind ? { kind, name } : null,
      moved: date !== named,
      ask: false,
    })
  })

  test('stays on its Sunday where the branch keeps the day', () => {
    expect(resolveDate({ rule: third, month: '2027-01', policy: 'keep', calendar })).toEqual({
      date: '2027-01-03',
      ruleDate: '2027-01-03',
      proposed: '2027-01-03',
      conflict: { kind: 'weekend', name: null },
      moved: false,
      ask: false,
    })
  })

  test('goes back to Friday where the branch meets before a weekend', () => {
    expect(resolveDate({ rule: third, month: '2027-04', policy: 'previous-working', calendar }).date).toBe('2027-04-02')
  })

  test('waits on the rule’s day, with the next working day proposed, where the branch wants to be asked', () => {
    expect(resolveDate({ rule: third, month: '2027-05', policy: 'ask', calendar })).toMatchObject({
      date: '2027-05-03',
      proposed: '2027-05-04',
      moved: false,
      ask: true,
    })
  })

  test('asks nothing where the day is free', () => {
    expect(resolveDate({ rule: third, month: '2027-02', policy: 'ask', calendar })).toMatchObject({
      date: '2027-02-03',
      ask: false,
    })
  })

  test('is Friday 03/9 again when the notice gives 01/9 instead', () => {
    const corrected = calendarOf(holidaysOf, [
      { date: '2027-09-01', kind: 'off', name: 'national-day' },
      { date: '2027-09-03', kind: 'working' },
    ])
    const resolved = resolveDate({ rule: third, month: '2027-09', policy: 'next-working', calendar: corrected })
    expect(resolved).toMatchObject({ date: '2027-09-03', conflict: null, moved: false })
  })
})

describe('a month is never left', () => {
  test('a last Saturday goes back to Friday, not on to the next month', () => {
    const resolved = resolveDate({ rule: { day: 31 }, month: '2027-07', policy: 'next-working', calendar })
    expect(resolved).toMatchObject({ ruleDate: '2027-07-31', date: '2027-07-30' })
  })

  test('New Year’s Day goes on to Monday, not back to December', () => {
    const resolved = resolveDate({ rule: { day: 1 }, month: '2027-01', policy: 'previous-working', calendar })
    expect(resolved).toMatchObject({ ruleDate: '2027-01-01', date: '2027-01-04' })
  })

  test('a month without any working day keeps the rule’s day', () => {
    const closed = Array.from({ length: 28 }, (_, i): HolidayOverride => ({
      date: dateIn('2027-02', i + 1),
      kind: 'off',
    }))
    const resolved = resolveDate({
      rule: third,
      month: '2027-02',
      policy: 'next-working',
      calendar: calendarOf(holidaysOf, closed),
    })
    expect(resolved).toMatchObject({ date: '2027-02-03', moved: false, conflict: { kind: 'off', name: null } })
  })
})

describe('a rule names', () => {
  test('the last day where the month is too short', () => {
    expect(['2027-02', '2028-02', '2027-04', '2027-05'].map((month) => ruleDate({ day: 31 }, month))).toEqual([
      '2027-02-28',
      '2028-02-29',
      '2027-04-30',
      '2027-05-31',
    ])
  })

  test('the n-th weekday, and the last one where there is no fifth', () => {
    expect(ruleDate({ weekday: 1, nth: 1 }, '2027-03')).toBe('2027-03-01')
    expect(ruleDate({ weekday: 7, nth: 2 }, '2027-03')).toBe('2027-03-14')
    expect(ruleDate({ weekday: 1, nth: 5 }, '2027-03')).toBe('2027-03-29')
    expect(ruleDate({ weekday: 4, nth: 5 }, '2027-03')).toBe('2027-03-25')
    expect(ruleDate({ weekday: 4, nth: -1 }, '2027-03')).toBe('2027-03-25')
  })

  test('a lunar day in its solar month', () => {
    expect(ruleDate({ lunarDay: 1 }, '2027-02')).toBe('2027-02-06')
    expect(ruleDate({ lunarDay: 15 }, '2027-01')).toBe('2027-01-22')
  })
})

test('a lunar day that comes twice is the first, one that does not come is the nearest in number', () => {
  let twice = 0
  let never = 0
  for (let month = '2020-01'; month <= '2050-12'; month = addMonths(month, 1)) {
    const dates = Array.from({ length: daysInMonth(month) }, (_, i) => dateIn(month, i + 1))
    for (let lunarDay = 1; lunarDay <= 30; lunarDay++) {
      const named = ruleDate({ lunarDay }, month)
      const fitting = dates.filter((date) => toLunar(date).day === lunarDay)
      if (fitting.length > 1) twice++
      if (fitting.length > 0) expect(named).toBe(fitting[0])
      else {
        never++
        const distance = Math.abs(toLunar(named).day - lunarDay)
        expect(distance).toBeLessThanOrEqual(2)
        expect(dates.every((date) => Math.abs(toLunar(date).day - lunarDay) >= distance)).toBe(true)
      }
    }
  }
  expect(twice).toBeGreaterThan(0)
  expect(never).toBeGreaterThan(0)
})

test('every month has exactly one date, inside it, whatever rule, policy and holidays say', () => {
  fc.assert(
    fc.property(rules, months, policies, overrides, (rule, month, policy, own) => {
      const seen = calendarOf(holidaysOf, own)
      const resolved = resolveDate({ rule, month, policy, calendar: seen })
      expect(monthOf(resolved.date)).toBe(month)
      expect(monthOf(resolved.proposed)).toBe(month)
      expect(resolved.ruleDate).toBe(ruleDate(rule, month))
      expect(resolved.moved).toBe(resolved.date !== resolved.ruleDate)
      if (seen.isWorkingDay(resolved.ruleDate)) expect(resolved.date).toBe(resolved.ruleDate)
      else expect(resolved.conflict).not.toBeNull()
      if (policy.endsWith('working')) expect(seen.isWorkingDay(resolved.date)).toBe(true)
      if ('weekday' in rule) expect(weekday(resolved.ruleDate)).toBe(rule.weekday)
    }),
    { numRuns: 1000 },
  )
})

test('dates of following months only grow', () => {
  fc.assert(
    fc.property(rules, policies, fc.integer({ min: 0, max: 30 }), (rule, policy, years) => {
      const dates = Array.from({ length: 12 }, (_, i) => addMonths(`${2020 + years}-01`, i)).map(
        (month) => resolveDate({ rule, month, policy, calendar }).date,
      )
      expect(dates).toEqual([...new Set(dates)].sort())
    }),
  )
})
