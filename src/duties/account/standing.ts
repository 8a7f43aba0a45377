import type { Update } from '../../chat.js'
import type { Account } from '../../domain/people/contact.js'
import { branchLane } from '../../domain/record.js'
import type { Ctx, Draft } from '../../engine/command.js'
import { accountOf } from './door.js'

/** He has blocked the bot, or lets it speak again; or he speaks where he could not be written to: his branches are told. */
export async function setStanding(ctx: Ctx, update: Update & { kind: 'standing' }): Promise<string> {
  const account = await accountOf(ctx, update.from)
  if (update.standing === 'back') {
    if (account.agreed === null || account.blocked) return 'standing as before'
    tellBranches(ctx, account, true)
    return 'reachable'
  }
  const blocked = update.standing === 'out'
  if (account.blocked === blocked) return 'standing as before'
  ctx.save('accounts', { ...account, blocked })
  tellBranches(ctx, account, !blocked)
  return blocked ? 'blocked' : 'reachable'
}

function tellBranches(ctx: Ctx, { branches, address }: Draft<Account>, reachable: boolean): void {
  for (const { branch, member } of branches) ctx.post(branchLane(branch), { kind: 'reach', member, address, reachable })
}
