import { addressKey, type Address } from '../../chat.js'
import type { Member } from '../../domain/people/member.js'
import type { Ctx } from '../../engine/command.js'

/**
 * The member with what his account's own document says of it by now: whether anything can be sent there. Its lane writes
 * it before it tells the branch, so that the last word told is the last that was written.
 */
export async function withStanding(ctx: Ctx, member: Member, address: Address): Promise<Member> {
  const key = addressKey(address)
  const account = await ctx.get('accounts', key)
  const open = account !== null && account.agreed !== null && !account.blocked
  const closed = member.closed ?? []
  if (closed.includes(key) === !open) return member
  return { ...member, closed: open ? closed.filter((one) => one !== key) : [...closed, key] }
}
