import { createHash, timingSafeEqual } from 'node:crypto'

/** Hashes are compared, in constant time: they are of one length, and tell nothing by their order. */
export function sameSecret(given: unknown, expected: string): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(typeof given === 'string' ? given : ''), hash(expected)) && typeof given === 'string'
}
