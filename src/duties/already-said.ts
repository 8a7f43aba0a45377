import type { Member } from '../domain/people/member.js'
import type { Ctx } from '../engine/command.js'
import type { Delivery } from '../store/delivery.js'

/**
 * Whether what bears the key came to a member, may have come, or is on its way: then it is not said to him again.
 * A row that waits without an address to go to will never come.
 */
export const alreadySaid = async (ctx: Ctx, key: string, member: Member): Promise<boolean> =>
  (await ctx.rows(key)).some((row) => row.recipient === member._id && stands(row))

/** The same, where being told by phone is as good. */
export async function alreadyTold(ctx: Ctx, key: string, member: Member): Promise<boolean> {
  const calls = await ctx.find('calls', { lane: ctx.lane, subject: key })
  return calls.some((call) => call.member === member._id) || alreadySaid(ctx, key, member)
}

function stands({ state, cancelled, addresses, turn }: Delivery): boolean {
  if (state === 'waiting') return !cancelled && turn < addresses.length
  return state === 'sending' || state === 'sent' || state === 'unknown' || state === 'partial'
}
