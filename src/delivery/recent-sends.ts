import { addressKey, type Channel } from '../chat.js'
import type { Store } from '../store/store.js'
import type { Gate } from './gate.js'

const MINUTE = 60_000

/** What earlier holders of the store sent in the last minute, or may have sent, counts as sent now; so does what bears a later time. */
export async function countRecentSends(store: Store, gates: ReadonlyMap<Channel, Gate>, real: number): Promise<void> {
  const since = { gte: real - MINUTE }
  const latest = { sort: { field: 'sentAt', descending: true }, limit: 10_000 }
  const sent = await store.find('deliveries', { sentAt: since }, latest)
  const inDoubt = await store.find(
    'deliveries',
    { state: { in: ['sending', 'unknown'] }, claimedAt: since },
    { limit: 10_000 },
  )
  for (const row of [...sent, ...inDoubt]) {
    const address = row.addresses[row.turn]!
    const calls = row.sentAt === null ? 1 : row.sentIds.length
    for (let call = 0; call < calls; call++)
      gates.get(address.channel)?.count(addressKey(address), row.recipient === 'group')
  }
}
