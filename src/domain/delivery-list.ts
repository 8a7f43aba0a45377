import type { Address, Channel } from '../chat.js'
import type { Member } from './people/member.js'

/** A row as far as the list goes by it. `recipient` is a member id, or `group`. */
export interface ListedRow {
  recipient: string
  state: string
  reason: string | null
  order: number
  n: number
  sentAt: number | null
  addresses: Address[]
  /** Why each address before the one in hand was passed over. */
  refused: string[]
}

export interface ListedPerson {
  /** Member id, or `group`. */
  recipient: string
  /** Null for the group. */
  name: string | null
  state: string
  reason: string | null
  sentAt: number | null
  /** The one it went by, or waits for; null where none is left. */
  channel: Channel | null
  /** What was tried before, in that order. */
  refused: { channel: Channel; reason: string }[]
}

/** What came of one notice or draft. Whoever no channel reaches is under `failed`, or under `waiting` for a closed one, and on the call list. */
export interface DeliveryList<M> {
  sent: ListedPerson[]
  failed: ListedPerson[]
  inDoubt: ListedPerson[]
  waiting: ListedPerson[]
  callList: { member: M; told: boolean }[]
}

type Group = 'sent' | 'failed' | 'inDoubt' | 'waiting'

const groups: Record<string, Group> = {
  sent: 'sent',
  undeliverable: 'failed',
  expired: 'failed',
  unknown: 'inDoubt',
  partial: 'inDoubt',
  waiting: 'waiting',
  sending: 'waiting',
}

/**
 * Groups the rows that bear `key`, one line a member and a group: the latest row counts, cancelled ones do not.
 * `calls` are the records of who was told by phone, `_id` being `<key>:<member key>`.
 */
export function deliveryList<M extends Pick<Member, '_id' | 'key' | 'name' | 'place'>>(given: {
  key: string
  rows: readonly ListedRow[]
  members: readonly M[]
  calls: readonly { _id: string; gone: boolean }[]
}): DeliveryList<M> {
  const list: DeliveryList<M> = { sent: [], failed: [], inDoubt: [], waiting: [], callList: [] }
  const members = new Map(given.members.map((member) => [member._id, member]))
  const told = new Set(given.calls.filter((call) => !call.gone).map((call) => call._id))
  const place = (row: ListedRow): number => members.get(row.recipient)?.place ?? -1

  for (const row of latestRows(given.rows).sort((a, b) => place(a) - place(b))) {
    const group = groups[row.state]
    if (!group) continue
    const member = members.get(row.recipient)
    const { recipient, state, reason, sentAt, addresses } = row
    const refused = row.refused.map((why, turn) => ({ channel: addresses[turn]!.channel, reason: why }))
    const channel = addresses[row.refused.length]?.channel ?? null
    list[group].push({ recipient, name: member?.name ?? null, state, reason, sentAt, channel, refused })
    if ((group === 'failed' || isStuck(row)) && member)
      list.callList.push({ member, told: told.has(`${given.key}:${member.key}`) })
  }
  return list
}

/** His last channel has been closed for so long that he is not to be left waiting for it. */
const isStuck = ({ state, reason }: ListedRow): boolean =>
  groups[state] === 'waiting' && (reason === 'closed' || reason === 'away')

/** The row that counts of each member and each group. */
export function latestRows<R extends ListedRow>(rows: readonly R[]): R[] {
  const latest = new Map<string, R>()
  for (const row of rows) {
    if (row.state === 'cancelled') continue
    const key = whose(row)
    const other = latest.get(key)
    if (!other || row.order > other.order || (row.order === other.order && row.n > other.n)) latest.set(key, row)
  }
  return [...latest.values()]
}

/** A member has one line whatever his channels; each group has its own. */
const whose = ({ recipient, addresses }: Pick<ListedRow, 'recipient' | 'addresses'>): string =>
  recipient === 'group' ? `group ${addresses[0]?.channel}` : recipient
