import { describe, expect, test } from '@jest/globals'
import { weekday } from '../../src/domain/calendar/local-time.js'
import { toLunar } from '../../src/domain/calendar/lunar.js'
import { groundsOf, hasYear, holidaysOf, knownYears, packHash } from '../../src/rules/holidays.js'

const marked = (year: number, name: string): string[] =>
  holidaysOf(year)
    .filter((holiday) => holiday.name === name)
    .map(({ date, kind }) => `${date.slice(5)} ${kind}`)

describe('2027', () => {
  test('has the days of domain law', () => {
    expect(marked(2027, 'new-year')).toEqual(['01-01 off'])
    expect(marked(2027, 'hung-kings')).toEqual(['04-16 off'])
    expect(marked(2027, 'victory-day')).toEqual(['04-30 off'])
    expect(marked(2027, 'culture-day')).toEqual(['11-24 off'])
  })

  test('gives Monday 03/5 in lieu of Saturday 01/5', () => {
    expect(marked(2027, 'labour-day')).toEqual(['05-01 off', '05-03 lieu'])
  })

  test('gives five days of Tết from the eve on, and two in lieu of its weekend', () => {
    expect(marked(2027, 'tet')).toEqual([
      '02-05 off',
      '02-06 off',
      '02-07 off',
      '02-08 off',
      '02-09 off',
      '02-10 lieu',
      '02-11 lieu',
    ])
  })

  test('takes 03/9 as the second day of Quốc khánh, which nobody has decided yet', () => {
    expect(marked(2027, 'national-day')).toEqual(['09-02 off', '09-03 off'])
    const provisional = holidaysOf(2027).filter((holiday) => holiday.provisional)
    expect(provisional.map((holiday) => holiday.date)).toEqual(expect.arrayContaining(['2027-09-03', '2027-11-24']))
    expect(provisional.map((holiday) => holiday.date)).not.toContain('2027-09-02')
  })
})

test('2026 stands as it was announced, with its swapped Saturdays', () => {
  expect(marked(2026, 'tet')).toEqual(['02-16 off', '02-17 off', '02-18 off', '02-19 off', '02-20 off'])
  expect(marked(2026, 'hung-kings')).toEqual(['04-26 off', '04-27 lieu'])
  expect(marked(2026, 'new-year')).toEqual(['01-01 off', '01-02 off', '01-10 swapped-workday'])
  expect(marked(2026, 'national-day')).toEqual(['08-22 swapped-workday', '08-31 off', '09-01 off', '09-02 off'])
})

test('what counts as decided names at least two dated publications; a year without them is assumed', () => {
  for (const year of knownYears) {
    const { sources, decided } = groundsOf(year)
    const dated = sources.filter((source) => /\d{2}\/\d{2}\/20\d{2}/u.test(source))
    if (decided) expect(dated.length).toBeGreaterThanOrEqual(2)
    else expect(holidaysOf(year).filter(({ name, provisional }) => name === 'tet' && !provisional)).toEqual([])
  }
  expect(knownYears.map((year) => groundsOf(year).decided)).toEqual([true, false, false])
})

test('each working day moved in 2026 has two publications of its own', () => {
  const swaps = holidaysOf(2026).filter(({ kind }) => kind === 'swapped-workday')
  expect(swaps.map(({ date }) => date)).toEqual(['2026-01-10', '2026-08-22'])
  const { sources } = groundsOf(2026)
  for (const about of [/10\/01 for 02\/01|^the same: /u, /22\/8 for 31\/8|^the same plan/u])
    expect(sources.filter((source) => about.test(source)).length).toBeGreaterThanOrEqual(2)
})

test('two neighbouring holidays on one weekend give two days in lieu, one after the other', () => {
  // 30/4/2033 is a Saturday, 01/5/2033 a Sunday.
  expect(marked(2033, 'victory-day')).toEqual(['04-30 off', '05-02 lieu'])
  expect(marked(2033, 'labour-day')).toEqual(['05-01 off', '05-03 lieu'])
})

test('a day in lieu steps over a holiday that follows', () => {
  // 30/4/2028 is a Sunday and 01/5 the Monday after it.
  expect(marked(2028, 'victory-day')).toEqual(['04-30 off', '05-02 lieu'])
})

test('knows which years somebody put together', () => {
  expect(knownYears).toEqual([2026, 2027, 2028])
  expect([2025, 2028, 2029].map(hasYear)).toEqual([false, true, false])
})

test('every year has each date once, in order, and one day in lieu for each day off on a weekend', () => {
  for (let year = 1976; year <= 2050; year++) {
    const days = holidaysOf(year)
    const dates = days.map((holiday) => holiday.date)
    expect(dates).toEqual([...new Set(dates)].sort())
    expect(new Set(dates.map((date) => date.slice(0, 4)))).toEqual(new Set([String(year)]))
    const onWeekend = days.filter((holiday) => holiday.kind === 'off' && weekday(holiday.date) >= 6)
    const lieu = days.filter((holiday) => holiday.kind === 'lieu')
    expect(lieu.map((holiday) => holiday.name).sort()).toEqual(onWeekend.map((holiday) => holiday.name).sort())
    expect(lieu.every((holiday) => weekday(holiday.date) <= 5)).toBe(true)
  }
})

test('every year gives mùng 1 to mùng 3 off', () => {
  for (let year = 1976; year <= 2050; year++) {
    const tet = holidaysOf(year).filter((holiday) => holiday.name === 'tet' && holiday.kind === 'off')
    expect(tet).toHaveLength(5)
    const lunar = tet.map((holiday) => toLunar(holiday.date)).filter(({ month, day }) => month === 1 && day <= 3)
    expect(lunar).toHaveLength(3)
  }
})

test('is refused outside the years of the lunar calendar', () => {
  expect(() => holidaysOf(2051)).toThrow(RangeError)
})

test('one pack has one hash', () => {
  expect(packHash()).toMatch(/^[0-9a-f]{16}$/)
  expect(packHash()).toBe(packHash())
})
