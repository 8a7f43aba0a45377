import { hasChannel, type Member } from '../domain/people/member.js'
import type { Ctx } from '../engine/command.js'
import { secretaryOf } from './secretary.js'

/** Who keeps the branch's papers and can be written to: the minute-taker, else the secretary. */
export async function recorderOf(ctx: Ctx): Promise<Member | null> {
  const keepers = (await ctx.members()).filter((one) => one.roles.includes('minuteTaker') && hasChannel(one))
  return [...keepers, ...(await secretaryOf(ctx))][0] ?? null
}
