import { addressKey } from '../../src/chat.js'
import type { Member } from '../../src/domain/people/member.js'
import type { Ctx } from '../../src/engine/command.js'

export type Reach = 'yes' | 'asked' | 'blocked' | 'invited' | 'no'

/** Documents of other lanes are hints; a list for the secretary is all they are wanted for. */
export async function reachOf(ctx: Ctx, member: Member): Promise<Reach> {
  let reach: Reach = 'no'
  for (const address of member.accounts) {
    const account = await ctx.get('accounts', addressKey(address))
    if (!account) continue
    if (account.agreed && !account.blocked) return 'yes'
    reach = account.blocked ? 'blocked' : 'asked'
  }
  if (reach !== 'no') return reach
  const invites = await ctx.find('invites', { lane: ctx.lane, member: member._id })
  if (invites.some(({ used }) => used !== null)) return 'asked'
  return invites.some(({ used, until }) => used === null && until > ctx.at) ? 'invited' : 'no'
}
