import { expect, test } from '@jest/globals'
import { readQuarter } from '../../../src/domain/calendar/read-quarter.js'

test.each([
  ['II', 'II'],
  ['quý iii', 'III'],
  ['Quý 4', 'IV'],
  ['1', 'I'],
  ['3/2027', 'III/2027'],
  ['quý I năm 2028', 'I/2028'],
  ['5', null],
  ['iiii', null],
  ['', null],
  ['quý', null],
  ['2'.repeat(1000), null],
])('%j', (typed, quarter) => {
  expect(readQuarter(typed)).toBe(quarter)
})
