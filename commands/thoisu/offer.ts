import type { Choice } from '../../src/chat.js'
import { dateWords } from '../../src/domain/calendar/date-words.js'
import { localDate, localTime } from '../../src/domain/calendar/local-time.js'
import { hasChannel, type Member } from '../../src/domain/people/member.js'
import type { Swap } from '../../src/domain/rota/turn.js'
import { secretaryOf } from '../../src/duties/secretary.js'
import { offerEnds, offerKey, openOffers } from '../../src/duties/rotation/swap-offers.js'
import type { Ctx } from '../../src/engine/command.js'
import { Refusal } from '../../src/errors.js'
import type { Locale, T } from '../../src/words.js'
import { inMonth } from './month-question.js'

interface Wish {
  /** The month to be given away, and whose it is. */
  month: string
  from: Member
  to: Member
  /** The month taken for it; null for a substitute. */
  theirs: string | null
}

/** Asks the partner; nothing changes before he agrees. For one without a channel the secretary asks by phone and answers. */
export async function makeOffer(ctx: Ctx, { month, from, to, theirs }: Wish): Promise<void> {
  const waiting = [...(await openOffers(ctx, month)), ...(theirs === null ? [] : await openOffers(ctx, theirs))][0]
  if (waiting) return sayWaiting(ctx, waiting)
  const nextAt = await offerEnds(ctx, [month, theirs], ctx.at)
  if (nextAt <= ctx.at) throw new Refusal('thoisu-offer-too-late', { month: inMonth(ctx, month) })
  const key = `s${ctx.key()}`
  const offer = ctx.save('swaps', {
    _id: `${ctx.branch._id}:${key}`,
    branch: ctx.branch._id,
    key,
    from: from._id,
    to: to._id,
    monthFrom: month,
    monthTo: theirs,
    state: 'offered',
    nextAt,
  })
  const byPhone = !hasChannel(to)
  ctx.say(
    byPhone ? await secretaryOf(ctx) : to,
    (t, reader) => {
      const locale = reader?.locale ?? ctx.branch.locale
      const asked = offerText(t, locale, offer, from, to)
      const lines = [
        asked,
        t('thoisu-offer-until', moment(locale, nextAt)),
        ...(byPhone ? [t('thoisu-offer-phone', { name: to.name })] : []),
      ]
      return {
        title: t(theirs === null ? 'thoisu-substitute-title' : 'thoisu-offer-title'),
        text: lines.join('\n'),
        choices: answers(t, key),
      }
    },
    { key: offerKey(offer), usefulUntil: nextAt },
  )
  if (from._id !== ctx.actor!._id && hasChannel(from)) {
    ctx.say(from, (t) => ({
      text: t('thoisu-offer-for-you', { name: to.name, month: dateWords[from.locale].month(month) }),
    }))
  }
  const args = { name: to.name, ...moment(ctx.actor!.locale, nextAt) }
  ctx.reply({ text: ctx.t('thoisu-offer-sent', args), choices: [withdrawal(ctx.t, key)] })
}

/** What would be: who presents when. Also the text of the preview. */
export function offerText(
  t: T,
  locale: Locale,
  offer: Pick<Swap, 'monthFrom' | 'monthTo'>,
  from: Member,
  to: Member,
): string {
  const words = dateWords[locale]
  const args = { from: from.name, to: to.name, month: words.month(offer.monthFrom) }
  return offer.monthTo === null
    ? t('thoisu-offer-substitute', args)
    : t('thoisu-offer-swap', { ...args, theirs: words.month(offer.monthTo) })
}

async function sayWaiting(ctx: Ctx, offer: Swap): Promise<void> {
  const to = await ctx.get('members', offer.to)
  const text = ctx.t('thoisu-offer-waits', { month: inMonth(ctx, offer.monthFrom), name: to?.name ?? '–' })
  ctx.reply({ text, choices: [withdrawal(ctx.t, offer.key)] })
}

const answers = (t: T, key: string): Choice[] => [
  { label: t('thoisu-button-accept'), does: `thoisu nhan ${key}` },
  { label: t('thoisu-button-decline'), does: `thoisu tuchoi ${key}` },
]

const withdrawal = (t: T, key: string): Choice => ({ label: t('thoisu-button-withdraw'), does: `thoisu rut ${key}` })

const moment = (locale: Locale, at: number) => ({
  time: dateWords[locale].time(localTime(at)),
  date: dateWords[locale].short(localDate(at)),
})
