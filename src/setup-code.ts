import { randomBytes, randomUUID } from 'node:crypto'
import { createOrder, type Clock } from './clock.js'
import { drawCode, hashCode } from './domain/joining/code.js'
import { branchLane } from './domain/record.js'
import { createJournal } from './store/journal.js'
import type { Store } from './store/store.js'

const DAY_MS = 24 * 60 * 60_000
const DAYS = 7

/** A code with which one person may found one branch; the branch's id is drawn with it. It is shown once. */
export async function drawSetupCode(store: Store, clock: Clock): Promise<{ code: string; days: number }> {
  const code = drawCode('setup')
  const branch = `cb-${randomBytes(5).toString('hex')}`
  const at = Math.floor(clock.now() / 1000) * 1000
  const payload = { kind: 'setup' as const, branch, hash: hashCode(code), until: at + DAYS * DAY_MS }
  const journal = createJournal(store, clock, createOrder(clock))
  await journal.accept([{ _id: `cli:${randomUUID()}`, lane: branchLane(branch), at, payload }])
  return { code, days: DAYS }
}
