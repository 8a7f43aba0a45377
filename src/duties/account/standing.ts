import type { Update } from '../../chat.js'
import { branchLane } from '../../domain/record.js'
import type { Ctx } from '../../engine/command.js'
import { accountOf } from './door.js'

/** He has blocked the bot, or lets it speak again: his branches are told. */
export async function setStanding(ctx: Ctx, update: Update & { kind: 'standing' }): Promise<string> {
  const account = await accountOf(ctx, update.from)
  const blocked = update.standing === 'out'
  if (account.blocked === blocked) return 'standing as before'
  ctx.save('accounts', { ...account, blocked })
  for (const { branch, member } of account.branches) {
    ctx.post(branchLane(branch), { kind: 'reach', member, address: account.address, reachable: !blocked })
  }
  return blocked ? 'blocked' : 'reachable'
}
