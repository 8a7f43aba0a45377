import { cpus } from 'node:os'
import { median, ms, quantile, table, type Figures } from './figures.js'
import { notice } from './notice.js'
import { findPlaces, type Place } from './places.js'
import { progress } from './progress.js'
import { startService, turns } from './service.js'
import { onTelegram } from './telegram.js'
import { tickBeside } from './tick.js'
import { zaloOaWebhook } from './zalo-oa-webhook.js'

const STARTS = 5
const TURNS = 200
const MEMBERS = 900
const PENDING = [1000, 100_000]
const SEED = 1

async function ofStarts(place: Place): Promise<Figures> {
  progress(`${place.name}: ${STARTS} starts`)
  const started: number[] = []
  const resident: number[] = []
  for (let round = 0; round < STARTS; round++) {
    const service = await startService(place.env())
    started.push(service.startedMs)
    resident.push(service.residentMb())
    await service.stop()
  }
  return [
    [`start to ready, median of ${STARTS}`, ms(median(started))],
    ['resident memory when ready, median', `${median(resident).toFixed(0)} MB`],
  ]
}

async function ofTurns(place: Place): Promise<Figures> {
  progress(`${place.name}: ${TURNS} turns`)
  const service = await startService(place.env())
  const took = await turns(service, TURNS)
  await service.stop()
  return [
    [`a turn, command to answer on the page, p50 of ${TURNS}`, ms(median(took))],
    [`a turn, p99 of ${TURNS}`, ms(quantile(took, 0.99))],
  ]
}

async function ofTicks(place: Place): Promise<Figures> {
  const figures: Figures = []
  for (const pending of PENDING) {
    const beside = pending.toLocaleString('en')
    progress(`${place.name}: a tick beside ${beside} documents`)
    const store = await place.open()
    const { ms: took, inserted } = await tickBeside(store, pending)
    await store.close()
    figures.push([`tick, 10 due beside ${beside} pending`, ms(took)], ['  entries inserted', String(inserted)])
  }
  return figures
}

async function ofNotice(place: Place): Promise<Figures> {
  progress(`${place.name}: a notice to ${MEMBERS} members`)
  const store = await place.open()
  const { ms: took, importMs, twice, missing } = await notice(store, MEMBERS, SEED)
  await store.close()
  return [
    [`import of ${MEMBERS} members with their accounts`, `${(importMs / 1000).toFixed(1)} s`],
    [`notice to ${MEMBERS} members, decided to all on the wall`, `${(took / 1000).toFixed(1)} s`],
    ['  messages a second', ((MEMBERS * 1000) / took).toFixed(0)],
    ['  who has it twice, who misses it', `${twice}, ${missing}`],
  ]
}

const { places, close } = await findPlaces()
try {
  const columns: Figures[] = []
  for (const place of places)
    columns.push([
      ...(await ofStarts(place)),
      ...(await ofTurns(place)),
      ...(await ofTicks(place)),
      ...(await ofNotice(place)),
      ...(await onTelegram(place)),
      ...(await zaloOaWebhook(place)),
    ])
  const rows = columns[0]!.map(([name], row) => [name, ...columns.map((figures) => figures[row]![1])])
  console.log(`npm run bench · Node ${process.version} · ${cpus().length} cores · seed of the roster ${SEED}\n`)
  console.log(table([['', ...places.map(({ name }) => name)], ...rows]))
  if (places.length === 1) console.log('\nMongoDB was not measured: no server was found (docs/testing.md).')
} finally {
  await close()
}
