import { expect, test } from '@jest/globals'
import { instant } from '../../../src/domain/calendar/local-time.js'
import { isPreparedIn, isPresentedIn } from '../../../src/domain/rota/topic-month.js'

const months = Array.from({ length: 12 }, (_, place) => `2027-${String(place + 1).padStart(2, '0')}`)
const planned = { state: 'planned' as const, deadline: null }

test.each(['III/2027', 'quý III/2027', '3/2027', '2027-Q3', 'III'])(
  'a topic of the quarter «%s» is presented in August',
  (quarter) => {
    expect(months.filter((month) => isPresentedIn({ ...planned, quarter }, month))).toEqual(['2027-08'])
    expect(months.filter((month) => isPreparedIn({ ...planned, quarter }, month))).toEqual([
      '2027-07',
      '2027-08',
      '2027-09',
    ])
  },
)

test('the quarters are not mixed up', () => {
  const presented = ['I', 'II', 'III', 'IV'].map((quarter) =>
    months.filter((month) => isPresentedIn({ ...planned, quarter }, month)),
  )
  expect(presented).toEqual([['2027-02'], ['2027-05'], ['2027-08'], ['2027-11']])
})

test('a closed topic is not prepared any more, and without a year it is of no later year', () => {
  expect(months.some((month) => isPreparedIn({ quarter: 'III/2027', state: 'closed', deadline: null }, month))).toBe(
    false,
  )
  expect(isPresentedIn({ quarter: 'III/2027', state: 'closed', deadline: null }, '2027-08')).toBe(true)
  expect(isPresentedIn({ quarter: 'III', state: 'closed', deadline: null }, '2028-08')).toBe(false)
})

test('another year is another year', () => {
  expect(isPresentedIn({ ...planned, quarter: 'III/2026' }, '2027-08')).toBe(false)
})

test('a topic without a quarter goes by its deadline, and without one by nothing', () => {
  const deadline = instant('2027-02-02', '17:00')
  expect(months.filter((month) => isPresentedIn({ quarter: '', state: 'open', deadline }, month))).toEqual(['2027-02'])
  expect(months.filter((month) => isPresentedIn({ ...planned, quarter: '' }, month))).toEqual([])
})
