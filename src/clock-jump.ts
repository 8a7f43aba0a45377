import type { Clock } from './clock.js'

/** What the network corrects little by little stays below this. */
const JUMP_MS = 2000

/** Tells, whenever it is asked, whether the clock has been set since, or the machine has slept. */
export function createJumpWatch({ real, mono }: Pick<Clock, 'real' | 'mono'>): () => boolean {
  const apart = (): number => real() - mono()
  let last = apart()
  return () => {
    const now = apart()
    if (Math.abs(now - last) < JUMP_MS) return false
    last = now
    return true
  }
}
