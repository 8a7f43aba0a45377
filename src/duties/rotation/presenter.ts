import { addMonths, localDate, monthOf } from '../../domain/calendar/local-time.js'
import type { Member } from '../../domain/people/member.js'
import { chooseNext, forecast as forecastRota, type Choice } from '../../domain/rota/rota.js'
import { assigned } from '../../domain/rota/turn-history.js'
import { nextLook, openSteps } from '../../domain/rota/turn-times.js'
import type { Turn } from '../../domain/rota/turn.js'
import type { Ctx } from '../../engine/command.js'
import { branchRota } from './branch-rota.js'
import { hurryOffers } from './swap-offers.js'
import { tellNobodyFree, turnKey } from './turn-card.js'
import { turnMonth, type TurnMonth } from './turn-month.js'

/** How far ahead people are shown the rotation, and may settle turns. */
const monthsShown = 12

/** A month of the rotation: settled by its turn, or forecast by a choice. */
export interface PlannedTurn extends TurnMonth {
  /** Null where the meeting is cancelled, or nobody is free. */
  member: Member | null
  turn: Turn | null
  choice: Choice<Member> | null
}

export const turnId = (ctx: Ctx, month: string): string => `${ctx.branch._id}:${month}`

/** Who presents in the given months (YYYY-MM), from the running one on; months before are answered by their turns alone. */
async function forecast(ctx: Ctx, months: readonly string[]): Promise<PlannedTurn[]> {
  const rota = await branchRota(ctx, [...months].sort().at(-1) ?? '')
  const planned = new Map(forecastRota({ ...rota, months: rota.open }).map((one) => [one.month, one]))
  return Promise.all(
    months.map(async (month) => {
      const meeting = rota.months.find((one) => one.month === month) ?? (await turnMonth(ctx, month))
      const kept = rota.turns.get(month)
      const past = meeting.start <= ctx.at && !meeting.cancelled
      const id = planned.get(month)?.member ?? (past ? kept?.member : undefined)
      const member =
        id === undefined ? null : (rota.members.find(({ _id }) => _id === id) ?? (await ctx.get('members', id)))
      return {
        ...meeting,
        member,
        turn: kept?.member === id ? kept! : null,
        choice: planned.get(month)?.choice ?? null,
      }
    }),
  )
}

/** The next months whose meeting is still ahead; a cancelled one stands among them with nobody. */
export async function comingTurns(ctx: Ctx): Promise<PlannedTurn[]> {
  const running = monthOf(localDate(ctx.at))
  const months = Array.from({ length: monthsShown + 1 }, (_, ahead) => addMonths(running, ahead))
  return (await forecast(ctx, months)).filter(({ start }) => start > ctx.at).slice(0, monthsShown)
}

/** Who presents in a month; `turn` is null while it is only forecast. Null where nobody does. */
export async function presenterOf(ctx: Ctx, month: string): Promise<{ member: Member; turn: Turn | null } | null> {
  const [planned] = await forecast(ctx, [month])
  return planned?.member ? { member: planned.member, turn: planned.turn } : null
}

/** Whom the rotation chooses for a month, as if nothing were settled for it and `without` (a member id) were skipped in it. */
export async function chooseFor(ctx: Ctx, month: string, without?: string): Promise<Choice<Member> | null> {
  const rota = await branchRota(ctx, month)
  const free = { ...rota, fixed: new Map([...rota.fixed].filter(([settled]) => settled !== month)) }
  const before = forecastRota({ ...free, months: rota.open.filter((one) => one.month < month) })
  const chosen = before.flatMap(({ month: earlier, member, choice }) =>
    member !== null && choice ? [{ month: earlier, member }] : [],
  )
  const skips = without === undefined ? rota.skips : [...rota.skips, { month, member: without }]
  const { date } = await turnMonth(ctx, month)
  return chooseNext({ ...free, skips, history: [...rota.history, ...chosen], month, meetingDate: date })
}

/** Settles a month by the rotation, if it is not settled and its meeting is still ahead. Where nobody is free, the secretary is told. */
export async function planTurn(ctx: Ctx, month: string): Promise<Turn | null> {
  const _id = turnId(ctx, month)
  const known = await ctx.get('turns', _id)
  if (known && !known.gone) return known
  const meeting = await turnMonth(ctx, month)
  if (meeting.cancelled || meeting.start <= ctx.at) return null
  const choice = await chooseFor(ctx, month)
  if (!choice) {
    await tellNobodyFree(ctx, month)
    return null
  }
  const { member, why } = choice
  const chosen = { month, how: 'rota' as const, member: member._id, done: {} }
  const history = [...(known?.history ?? []), assigned(ctx.at, 'clock', chosen, null)]
  const nextAt = turnNextAt(ctx, chosen, meeting)
  return ctx.save('turns', {
    ...known,
    _id,
    gone: false,
    branch: ctx.branch._id,
    ...chosen,
    why,
    notes: null,
    history,
    nextAt,
  })
}

/** Its meeting was moved, cancelled or held after all: the presenter is told anew where that is still to come. */
export async function replanTurn(ctx: Ctx, month: string): Promise<void> {
  const turn = await ctx.get('turns', turnId(ctx, month))
  await hurryOffers(ctx, month)
  if (!turn || turn.gone) return
  const meeting = await turnMonth(ctx, month)
  if (meeting.cancelled) ctx.cancel(turnKey(turn))
  // A step that was carried out and would be due again at once has done its work: the change itself is told to everyone.
  const again = openSteps(turn, meeting.date, ctx.branch.notice.hour).filter(
    ({ step, at }) => turn.done[step] !== undefined && at <= ctx.at,
  )
  const done = { ...turn.done, ...Object.fromEntries(again.map(({ step }) => [step, ctx.at])) }
  const nextAt = turnNextAt(ctx, { month, done }, meeting)
  if (nextAt !== turn.nextAt || again.length > 0) ctx.save('turns', { ...turn, done, nextAt })
}

/** When a turn's duty is next looked at; null when nothing is to come. */
export function turnNextAt(ctx: Ctx, turn: Pick<Turn, 'month' | 'done'>, meeting: TurnMonth): number | null {
  if (meeting.cancelled || meeting.start <= ctx.at) return null
  const { hour } = ctx.branch.notice
  const step = openSteps(turn, meeting.date, hour)[0]?.at ?? null
  const look = nextLook(meeting.date, hour, Math.max(ctx.at, ctx.now))
  if (look === null || look >= meeting.start) return step
  return step === null ? look : Math.min(step, look)
}

/** What the presenter has handed in for a month. */
export async function notesOf(ctx: Ctx, month: string): Promise<Turn['notes']> {
  const turn = await ctx.get('turns', turnId(ctx, month))
  return turn && !turn.gone ? turn.notes : null
}
