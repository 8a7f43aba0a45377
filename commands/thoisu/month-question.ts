import { dateWords } from '../../src/domain/calendar/date-words.js'
import { localDate, monthOf } from '../../src/domain/calendar/local-time.js'
import { readMonth } from '../../src/domain/calendar/read-month.js'
import type { Member } from '../../src/domain/people/member.js'
import { hasRight } from '../../src/domain/people/rights.js'
import { comingTurns, type PlannedTurn } from '../../src/duties/rotation/presenter.js'
import type { Ctx, Option, Question } from '../../src/engine/command.js'
import { Refusal } from '../../src/errors.js'
import type { Locale } from '../../src/words.js'

const mostChoices = 4

/** A month that has its presenter. */
export type HeldTurn = PlannedTurn & { member: Member }

/** Whether the actor may act on a turn. */
export type Allowed = (actor: Member, presenter: Member) => boolean

export const presenterOrSecretary: Allowed = (actor, presenter) =>
  actor._id === presenter._id || hasRight(actor, 'secretary')
/** Whoever enters by phone what a member without a channel says hands in for him as well. */
export const presenterOrProxy: Allowed = (actor, presenter) =>
  presenterOrSecretary(actor, presenter) || presenter.proxyBy === actor._id
export const secretaryOnly: Allowed = (actor) => hasRight(actor, 'secretary')

export const localeOf = (ctx: Ctx): Locale => ctx.actor?.locale ?? ctx.branch.locale
export const inMonth = (ctx: Ctx, month: string): string => dateWords[localeOf(ctx)].month(month)
export const runningMonth = (ctx: Ctx): string => monthOf(localDate(ctx.at))

const isHeld = (turn: PlannedTurn): turn is HeldTurn => turn.member !== null

/** Months ahead that have a presenter. */
export const heldTurns = async (ctx: Ctx): Promise<HeldTurn[]> => (await comingTurns(ctx)).filter(isHeld)

/** A month whose meeting is still ahead; refused where it is over, cancelled or too far away. */
export async function openMonth(ctx: Ctx, month: string): Promise<PlannedTurn> {
  const turn = (await comingTurns(ctx)).find((one) => one.month === month)
  if (!turn)
    throw new Refusal(month <= runningMonth(ctx) ? 'thoisu-month-over' : 'thoisu-month-far', {
      month: inMonth(ctx, month),
    })
  if (turn.cancelled) throw new Refusal('thoisu-month-cancelled', { month: inMonth(ctx, month) })
  return turn
}

/** The turn of a month as it is now; refused also where it is nobody's, or not the actor's business. */
export async function turnOf(ctx: Ctx, month: string, allowed: Allowed): Promise<HeldTurn> {
  const turn = await openMonth(ctx, month)
  if (!isHeld(turn)) throw new Refusal('thoisu-month-nobody', { month: inMonth(ctx, month) })
  if (!allowed(ctx.actor!, turn.member)) throw new Refusal('thoisu-not-yours', { month: inMonth(ctx, month) })
  return turn
}

/** Which month; the actor's own next turn where he has one, for that is what he means. `words` say what for. */
export function monthQuestion(allowed: Allowed, words = 'thoisu-ask-month'): Question {
  async function candidates(ctx: Ctx): Promise<HeldTurn[]> {
    const turns = (await heldTurns(ctx)).filter(({ member }) => allowed(ctx.actor!, member))
    const own = turns.find(({ member }) => member._id === ctx.actor!._id)
    return own ? [own] : turns
  }

  return {
    words,
    async read(ctx, text) {
      const month = readMonth(text, runningMonth(ctx))
      return month === null ? { again: 'thoisu-month-unclear' } : { value: (await turnOf(ctx, month, allowed)).month }
    },
    numeric: true,
    choices: async (ctx) => monthOptions(ctx, await candidates(ctx)),
    async given(ctx) {
      const turns = await candidates(ctx)
      if (turns.length === 0) throw new Refusal('thoisu-no-turn')
      return turns.length === 1 ? turns[0]!.month : null
    },
  }
}

/** Any month ahead, also one that nobody has. */
export const anyMonth: Question = {
  words: 'thoisu-ask-month',
  async read(ctx, text) {
    const month = readMonth(text, runningMonth(ctx))
    return month === null ? { again: 'thoisu-month-unclear' } : { value: (await openMonth(ctx, month)).month }
  },
  numeric: true,
  choices: async (ctx) =>
    monthOptions(
      ctx,
      (await comingTurns(ctx)).filter(({ cancelled }) => !cancelled),
    ),
}

function monthOptions(ctx: Ctx, turns: readonly PlannedTurn[]): Option[] {
  return turns.slice(0, mostChoices).map(({ month, member }) => ({
    label: member ? `${inMonth(ctx, month)} – ${member.name}` : inMonth(ctx, month),
    value: month,
  }))
}
