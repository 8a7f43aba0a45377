import { addressKey } from '../../chat.js'
import type { Member } from '../../domain/people/member.js'
import type { Ctx } from '../../engine/command.js'

/** Whom a message reaches on a channel that takes no file, where there is no address to read it at either. */
export async function withoutFile(ctx: Ctx, members: readonly Member[]): Promise<Member[]> {
  const found = []
  for (const member of members) {
    for (const address of member.accounts) {
      const account = await ctx.get('accounts', addressKey(address))
      if (!account?.agreed || account.blocked) continue
      if (!ctx.carriesFiles(address.channel)) found.push(member)
      break
    }
  }
  return found
}
