import { addressKey } from '../../src/chat.js'
import type { Ctx } from '../../src/engine/command.js'

/**
 * Whether he has another branch to speak to. `/chibo` is heard in his account's lane, before any branch: it is no
 * command of the list, and means nothing to whoever is in one.
 */
export async function hasOtherBranch(ctx: Ctx): Promise<boolean> {
  const account = await ctx.get('accounts', addressKey(ctx.source!.account))
  return account !== null && account.branches.length > 1
}
