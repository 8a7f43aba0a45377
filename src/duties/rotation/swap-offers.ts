import { dateWords } from '../../domain/calendar/date-words.js'
import { day, hour } from '../../domain/calendar/local-time.js'
import { hasChannel } from '../../domain/people/member.js'
import type { Swap } from '../../domain/rota/turn.js'
import type { Ctx } from '../../engine/command.js'
import { turnMonth } from './turn-month.js'

const patience = 72 * hour

export const offerKey = (offer: Pick<Swap, '_id'>): string => `swap:${offer._id}`

/** When an offer made at `at` ends: after three days, or a day before the earlier of its meetings. */
export async function offerEnds(ctx: Ctx, months: readonly (string | null)[], at: number): Promise<number> {
  const meetings = await Promise.all(months.flatMap((month) => (month === null ? [] : [turnMonth(ctx, month)])))
  return Math.min(at + patience, ...meetings.map(({ start }) => start - day))
}

/** Offers without an answer that concern a month. */
export async function openOffers(ctx: Ctx, month: string): Promise<Swap[]> {
  const offers = await ctx.find('swaps', { lane: ctx.lane, state: 'offered' })
  return offers.filter(({ monthFrom, monthTo }) => monthFrom === month || monthTo === month)
}

/** Ends an offer for whoever still waits for it; both are told but the one who did it. `words` know `month`, `from` and `to`. */
export async function endOffer(ctx: Ctx, offer: Swap, state: Swap['state'], words: string): Promise<void> {
  ctx.save('swaps', { ...offer, state, nextAt: null })
  ctx.cancel(offerKey(offer))
  const members = await ctx.members()
  const nameOf = (id: string): string => members.find(({ _id }) => _id === id)?.name ?? '–'
  const told = members.filter(
    (one) => hasChannel(one) && one._id !== ctx.actor?._id && [offer.from, offer.to].includes(one._id),
  )
  ctx.say(told, (t, reader) => {
    const month = dateWords[reader?.locale ?? ctx.branch.locale].month(offer.monthFrom)
    return { text: t(words, { month, from: nameOf(offer.from), to: nameOf(offer.to) }) }
  })
}

/** The turn of a month is another one now: whatever was offered for it is void. */
export async function closeOffers(ctx: Ctx, month: string): Promise<void> {
  for (const offer of await openOffers(ctx, month)) await endOffer(ctx, offer, 'expired', 'thoisu-offer-overtaken')
}

/** The meeting of a month was moved: an offer ends no later than a day before it. */
export async function hurryOffers(ctx: Ctx, month: string): Promise<void> {
  for (const offer of await openOffers(ctx, month)) {
    const nextAt = await offerStillEnds(ctx, offer)
    if (nextAt !== offer.nextAt) ctx.save('swaps', { ...offer, nextAt })
  }
}

/** When an open offer ends with the meetings as they are now: never later than it was said to. */
export const offerStillEnds = (ctx: Ctx, { monthFrom, monthTo, nextAt }: Swap): Promise<number> =>
  offerEnds(ctx, [monthFrom, monthTo], nextAt! - patience)
