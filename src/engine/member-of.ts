import { addressKey, type Address } from '../chat.js'
import type { Branch } from '../domain/branch.js'
import type { Member } from '../domain/people/member.js'
import type { Store } from '../store/store.js'

/** The member of this branch to whom an account is linked. The branch lists the address; the account's own word is not asked. */
export async function memberOf(store: Store, branch: Branch, account: Address): Promise<Member | null> {
  const key = addressKey(account)
  const members = await store.find('members', { lane: `branch:${branch._id}` })
  return (
    members.find(
      (member) => !member.gone && member.status !== 'moved' && member.accounts.some((own) => addressKey(own) === key),
    ) ?? null
  )
}
