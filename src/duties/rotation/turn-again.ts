import type { Member } from '../../domain/people/member.js'
import { hasHappened } from '../../domain/rota/turn-history.js'
import type { Ctx } from '../../engine/command.js'
import { alreadyTold } from '../already-said.js'
import { tellPresenter, turnKey } from './turn-card.js'
import { turnMonth } from './turn-month.js'

/** Whoever can be reached again gets the card of a turn still ahead that did not come to him. */
export async function turnAgain(ctx: Ctx, member: Member): Promise<void> {
  for (const turn of await ctx.find('turns', { lane: ctx.lane })) {
    if (turn.member !== member._id || hasHappened(turn, 'phone')) continue
    const { cancelled, start } = await turnMonth(ctx, turn.month)
    if (cancelled || start <= ctx.at) continue
    const said = (await ctx.rows(turnKey(turn))).some(({ recipient }) => recipient === member._id)
    if (said && !(await alreadyTold(ctx, turnKey(turn), member))) await tellPresenter(ctx, turn, member)
  }
}
