import type { Member } from '../../src/domain/people/member.js'
import type { Skip } from '../../src/domain/rota/turn.js'
import { assignTurn, tellReplaced } from '../../src/duties/rotation/assign-turn.js'
import { chooseFor, turnId } from '../../src/duties/rotation/presenter.js'
import type { Ctx } from '../../src/engine/command.js'
import { Refusal } from '../../src/errors.js'
import { heldTurns, inMonth } from './month-question.js'

/**
 * A skip somebody asks for is kept marked gone, so that nothing counts it, until the secretary agrees.
 * One without a reason any more was not agreed to.
 */
export const skipOf = (ctx: Ctx, month: string, member: Member): Promise<Skip | null> =>
  ctx.get('skips', skipId(ctx, month, member))

export function saveSkip(
  ctx: Ctx,
  known: Skip | null,
  skip: { month: string; member: Member; reason: string; agreed: boolean },
): void {
  const { month, member, reason, agreed } = skip
  ctx.save('skips', {
    ...known,
    _id: skipId(ctx, month, member),
    branch: ctx.branch._id,
    month,
    member: member._id,
    reason,
    gone: !agreed,
  })
}

/** Skips a presenter in a month: another one is chosen where the month was settled, and the skipped one comes first in the next free month. */
export async function skipTurn(ctx: Ctx, month: string, member: Member, reason: string): Promise<void> {
  saveSkip(ctx, await skipOf(ctx, month, member), { month, member, reason, agreed: true })
  const turn = await ctx.get('turns', turnId(ctx, month))
  if (turn && !turn.gone) {
    const choice = await chooseFor(ctx, month)
    if (!choice) throw new Refusal('thoisu-skip-nobody', { month: inMonth(ctx, month) })
    await assignTurn(ctx, { month, member: choice.member, how: 'rota', why: choice.why })
    await tellReplaced(ctx, month, member, choice.member)
  }
  ctx.reply({ text: (await afterSkip(ctx, month, member)).join('\n') })
}

/** Who presents in the month now, and when the skipped one does. */
async function afterSkip(ctx: Ctx, month: string, skipped: Member): Promise<string[]> {
  const turns = await heldTurns(ctx)
  const instead = turns.find((turn) => turn.month === month)
  const next = turns.find((turn) => turn.member._id === skipped._id && turn.month > month)
  return [
    ctx.t('thoisu-skip-done', { name: skipped.name, month: inMonth(ctx, month), instead: instead?.member.name ?? '–' }),
    ...(next ? [ctx.t('thoisu-skip-next', { name: skipped.name, month: inMonth(ctx, next.month) })] : []),
  ]
}

const skipId = (ctx: Ctx, month: string, member: Member): string => `${ctx.branch._id}:${month}:${member.key}`
