import type { Clock } from '../../clock.js'
import { day, minute } from '../../domain/calendar/local-time.js'
import { hasChannel } from '../../domain/people/member.js'
import { hasRight } from '../../domain/people/rights.js'
import type { Delivery, DeliveryState } from '../../store/delivery.js'
import type { Store } from '../../store/store.js'
import { findings, moment, type Finding } from './finding.js'
import { readAll } from '../read-all.js'

/** Rows older than this have been lived with. */
const recent = 30 * day
/** News is told by the next sweep; this long untold, nothing sweeps. */
const sweepPatience = 10 * minute

/** Whether what was said reached somebody, and whether anybody heard where it did not. */
export async function checkNews(store: Store, clock: Clock): Promise<Finding[]> {
  const doubtful = [...(await rowsIn(store, clock, 'unknown')), ...(await rowsIn(store, clock, 'partial'))]
  const failed = [...(await rowsIn(store, clock, 'undeliverable')), ...(await rowsIn(store, clock, 'expired'))]
  const untold = (await store.find('deliveries', { news: 1 }, { limit: 1000 })).filter(
    ({ claimedAt }) => claimedAt !== null && clock.real() - claimedAt > sweepPatience,
  )
  return [
    ...findings('row-in-doubt', doubtful, rowArgs),
    ...findings('news-lost', failed.filter(isNews), rowArgs),
    ...findings('news-untold', untold, rowArgs),
    ...(await checkSecretaries(store)),
  ]
}

/** Told of itself: it makes no news and belongs to no list that somebody would look into. */
const isNews = ({ lane, silent, key }: Delivery): boolean => silent && key === null && lane.startsWith('branch:')

const rowArgs = ({ _id, lane, recipient, state, reason, claimedAt }: Delivery) => ({
  row: _id,
  lane,
  recipient,
  state,
  reason: reason ?? '–',
  when: claimedAt === null ? '–' : moment(claimedAt),
})

function rowsIn(store: Store, clock: Clock, state: DeliveryState): Promise<Delivery[]> {
  const where = { state, held: { in: [0, 1] }, queue: { in: ['answer', 'bulk'] } }
  // The order of a decision is the real time at which it was taken, 1,024 to the millisecond.
  return readAll(store, 'deliveries', { where, field: 'order', from: (clock.real() - recent) * 1024 })
}

/** A branch whose secretary and deputies have no channel hears of nothing. */
async function checkSecretaries(store: Store): Promise<Finding[]> {
  const deaf = []
  for (const branch of await readAll(store, 'branches', { field: '_id', from: '' })) {
    if (branch.gone) continue
    const members = await readAll(store, 'members', { where: { lane: branch.lane }, field: 'place', from: -1 })
    if (!members.some((member) => hasRight(member, 'secretary') && hasChannel(member))) deaf.push(branch)
  }
  return findings('no-secretary', deaf, ({ _id, name }) => ({ branch: _id, name }))
}
