import { addressKey } from '../../chat.js'
import type { Store } from '../../store/store.js'
import type { WebWall } from '../../store/wall.js'
import { accountOnPage, groupOf, readDemo } from './demo-branch.js'

/** Whom the bot has said or edited something since a place on the wall. */
export interface Reached {
  group: boolean
  names: string[]
}

const atOnce = 500

export async function reachedSince(store: Store, wall: Pick<WebWall, 'list'>, place: number): Promise<Reached> {
  const demo = await readDemo(store)
  const group = demo && groupOf(demo)
  const spokenTo = async (chat: string): Promise<boolean> =>
    (await wall.list(chat, place, atOnce)).some(({ author }) => author === 'bot')
  const names: string[] = []
  for (const member of demo?.members ?? []) {
    const account = accountOnPage(member)
    if (account && (await spokenTo(addressKey(account)))) names.push(member.name)
  }
  return { group: group !== null && (await spokenTo(addressKey(group))), names }
}
