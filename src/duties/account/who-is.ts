import type { Membership } from '../../domain/people/contact.js'
import type { Ctx } from '../../engine/command.js'
import type { T } from '../../words.js'
import { branchName } from './branch-name.js'

/** Whom a code or a link makes somebody, in the words of people. The branch's document: its name is all that is wanted. */
export async function whoIs(ctx: Ctx, t: T, { branch, member }: Membership): Promise<{ member: string; name: string }> {
  const found = await ctx.get('members', member)
  return { member: found?.name ?? '', name: await branchName(ctx, t, branch) }
}
