import { addressKey, type Address } from '../../chat.js'
import type { Branch } from '../../domain/branch.js'
import type { Member } from '../../domain/people/member.js'
import type { Store } from '../../store/store.js'

export interface Demo {
  branch: Branch
  /** In the order of the roster. */
  members: Member[]
}

/** The branch the page shows: the first whose group is on the page, else the first there is. */
export async function readDemo(store: Store): Promise<Demo | null> {
  const branches = (await store.find('branches', {})).filter((branch) => !branch.gone)
  const branch = branches.find(({ groups }) => groups.some(({ channel }) => channel === 'web')) ?? branches[0]
  if (!branch) return null
  const members = await store.find('members', { lane: branch.lane })
  const present = members.filter((member) => !member.gone && member.status !== 'moved')
  return { branch, members: present.sort((a, b) => a.place - b.place) }
}

/** The account by which a member uses the page; null for those who are only reached by phone. */
export const accountOnPage = (member: Member): Address | null =>
  member.accounts.find((account) => account.channel === 'web') ?? null

export const memberOf = (demo: Demo, account: Address): Member | undefined =>
  demo.members.find((member) => member.accounts.some((own) => addressKey(own) === addressKey(account)))

export const groupOf = (demo: Demo): Address | null =>
  demo.branch.groups.find(({ channel }) => channel === 'web') ?? null
