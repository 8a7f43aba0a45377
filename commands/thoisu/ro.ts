import type { Call } from '../../src/domain/people/contact.js'
import { happened, hasHappened } from '../../src/domain/rota/turn-history.js'
import { hasChannel, type Member } from '../../src/domain/people/member.js'
import type { Turn } from '../../src/domain/rota/turn.js'
import { turnKey } from '../../src/duties/rotation/turn-card.js'
import { form, type Ctx } from '../../src/engine/command.js'
import { Refusal } from '../../src/errors.js'
import { inMonth, monthQuestion, presenterOrSecretary, turnOf } from './month-question.js'

/** The presenter has read it; for one without a channel, the secretary has phoned him. */
export const ro = form({
  also: ['da ro', 'known'],
  hidden: true,
  may: 'member',
  ask: { month: monthQuestion(presenterOrSecretary) },
  run: (ctx, { month }) => acknowledge(ctx, month),
})

export async function acknowledge(ctx: Ctx, month: string): Promise<void> {
  const { turn, member } = await turnOf(ctx, month, presenterOrSecretary)
  const actor = ctx.actor!
  const args = { month: inMonth(ctx, month), name: member.name }
  if (!turn) throw new Refusal('thoisu-not-settled', args)
  if (actor._id === member._id) {
    if (hasHappened(turn, 'known')) return void ctx.reply({ text: ctx.t('thoisu-known-already', args) })
    ctx.save('turns', { ...turn, history: [...turn.history, happened(ctx.at, actor._id, 'known')] })
    return void ctx.reply({ text: ctx.t('thoisu-known', args) })
  }
  if (hasChannel(member)) throw new Refusal('thoisu-not-yours', args)
  await phoned(ctx, turn, member)
  ctx.reply({ text: ctx.t('thoisu-phoned', args) })
}

async function phoned(ctx: Ctx, turn: Turn, member: Member): Promise<void> {
  if (hasHappened(turn, 'phone')) return
  const toldBy = ctx.actor!._id
  ctx.save('turns', { ...turn, history: [...turn.history, happened(ctx.at, toldBy, 'phone')] })
  const key = turnKey(turn)
  const call: Pick<Call, '_id' | 'branch' | 'subject' | 'member' | 'toldBy' | 'at'> = {
    _id: `${key}:${member.key}`,
    branch: ctx.branch._id,
    subject: key,
    member: member._id,
    toldBy,
    at: ctx.at,
  }
  ctx.save('calls', { ...(await ctx.get('calls', call._id)), ...call })
}
