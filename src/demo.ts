import { readFile } from 'node:fs/promises'
import type { Clock } from './clock.js'
import { instant } from './domain/calendar/local-time.js'
import { readOffset } from './duties/advance.js'
import { readRoster } from './duties/branch/read-roster.js'
import type { Journal } from './store/journal.js'
import type { Store } from './store/store.js'

/** The demo's year is 2027; it begins when the first meeting of that year is proposed. */
const BEGINS = instant('2026-12-15', '08:00')

/** An empty store of the simulator gets the invented branch, and a clock that stands before its first meeting. */
export async function seedDemo(store: Store, journal: Journal, clock: Clock, file: URL): Promise<void> {
  if (
    (await store.get('journal', 'cli:demo')) !== null ||
    (await store.find('branches', { nextAt: { gte: 0 } }, { limit: 1 })).length > 0
  )
    return
  const reading = readRoster(JSON.parse(await readFile(file, 'utf8')))
  if ('problems' in reading) throw new Error(`${file.pathname}: ${reading.problems.join('; ')}`)
  const { roster } = reading
  // The first of several instances says where the clock begins; another must not set it back.
  await store.insert('machines', [{ _id: 'simulator', version: 1, value: { offset: BEGINS - clock.real() } }])
  await readOffset(store, clock)
  await journal.accept([
    { _id: 'cli:demo', lane: `branch:${roster.branch}`, at: clock.now(), payload: { kind: 'import', roster } },
  ])
}
