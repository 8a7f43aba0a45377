import type { Clock } from '../../clock.js'
import { minute } from '../../domain/calendar/local-time.js'
import type { Timed } from '../../domain/record.js'
import { timedNames } from '../../store/collections.js'
import type { Entry, Lane } from '../../store/entry.js'
import type { Store } from '../../store/store.js'
import { findings, moment, type Finding } from './finding.js'
import { readAll } from '../read-all.js'

/** What is open longer than this waits for something that does not come by itself. */
const patience = 2 * minute
/** A lane held by one entry for as long as this is told. */
const heldTooLong = 10 * minute
const looked = 100

/** Whether what was said and what is due gets done. `working`: an instance owns the store. */
export async function checkWork(store: Store, clock: Clock, working: boolean): Promise<Finding[]> {
  return [
    ...(await checkLag(store, clock, working)),
    ...(await checkLanes(store, clock)),
    ...(await checkFailed(store)),
  ]
}

async function checkLag(store: Store, clock: Clock, working: boolean): Promise<Finding[]> {
  const real = clock.real()
  const [oldest] = await store.find('journal', { open: 1 }, { sort: { field: 'acceptedAt' }, limit: 1 })
  const since = oldest && real - oldest.acceptedAt > patience ? oldest : null
  const due: Timed[] = []
  for (const collection of timedNames) {
    const where = { nextAt: { gt: 0, lte: clock.now() - patience } }
    const found = (await store.find(collection, where, { sort: { field: 'nextAt' }, limit: looked })) as Timed[]
    due.push(...found.filter((doc) => !doc.gone).slice(0, 1))
  }
  const first = due.sort((a, b) => a.nextAt! - b.nextAt!)[0]
  return [
    ...(since
      ? [
          {
            what: working ? 'lag' : 'lag-unowned',
            args: { entry: since._id, lane: since.lane, since: moment(since.acceptedAt) },
          },
        ]
      : []),
    ...(first
      ? [{ what: working ? 'tick' : 'tick-unowned', args: { document: first._id, since: moment(first.nextAt!) } }]
      : []),
  ]
}

async function checkLanes(store: Store, clock: Clock): Promise<Finding[]> {
  const stopped = await readAll(store, 'lanes', { field: 'stopped', from: '' })
  const busy = await readAll(store, 'lanes', { field: 'current', from: '' })
  const held = busy.filter(
    ({ stopped, since }) => stopped === null && since !== null && clock.real() - since > heldTooLong,
  )
  const args = ({ _id, current, since, stopped }: Lane) => ({
    lane: _id,
    entry: current ?? '–',
    since: since === null ? '–' : moment(since),
    why: stopped ?? '–',
  })
  return [...findings('lane-stopped', stopped, args), ...findings('lane-held', held, args)]
}

/** Failed entries nobody has resolved: one that was posted anew and done is settled, one that failed again stands for itself. */
async function checkFailed(store: Store): Promise<Finding[]> {
  const failed = await readAll(store, 'journal', { where: { failed: true }, field: 'acceptedAt', from: 0 })
  const unresolved: Entry[] = []
  const waiting: Entry[] = []
  for (const entry of failed) {
    const again = await store.get('journal', `${entry._id}:again`)
    if (again === null) unresolved.push(entry)
    else if (again.open !== 0) waiting.push(again)
  }
  const args = ({ _id, lane, acceptedAt, decision, payload }: Entry) => ({
    entry: _id,
    lane,
    when: moment(acceptedAt),
    kind: payload?.kind ?? '–',
    failure: decision?.failure ?? '–',
  })
  return [
    ...findings('failed', unresolved, args),
    ...findings('failed-again', waiting, (entry) => ({
      ...args(entry),
      retry: entry.retryAt === null ? '–' : moment(entry.retryAt),
    })),
  ]
}
