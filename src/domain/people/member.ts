import type { Address } from '../../chat.js'
import type { Locale } from '../../words.js'
import type { Owned } from '../record.js'

export const roles = ['secretary', 'deputy', 'committee', 'minuteTaker', 'cellLeader'] as const
export type Role = (typeof roles)[number]
type MemberStatus = 'official' | 'probationary' | 'temporary' | 'exempt' | 'moved'

/** A đảng viên of one branch. `_id` is `<branch>:<key>`, the key being the roster's own id (`m01`). */
export interface Member extends Owned {
  branch: string
  key: string
  name: string
  /** Given name first, for ordering; kept because not every name follows the Kinh order. */
  sortName: string
  roles: Role[]
  status: MemberStatus
  cell: string
  /** Place in the roster, for lists that keep its order. */
  place: number
  tempExempt: { from: string; to: string } | null
  /** ISO date a probationary member is due to become official. */
  officialDue: string | null
  locale: Locale
  simple: boolean
  /** Linked and agreed addresses, in the order of preference. */
  accounts: Address[]
  /** Id of the member who enters what this one says by phone. */
  proxyBy: string | null
}

/** Whether any message can reach him. */
export const hasChannel = ({ accounts }: Pick<Member, 'accounts'>): boolean => accounts.length > 0
