import { expect, test } from '@jest/globals'
import { answerWindow } from '../../src/domain/answer-window.js'

const hour = 3_600_000
const heard = 1_800_000_000_000

test.each([
  [0, { state: 'free', until: heard + 48 * hour }],
  [48 * hour, { state: 'free', until: heard + 48 * hour }],
  [48 * hour + 1, { state: 'billed', until: heard + 168 * hour }],
  [168 * hour, { state: 'billed', until: heard + 168 * hour }],
  [168 * hour + 1, { state: 'closed' }],
])('%d ms after the person spoke', (after, window) => {
  expect(answerWindow(heard, heard + after)).toEqual(window)
})

test('who never spoke cannot be written to', () => {
  expect(answerWindow(null, heard)).toEqual({ state: 'closed' })
})
