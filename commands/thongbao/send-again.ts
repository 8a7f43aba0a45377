import { latestRows } from '../../src/domain/delivery-list.js'
import type { Member } from '../../src/domain/people/member.js'
import type { Ctx, SayOptions } from '../../src/engine/command.js'
import { Refusal } from '../../src/errors.js'
import type { Delivery } from '../../src/store/delivery.js'
import { subjectOf } from './subject.js'

const doubtful: readonly Delivery['state'][] = ['unknown', 'partial']

/** Rows in doubt that nothing later has replaced, and whose words are still kept. */
export const inDoubt = (rows: readonly Delivery[]): Delivery[] =>
  latestRows(rows).filter(({ state, message }) => doubtful.includes(state) && message !== null)

/** `named`: a meeting, a topic, or rows by id. Returns how many go again; a second press finds nothing left. */
export async function sendAgain(ctx: Ctx, named: string[]): Promise<number> {
  const rows = new Map<string, Delivery>()
  for (const name of named) {
    const row = await ctx.row(name)
    const found = row
      ? [row].filter(({ lane, state }) => lane === ctx.lane && doubtful.includes(state))
      : inDoubt(await ctx.rows((await subjectOf(ctx, name)).key))
    for (const one of found) rows.set(one._id, one)
  }
  const members = new Map((await ctx.members()).map((member) => [member._id, member]))
  return [...rows.values()].filter((row) => sayAgain(ctx, row, members)).length
}

function sayAgain(ctx: Ctx, row: Delivery, members: Map<string, Member>): boolean {
  const { message, recipient, about, key, usefulUntil, weight } = row
  const group = recipient === 'group'
  const to = group ? { chat: row.addresses[0]! } : members.get(recipient)
  if (message === null || to === undefined) return false
  if (usefulUntil !== null && usefulUntil <= ctx.at) throw new Refusal('thongbao-too-late')
  const options: SayOptions = { weight }
  if (about !== null) options.about = about
  if (key !== null) options.key = key
  if (usefulUntil !== null) options.usefulUntil = usefulUntil
  ctx.mark(row._id, [...doubtful], 'cancelled')
  ctx.say(to, () => message, { ...options, class: group ? 'group' : 'branch' })
  return true
}
