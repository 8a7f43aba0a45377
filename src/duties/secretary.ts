import type { Member } from '../domain/people/member.js'
import type { Ctx } from '../engine/command.js'

/** Who decides and gets the news: the secretary; where no channel reaches him, the deputy. */
export async function secretaryOf(ctx: Ctx): Promise<Member[]> {
  const members = await ctx.members()
  const secretaries = members.filter(({ roles }) => roles.includes('secretary'))
  const deputies = members.filter(({ roles }) => roles.includes('deputy'))
  const reachable = [secretaries, deputies].map((some) => some.filter(({ accounts }) => accounts.length > 0))
  return reachable.find((some) => some.length > 0) ?? secretaries
}
