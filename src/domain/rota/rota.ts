import { isExempt } from '../people/exempt.js'
import type { Member } from '../people/member.js'
import { sortMembers } from '../people/names.js'

export type Rotating = Pick<Member, '_id' | 'key' | 'name' | 'sortName' | 'status' | 'tempExempt' | 'gone'>

/** Words that explain a choice, and their variables; months stand in them as YYYY-MM. */
interface Why {
  key: 'thoisu-why-never' | 'thoisu-why-longest' | 'thoisu-why-skipped'
  args: Record<string, string>
}

interface Passed<M> {
  member: M
  why: 'exempt' | 'away' | 'author' | 'skipped'
}

export interface Choice<M> {
  member: M
  why: Why
  /** Those whose turn was before his, and why it is not theirs. */
  passedOver: Passed<M>[]
}

/** What the rotation goes by. Members are named by their ids, months as YYYY-MM. */
export interface Rota<M extends Rotating> {
  members: readonly M[]
  /** Who presented in which month: whoever really did, whatever had been planned. */
  history: readonly { month: string; member: string }[]
  /** Months already settled, also those ahead. */
  fixed: ReadonlyMap<string, string>
  skips: readonly { month: string; member: string }[]
  /** Authors of a topic presented in a month. */
  busy: ReadonlyMap<string, ReadonlySet<string>>
  /** Those who have said that they cannot come to that month's meeting. */
  away?: ReadonlyMap<string, ReadonlySet<string>>
}

/** A month to be filled, and the date of its meeting. */
export interface RotaMonth {
  month: string
  meetingDate: string
}

export interface ForecastMonth<M> {
  month: string
  /** A member id; null when nobody is free. */
  member: string | null
  /** Null for a month that is settled, or in which nobody is free. */
  choice: Choice<M> | null
}

/**
 * Who presents next: whoever was skipped before comes first, then whoever has waited longest (never: longest of all),
 * equals by name. A turn settled for a later month counts like one that is over, so nobody comes twice before all once.
 */
export function chooseNext<M extends Rotating>({ month, meetingDate, ...rota }: Rota<M> & RotaMonth): Choice<M> | null {
  const last = lastDuties(rota)
  const owed = owedTurns(rota, month, last)
  const passedOver: Passed<M>[] = []
  const waited = (member: M): string => last.get(member._id) ?? ''
  const order = sortMembers(rota.members).sort(
    (a, b) => byMonth(owed.get(a._id) ?? '9999', owed.get(b._id) ?? '9999') || byMonth(waited(a), waited(b)),
  )
  for (const member of order) {
    if (member.gone || member.status === 'moved') continue
    const why = unfit(rota, member, month, meetingDate)
    if (why === null) return { member, why: reason(owed.get(member._id), last.get(member._id)), passedOver }
    passedOver.push({ member, why })
  }
  return null
}

/** The months one after another, each choice counting for the next. */
export function forecast<M extends Rotating>({
  months,
  ...rota
}: Rota<M> & { months: readonly RotaMonth[] }): ForecastMonth<M>[] {
  const history = [...rota.history]
  return months.map(({ month, meetingDate }) => {
    const settled = rota.fixed.get(month)
    if (settled !== undefined) return { month, member: settled, choice: null }
    const choice = chooseNext({ ...rota, history, month, meetingDate })
    if (choice) history.push({ month, member: choice.member._id })
    return { month, member: choice?.member._id ?? null, choice }
  })
}

/** The latest month of each member's duties, over or settled ahead. */
function lastDuties({ history, fixed }: Pick<Rota<Rotating>, 'history' | 'fixed'>): Map<string, string> {
  const last = new Map<string, string>()
  for (const [month, member] of [...history.map((duty) => [duty.month, duty.member] as const), ...fixed]) {
    if (month > (last.get(member) ?? '')) last.set(member, month)
  }
  return last
}

/** The first month in which a member was skipped and after which he has no duty yet. */
function owedTurns(
  { skips }: Pick<Rota<Rotating>, 'skips'>,
  before: string,
  last: ReadonlyMap<string, string>,
): Map<string, string> {
  const owed = new Map<string, string>()
  for (const { month, member } of skips) {
    if (month >= before || (last.get(member) ?? '') >= month) continue
    if (month < (owed.get(member) ?? '9999')) owed.set(member, month)
  }
  return owed
}

/**
 * Only exemption keeps somebody out for good: a probationary or temporary member meets with the branch
 * and takes his turn, for the turns are there for every member to learn by.
 */
function unfit(
  rota: Omit<Rota<Rotating>, 'members'>,
  member: Rotating,
  month: string,
  meetingDate: string,
): Passed<Rotating>['why'] | null {
  if (isExempt(member, meetingDate)) return 'exempt'
  if (rota.skips.some((skip) => skip.month === month && skip.member === member._id)) return 'skipped'
  if (rota.away?.get(month)?.has(member._id)) return 'away'
  return rota.busy.get(month)?.has(member._id) ? 'author' : null
}

function reason(owed: string | undefined, last: string | undefined): Why {
  if (owed !== undefined) return { key: 'thoisu-why-skipped', args: { month: owed } }
  return last === undefined
    ? { key: 'thoisu-why-never', args: {} }
    : { key: 'thoisu-why-longest', args: { month: last } }
}

const byMonth = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
