import { cpus } from 'node:os'
import { notice, tickBeside } from './engine.js'
import { start, turns } from './service.js'
import { findPlaces, type Place } from './stores.js'

const STARTS = 5
const TURNS = 200
const MEMBERS = 900

const progress = (text: string): void => void process.stderr.write(`${text}\n`)
const median = (values: number[]): number => quantile(values, 0.5)
const quantile = (values: number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!

async function measure(place: Place): Promise<Record<string, string>> {
  progress(`${place.name}: starts`)
  const started: number[] = []
  const resident: number[] = []
  for (let round = 0; round < STARTS; round++) {
    const service = await start(place.env())
    started.push(service.startedMs)
    resident.push(service.residentMb)
    await service.stop()
  }
  progress(`${place.name}: ${TURNS} turns`)
  const service = await start(place.env())
  const took = await turns(service.url, TURNS)
  await service.stop()
  const few = await place.open()
  const many = await place.open()
  const beside1k = await tickBeside(few, 1000, progress)
  const beside100k = await tickBeside(many, 100_000, progress)
  await few.close()
  await many.close()
  progress(`${place.name}: a notice to ${MEMBERS} members`)
  const store = await place.open()
  const { ms, sent } = await notice(store, MEMBERS)
  await store.close()
  return {
    'start to ready, median of 5': `${median(started).toFixed(0)} ms`,
    'resident memory when ready': `${median(resident).toFixed(0)} MB`,
    [`a turn on the page, p50 of ${TURNS}`]: `${median(took).toFixed(0)} ms`,
    [`a turn on the page, p99 of ${TURNS}`]: `${quantile(took, 0.99).toFixed(0)} ms`,
    'tick, 10 due beside 1,000 pending': `${beside1k.toFixed(1)} ms`,
    'tick, 10 due beside 100,000 pending': `${beside100k.toFixed(1)} ms`,
    [`told ${MEMBERS} members and the group`]: `${(ms / 1000).toFixed(1)} s for ${sent} messages`,
  }
}

const found = await findPlaces()
try {
  const columns: Record<string, Record<string, string>> = {}
  for (const place of found.places) {
    for (const [figure, value] of Object.entries(await measure(place))) (columns[figure] ??= {})[place.name] = value
  }
  console.log(`npm run bench · Node ${process.version} · ${cpus().length} cores`)
  console.table(columns)
  if (found.places.length === 1)
    console.log('No MongoDB server was found (see docs/testing.md): only SQLite was measured.')
} finally {
  await found.close()
}
