import { addressKey, type Address } from '../../chat.js'
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
  /** Linked addresses, in the order of preference. */
  accounts: Address[]
  /**
   * Keys of those nothing can be sent to: he has not agreed there, or has blocked the bot. The lane of each account tells
   * the branch. Null, or not there: none.
   */
  closed?: string[] | null
  /** Id of the member who enters what this one says by phone. */
  proxyBy: string | null
}

type Linked = Pick<Member, 'accounts' | 'closed'>

export const openAccounts = ({ accounts, closed }: Linked): Address[] =>
  accounts.filter((address) => closed?.includes(addressKey(address)) !== true)

/** Whether any message can reach him: an account where he has agreed, and which does not block the bot. */
export const hasChannel = (member: Linked): boolean => openAccounts(member).length > 0
