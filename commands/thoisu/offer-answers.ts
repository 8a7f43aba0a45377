import { hasChannel, type Member } from '../../src/domain/people/member.js'
import { hasRight } from '../../src/domain/people/rights.js'
import type { Swap } from '../../src/domain/rota/turn.js'
import { assignTurn } from '../../src/duties/rotation/assign-turn.js'
import { presenterOf } from '../../src/duties/rotation/presenter.js'
import { secretaryOf } from '../../src/duties/secretary.js'
import { endOffer, offerKey } from '../../src/duties/rotation/swap-offers.js'
import { turnMonth } from '../../src/duties/rotation/turn-month.js'
import { form, type Ctx, type Question } from '../../src/engine/command.js'
import { Refusal } from '../../src/errors.js'
import { inMonth, localeOf } from './month-question.js'
import { offerText } from './offer.js'

type Party = 'from' | 'to'

/** The partner agrees: both months change hands at once. */
export const nhan = form({
  also: ['nhan doi', 'accept'],
  hidden: true,
  may: 'member',
  where: 'private',
  ask: { offer: offerQuestion('to') },
  async run(ctx, { offer: key }) {
    const offer = await offerOf(ctx, key, 'to')
    if (offer.state !== 'offered' || offer.nextAt! <= ctx.at) return sayState(ctx, offer)
    const [from, to] = await Promise.all([ctx.get('members', offer.from), ctx.get('members', offer.to)])
    if (!from || !to || !(await stillTrue(ctx, offer))) {
      await endOffer(ctx, offer, 'expired', 'thoisu-offer-overtaken')
      ctx.reply({
        text: ctx.t('thoisu-offer-overtaken', {
          month: inMonth(ctx, offer.monthFrom),
          from: from?.name ?? '–',
          to: to?.name ?? '–',
        }),
      })
      return
    }
    ctx.save('swaps', { ...offer, state: 'accepted', nextAt: null })
    ctx.cancel(offerKey(offer))
    await carryOut(ctx, offer, from, to)
    ctx.reply({ text: `${ctx.t('thoisu-offer-accepted')}\n${offerText(ctx.t, localeOf(ctx), offer, from, to)}` })
  },
})

export const tuchoi = form({
  also: ['tu choi', 'decline'],
  hidden: true,
  may: 'member',
  where: 'private',
  ask: { offer: offerQuestion('to') },
  async run(ctx, { offer: key }) {
    const offer = await offerOf(ctx, key, 'to')
    if (offer.state !== 'offered') return sayState(ctx, offer)
    await endOffer(ctx, offer, 'declined', 'thoisu-offer-declined')
    ctx.reply({ text: ctx.t('thoisu-offer-is-declined') })
  },
})

/** Whoever offered takes it back. */
export const rut = form({
  also: ['rut lai', 'withdraw'],
  hidden: true,
  may: 'member',
  where: 'private',
  ask: { offer: offerQuestion('from') },
  async run(ctx, { offer: key }) {
    const offer = await offerOf(ctx, key, 'from')
    if (offer.state !== 'offered') return sayState(ctx, offer)
    await endOffer(ctx, offer, 'withdrawn', 'thoisu-offer-withdrawn')
    ctx.reply({ text: ctx.t('thoisu-offer-is-withdrawn') })
  },
})

function offerQuestion(party: Party): Question {
  return {
    words: 'thoisu-ask-offer',
    async read(ctx, text) {
      return { value: (await offerOf(ctx, text.trim().toLowerCase(), party)).key }
    },
    async choices(ctx) {
      return (await openOnes(ctx, party)).map(({ key, monthFrom }) => ({ label: inMonth(ctx, monthFrom), value: key }))
    },
    async given(ctx) {
      const offers = await openOnes(ctx, party)
      if (offers.length === 0) throw new Refusal('thoisu-offer-none')
      return offers.length === 1 ? offers[0]!.key : null
    },
  }
}

async function openOnes(ctx: Ctx, party: Party): Promise<Swap[]> {
  const offers = await ctx.find('swaps', { lane: ctx.lane, state: 'offered' })
  return offers.filter((offer) => offer[party] === ctx.actor!._id)
}

/** An offer that is the actor's to answer. To anybody else there is no such offer, whether or not it exists. */
async function offerOf(ctx: Ctx, key: string, party: Party): Promise<Swap> {
  const offer = /^s[a-z0-9]{1,20}$/u.test(key) ? await ctx.get('swaps', `${ctx.branch._id}:${key}`) : null
  if (!offer || offer.gone || !(await mayAnswer(ctx, offer, party))) throw new Refusal('thoisu-offer-unknown')
  return offer
}

/** The secretary answers for a partner without a channel, and may take back what he has offered for another. */
async function mayAnswer(ctx: Ctx, offer: Swap, party: Party): Promise<boolean> {
  if (offer[party] === ctx.actor!._id) return true
  if (!hasRight(ctx.actor!, 'secretary')) return false
  if (party === 'from') return true
  const to = await ctx.get('members', offer.to)
  return to !== null && !hasChannel(to)
}

function sayState(ctx: Ctx, { state }: Swap): void {
  ctx.reply({ text: ctx.t(`thoisu-offer-is-${state === 'offered' ? 'expired' : state}`) })
}

/** Whether both still have the months they had, and the meetings are still ahead. */
async function stillTrue(ctx: Ctx, { from, to, monthFrom, monthTo }: Swap): Promise<boolean> {
  const holds = async (month: string, member: string): Promise<boolean> =>
    (await turnMonth(ctx, month)).start > ctx.at && (await presenterOf(ctx, month))?.member._id === member
  return (await holds(monthFrom, from)) && (monthTo === null || (await holds(monthTo, to)))
}

async function carryOut(ctx: Ctx, { monthFrom, monthTo }: Swap, from: Member, to: Member): Promise<void> {
  const swap = (name: string, month: string) => ({ key: 'thoisu-why-swap', args: { name, month } })
  if (monthTo === null) {
    await assignTurn(ctx, {
      month: monthFrom,
      member: to,
      how: 'substitute',
      why: { key: 'thoisu-why-substitute', args: { name: from.name } },
    })
  } else {
    await assignTurn(ctx, { month: monthFrom, member: to, how: 'swap', why: swap(from.name, monthTo) })
    await assignTurn(ctx, { month: monthTo, member: from, how: 'swap', why: swap(to.name, monthFrom) })
  }
  const told = new Map([from, to, ...(await secretaryOf(ctx))].map((member) => [member._id, member]))
  told.delete(ctx.actor!._id)
  ctx.say([...told.values()].filter(hasChannel), (t, reader) => {
    const text = offerText(t, reader?.locale ?? ctx.branch.locale, { monthFrom, monthTo }, from, to)
    return { text: `${t('thoisu-offer-agreed', { name: to.name })}\n${text}` }
  })
}
