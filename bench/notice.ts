import { performance } from 'node:perf_hooks'
import { setImmediate as turn } from 'node:timers/promises'
import { instant } from '../src/domain/calendar/local-time.js'
import { readRoster } from '../src/duties/branch/read-roster.js'
import type { Store } from '../src/store/store.js'
import { engineOn } from './engine-on.js'
import { progress } from './progress.js'
import { rosterOf } from './roster.js'

const BEFORE = ['2027-01-28', '09:00'] as const
const NOTICE = ['2027-01-29', '08:00'] as const

/** The notice of a meeting to everybody of a branch: from its decision until it stands on the wall of the last one. */
export async function notice(
  store: Store,
  members: number,
  seed: number,
): Promise<{ ms: number; importMs: number; twice: number; missing: number }> {
  let decidedAt = 0
  const { clock, words, house, courier } = engineOn(store, ({ payload }) => {
    if (payload?.kind === 'clock' && payload.collection === 'meetings') decidedAt = performance.now()
  })
  const goTo = ([date, time]: readonly [string, string]): void => clock.setOffset(instant(date, time) - clock.real())
  const settle = async (): Promise<void> => {
    for (;;) {
      const worked = [await house.rounds.round(), await courier.pump()].some(Boolean)
      if (!worked && (await courier.idle())) return
      await turn()
    }
  }

  goTo(BEFORE)
  const reading = readRoster(rosterOf(members, seed))
  if ('problems' in reading) throw new Error(reading.problems.join('; '))
  const { roster } = reading
  const began = performance.now()
  await house.journal.accept([
    { _id: 'cli:bench', lane: `branch:${roster.branch}`, at: clock.now(), payload: { kind: 'import', roster } },
  ])
  await settle()
  const importMs = performance.now() - began
  progress(`  ${members} members imported in ${(importMs / 1000).toFixed(1)} s`)

  goTo(NOTICE)
  await house.planner.tick()
  await settle()
  const ms = performance.now() - decidedAt
  const seen = await Promise.all(roster.members.map(({ key }) => noticesOf(store, key, words.in('vi')('notice-title'))))
  await courier.stop()
  return {
    ms,
    importMs,
    twice: seen.filter((count) => count > 1).length,
    missing: seen.filter((count) => count === 0).length,
  }
}

async function noticesOf(store: Store, key: string, title: string): Promise<number> {
  const wall = await store.find('webMessages', { chat: `web:${key}`, n: { gt: 0 } })
  return wall.filter((message) => message.title === title).length
}
