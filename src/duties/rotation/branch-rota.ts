import { isExempt } from '../../domain/people/exempt.js'
import { addMonths, localDate, monthOf } from '../../domain/calendar/local-time.js'
import type { Member } from '../../domain/people/member.js'
import type { Rota } from '../../domain/rota/rota.js'
import { isPresentedIn } from '../../domain/rota/topic-month.js'
import { hasHappened } from '../../domain/rota/turn-history.js'
import type { Turn } from '../../domain/rota/turn.js'
import type { Ctx } from '../../engine/command.js'
import { turnMonths, type TurnMonth } from './turn-month.js'

export interface BranchRota extends Rota<Member> {
  /** The months from the running one to the last asked for. */
  months: TurnMonth[]
  /** Months to be settled or forecast: those whose meeting is held, and still ahead unless its turn was kept. */
  open: { month: string; meetingDate: string }[]
  turns: ReadonlyMap<string, Turn>
}

/** Everything the rotation of this branch goes by, up to a month. */
export async function branchRota(ctx: Ctx, until: string): Promise<BranchRota> {
  const running = monthOf(localDate(ctx.at))
  const members = await ctx.members()
  const turns = new Map((await ctx.find('turns', { lane: ctx.lane })).map((turn) => [turn.month, turn]))
  const meetingOf = await turnMonths(ctx)
  const months: TurnMonth[] = []
  for (let month = running; month <= until; month = addMonths(month, 1)) months.push(meetingOf(month))

  const settled = new Map<string, string>()
  const history: { month: string; member: string }[] = []
  for (const turn of turns.values()) {
    const { month, member } = turn
    const meeting = meetingOf(month)
    // A month whose meeting was cancelled has no presenter, whoever was named.
    if (meeting.cancelled) continue
    if (month < running) history.push({ month, member })
    else if (meeting.start <= ctx.at || stands(turn, members, meeting)) settled.set(month, member)
  }
  return {
    members,
    history,
    fixed: settled,
    skips: await ctx.find('skips', { lane: ctx.lane }),
    busy: await authors(ctx, months),
    away: await absences(ctx, months),
    months,
    open: months
      .filter(({ month, start, cancelled }) => !cancelled && (settled.has(month) || start > ctx.at))
      .map(({ month, date }) => ({ month, meetingDate: date })),
    turns,
  }
}

/** Whether its holder can still present: he has not left, nor become exempt since it was given to him. */
export function stands(turn: Turn, members: readonly Member[], { date }: TurnMonth): boolean {
  const member = members.find(({ _id }) => _id === turn.member)
  return member !== undefined && (!isExempt(member, date) || hasHappened(turn, 'despite-exempt'))
}

async function authors(ctx: Ctx, months: readonly TurnMonth[]): Promise<Map<string, Set<string>>> {
  const topics = await ctx.find('topics', { lane: ctx.lane })
  return new Map(
    months.map(({ month }) => [
      month,
      new Set(topics.flatMap((topic) => (topic.author !== null && isPresentedIn(topic, month) ? [topic.author] : []))),
    ]),
  )
}

/** Who has said that he cannot come. Nobody says so for months far ahead. */
async function absences(ctx: Ctx, months: readonly TurnMonth[]): Promise<Map<string, Set<string>>> {
  const away = new Map<string, Set<string>>()
  for (const { month } of months.slice(0, 2)) {
    const answers = await ctx.find('answers', { lane: ctx.lane, meeting: `${ctx.branch._id}:${month}` })
    away.set(month, new Set(answers.filter(({ going }) => !going).map(({ member }) => member)))
  }
  return away
}
