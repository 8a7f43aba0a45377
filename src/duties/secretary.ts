import { inCharge } from '../domain/people/in-charge.js'
import type { Member } from '../domain/people/member.js'
import type { Ctx } from '../engine/command.js'

export const secretaryOf = async (ctx: Ctx): Promise<Member[]> => inCharge(await ctx.members())
