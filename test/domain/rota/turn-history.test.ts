import { expect, test } from '@jest/globals'
import { assigned, happened, hasHappened } from '../../../src/domain/rota/turn-history.js'

const given = (member: string) => assigned(1, 'clock', { how: 'rota', member }, null)

test('what the former holder acknowledged does not count for the next', () => {
  const history = [given('b:m01'), happened(2, 'b:m01', 'known')]
  expect(hasHappened({ history }, 'known')).toBe(true)
  expect(hasHappened({ history: [...history, given('b:m02')] }, 'known')).toBe(false)
})

test('it says from whom to whom a turn went, and how', () => {
  expect(assigned(1, 'b:m08', { how: 'swap', member: 'b:m10' }, 'b:m08').what).toBe('swap b:m08>b:m10')
})
