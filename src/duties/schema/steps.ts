import { localDate, monthOf } from '../../domain/calendar/local-time.js'
import { branchOfLane } from '../../domain/record.js'
import type { Ctx, Job } from '../../engine/command.js'
import { turnNextAt } from '../rotation/presenter.js'
import { turnMonth } from '../rotation/turn-month.js'

/** What reading alone cannot lift: a field that is searched for. Done once in every lane whose id begins with `lanes`. */
interface Step {
  lanes: 'branch:' | 'account:' | 'chat:'
  run(ctx: Ctx): Promise<void>
}

/** By the schema number they lead to. */
export const steps: ReadonlyMap<number, Step> = new Map([[2, { lanes: 'branch:', run: watchTurns }]])

export const step: Job<'step'> = async (ctx, { number }) => {
  // The lane of a set-up code nobody has used has no branch, and nothing to be lifted.
  if (await ctx.get('branches', branchOfLane(ctx.lane))) await steps.get(number)?.run(ctx)
}

/** Settled turns came to be looked at until their meeting: those that had no more to come get their time. */
async function watchTurns(ctx: Ctx): Promise<void> {
  const running = { lane: ctx.lane, month: { gte: monthOf(localDate(ctx.now)) } }
  for (const turn of await ctx.find('turns', running)) {
    const nextAt = turnNextAt(ctx, turn, await turnMonth(ctx, turn.month))
    if (nextAt !== turn.nextAt) ctx.save('turns', { ...turn, nextAt })
  }
}
