import { dateWords } from '../../domain/calendar/date-words.js'
import { minute } from '../../domain/calendar/local-time.js'
import { hasChannel, type Member } from '../../domain/people/member.js'
import { happened, hasHappened } from '../../domain/rota/turn-history.js'
import { openSteps } from '../../domain/rota/turn-times.js'
import type { Turn } from '../../domain/rota/turn.js'
import type { Ctx, Duty } from '../../engine/command.js'
import { assignTurn, tellReplaced } from './assign-turn.js'
import { stands } from './branch-rota.js'
import { chooseFor, turnNextAt } from './presenter.js'
import { tellPresenterGone } from './presenter-missing.js'
import { secretaryOf } from '../secretary.js'
import { tellNobodyFree, tellPresenter } from './turn-card.js'
import { turnMonth } from './turn-month.js'

/** Later than this, a reminder says so. */
const lateAfter = 30 * minute

/** Tells the presenter of his turn at its steps; chooses anew where he has left or become exempt meanwhile. */
export const turnDuty: Duty<'turns'> = {
  collection: 'turns',
  async run(ctx, turn) {
    const meeting = await turnMonth(ctx, turn.month)
    if (meeting.cancelled) return void ctx.save('turns', { ...turn, nextAt: null })
    const open = openSteps(turn, meeting.date, ctx.branch.notice.hour)
    const due = open.filter(({ at }) => at <= ctx.at)
    const useful = meeting.start > ctx.now
    const done = {
      ...turn.done,
      ...Object.fromEntries(due.map(({ step }) => [step, useful ? ctx.at : (false as const)])),
    }
    const nextAt = useful ? turnNextAt(ctx, { month: turn.month, done }, meeting) : null
    const saved = ctx.save('turns', { ...turn, done, nextAt })
    if (!useful) return due.length === 0 ? undefined : tellMissed(ctx, turn)
    const members = await ctx.members()
    const able = stands(turn, members, meeting)
    if (due.length === 0) return able ? undefined : tellGone(ctx, saved)
    if (!able) return replace(ctx, saved)
    // One message a subject: of several overdue reminders the last one speaks.
    if (open.some(({ at }) => at > ctx.at && at <= ctx.now)) return
    await remind(
      ctx,
      saved,
      members.find(({ _id }) => _id === turn.member)!,
      ctx.now - due.at(-1)!.at > lateAfter,
    )
  },
  nextAt: async (ctx, turn) => turnNextAt(ctx, turn, await turnMonth(ctx, turn.month)),
}

async function remind(ctx: Ctx, turn: Turn, member: Member, late: boolean): Promise<void> {
  // Whoever has been phoned need not be phoned again.
  if (!hasChannel(member) && hasHappened(turn, 'phone')) return
  await tellPresenter(ctx, turn, member, { late })
}

/** Between two steps, and after the last of them, the secretary is told once and may choose. What he leaves, the next step does. */
async function tellGone(ctx: Ctx, turn: Turn): Promise<void> {
  const member = await ctx.get('members', turn.member)
  if (!member || hasHappened(turn, 'gone-told')) return
  ctx.save('turns', { ...turn, history: [...turn.history, happened(ctx.at, 'clock', 'gone-told')] })
  await tellPresenterGone(ctx, turn, member)
}

async function replace(ctx: Ctx, turn: Turn): Promise<void> {
  const before = await ctx.get('members', turn.member)
  const choice = await chooseFor(ctx, turn.month)
  if (!choice) return tellNobodyFree(ctx, turn.month)
  const { member, why } = choice
  await assignTurn(ctx, { month: turn.month, member, how: 'rota', why })
  const reachable = before && !before.gone && before.status !== 'moved' ? before : null
  await tellReplaced(ctx, turn.month, reachable, member)
}

/** Nobody was reminded in time, and the meeting has begun: only the secretary hears of it. */
async function tellMissed(ctx: Ctx, turn: Turn): Promise<void> {
  const member = await ctx.get('members', turn.member)
  ctx.say(await secretaryOf(ctx), (t, reader) => {
    const month = dateWords[reader?.locale ?? ctx.branch.locale].month(turn.month)
    return { text: t('thoisu-missed', { month, name: member?.name ?? '–' }) }
  })
}
