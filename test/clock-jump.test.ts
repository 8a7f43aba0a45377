import { expect, test } from '@jest/globals'
import { createJumpWatch } from '../src/clock-jump.js'

test('a clock that was set, forwards or backwards, is told once; one that runs or is corrected little by little never', () => {
  const clock = { wall: 1_000_000, ran: 0 }
  const jumped = createJumpWatch({ real: () => clock.wall, mono: () => clock.ran })
  const after = (wall: number, ran: number): boolean => {
    clock.wall += wall
    clock.ran += ran
    return jumped()
  }
  expect(after(60_000, 60_000)).toBe(false)
  expect(after(60_300, 60_000)).toBe(false)
  expect(after(30 * 86_400_000, 200)).toBe(true)
  expect(after(200, 200)).toBe(false)
  expect(after(-3_600_000, 200)).toBe(true)
  expect(after(200, 200)).toBe(false)
})
