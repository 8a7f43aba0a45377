import { localDate, monthOf } from '../../domain/calendar/local-time.js'
import { branchOfLane } from '../../domain/record.js'
import type { Ctx, Job } from '../../engine/command.js'
import { withStanding } from '../branch/account-standing.js'
import { turnNextAt } from '../rotation/presenter.js'
import { turnMonth } from '../rotation/turn-month.js'

/** What reading alone cannot lift: a field that is searched for, or what another document says. Done once in every lane whose id begins with `lanes`. */
interface Step {
  lanes: 'branch:' | 'account:' | 'chat:'
  run(ctx: Ctx): Promise<void>
}

/** By the schema number they lead to. */
export const steps: ReadonlyMap<number, Step> = new Map([
  [2, { lanes: 'branch:', run: watchTurns }],
  [5, { lanes: 'branch:', run: noteStandings }],
])

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

/** Members came to say which of their accounts nothing can be sent to. */
async function noteStandings(ctx: Ctx): Promise<void> {
  for (const member of await ctx.find('members', { lane: ctx.lane })) {
    let told = member
    for (const address of member.accounts) told = await withStanding(ctx, told, address)
    if (told !== member) ctx.save('members', told)
  }
}
