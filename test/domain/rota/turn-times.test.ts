import { expect, test } from '@jest/globals'
import { instant } from '../../../src/domain/calendar/local-time.js'
import { nextLook, openSteps, stepsDoneBy } from '../../../src/domain/rota/turn-times.js'

const turn = { month: '2027-02', done: {} }
const at = (date: string): number => instant(date, '08:00')

test('a presenter of 3 February is told a week before, at the end of January, and three days before', () => {
  expect(openSteps(turn, '2027-02-03', '08:00')).toEqual([
    { step: 'week', at: at('2027-01-27') },
    { step: 'monthEnd', at: at('2027-01-31') },
    { step: 'lead', at: at('2027-01-31') },
  ])
})

test('a meeting late in the month has its month end first', () => {
  expect(openSteps(turn, '2027-02-24', '07:30').map(({ step }) => step)).toEqual(['monthEnd', 'week', 'lead'])
})

test('what was said at a moment stands for all that was due by then', () => {
  const done = stepsDoneBy(turn, '2027-02-03', '08:00', at('2027-01-31'))
  expect(openSteps({ ...turn, done }, '2027-02-03', '08:00')).toEqual([])
})

test('a meeting moved on brings its steps back; moved there and back it does not', () => {
  const done = stepsDoneBy(turn, '2027-02-03', '08:00', at('2027-01-31'))
  expect(openSteps({ ...turn, done }, '2027-02-20', '08:00').map(({ step }) => step)).toEqual(['week', 'lead'])
  expect(openSteps({ ...turn, done }, '2027-02-03', '08:00')).toEqual([])
})

test('a step that passed without use does not come back', () => {
  const done = { monthEnd: false, week: false, lead: false } as const
  expect(openSteps({ ...turn, done }, '2027-02-20', '08:00')).toEqual([])
})

test('in the last week before the meeting a turn is looked at once a day, until its day has begun', () => {
  const looks: number[] = []
  for (let look = nextLook('2027-02-03', '08:00', 0); look !== null; look = nextLook('2027-02-03', '08:00', look))
    looks.push(look)
  expect(looks).toEqual(
    ['2027-01-28', '2027-01-29', '2027-01-30', '2027-01-31', '2027-02-01', '2027-02-02', '2027-02-03'].map(at),
  )
})
