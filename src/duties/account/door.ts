import { addressKey, type Address, type Update } from '../../chat.js'
import type { Account } from '../../domain/people/contact.js'
import type { Door } from '../../domain/joining/invite.js'
import type { Ctx, Draft, Duty } from '../../engine/command.js'
import type { Locale } from '../../words.js'

/** How long what somebody says is kept while he waits for an answer or for his own consent. */
const KEPT_MS = 10 * 60_000
/** More than anybody says in that time. */
const MOST_KEPT = 20

export async function accountOf(ctx: Ctx, address: Address): Promise<Draft<Account>> {
  const _id = addressKey(address)
  const known = await ctx.get('accounts', _id)
  return known ?? { _id, address, goesTo: ctx.lane, branches: [], agreed: null, blocked: false, answeredAt: null }
}

export async function doorOf(ctx: Ctx, address: Address, lang?: string): Promise<Draft<Door>> {
  const _id = addressKey(address)
  const locale: Locale = lang?.toLowerCase().startsWith('en') === true ? 'en' : 'vi'
  const known = await ctx.get('doors', _id)
  return known ?? { _id, wrong: null, kept: [], keptUntil: 0, here: null, hereUntil: 0, locale, nextAt: null }
}

/** He waits for an answer of ours: what he says meanwhile is kept. */
export const isWaiting = (ctx: Ctx, door: Draft<Door>): boolean => door.keptUntil > ctx.at

/** What he says now is not lost: it goes on as soon as it may. Without words, he only begins to wait. */
export function keep(ctx: Ctx, door: Draft<Door>, update: Update | null): void {
  const earlier = isWaiting(ctx, door) ? door.kept : []
  const kept = [...earlier, ...(update ? [update] : [])].slice(-MOST_KEPT)
  const keptUntil = ctx.at + KEPT_MS
  ctx.save('doors', { ...door, kept, keptUntil, nextAt: keptUntil })
}

/** Hands on what was kept, in its order, as if it had been said there. */
export function handOn(ctx: Ctx, door: Draft<Door>, lane: string): void {
  if (isWaiting(ctx, door)) for (const update of door.kept) ctx.post(lane, { kind: 'update', update })
  ctx.save('doors', forgetful(door))
}

/** Nothing that was kept is left. */
export const forgetful = (door: Draft<Door>): Draft<Door> => ({ ...door, kept: [], keptUntil: 0, nextAt: null })

/** What nobody asked for in time is not kept longer. */
export const doorDuty: Duty<'doors'> = {
  collection: 'doors',
  run(ctx, door) {
    ctx.save('doors', forgetful(door))
    return Promise.resolve()
  },
}
