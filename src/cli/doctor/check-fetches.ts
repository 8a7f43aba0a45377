import type { Clock } from '../../clock.js'
import { day, hour } from '../../domain/calendar/local-time.js'
import type { Fetch } from '../../store/files/fetch.js'
import type { Store } from '../../store/store.js'
import { findings, moment, type Finding } from './finding.js'

/** Files that failed longer ago than this have been lived with. */
const recent = 30 * day

/** Whether the files members sent came. Names of files are nobody's business here. */
export async function checkFetches(store: Store, clock: Clock): Promise<Finding[]> {
  const failed = await store.find(
    'fetches',
    { came: 'failed', at: { gte: clock.now() - recent } },
    { sort: { field: 'at' } },
  )
  const waiting = await store.find('fetches', { state: 'waiting', retryAt: { gte: 0 } }, { sort: { field: 'retryAt' } })
  const late = waiting.filter(({ failingSince }) => failingSince !== null && clock.real() - failingSince > hour)
  return [
    ...findings('fetch-failed', failed, argsOf),
    ...findings('fetch-late', late, (row) => ({ ...argsOf(row), retry: moment(row.retryAt) })),
  ]
}

const argsOf = ({ _id, lane, at, attempt }: Fetch) => ({
  fetch: _id,
  lane,
  when: moment(at),
  tries: String(attempt),
})
