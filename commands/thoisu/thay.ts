import { splitMonths } from '../../src/domain/calendar/read-month.js'
import { form, type Ctx } from '../../src/engine/command.js'
import { Refusal } from '../../src/errors.js'
import { localeOf, monthQuestion, presenterOrSecretary, turnOf } from './month-question.js'
import { makeOffer, offerText } from './offer.js'
import { personOf, personQuestion } from './person-question.js'
import { warnings } from './warnings.js'

/** Asks somebody to present instead, without taking a month for it: `/thoisu thay 2027-08 Sa Riên`. */
export const thay = form({
  also: ['thay the', 'nho thay', 'substitute'],
  may: 'member',
  where: 'private',
  ask: {
    month: monthQuestion(presenterOrSecretary, 'thoisu-ask-month-substitute'),
    person: personQuestion('thoisu-ask-substitute'),
  },
  inline(_ctx, line) {
    const { before, name, after } = splitMonths(line)
    const month = before ?? after
    return { ...(month === null ? {} : { month }), ...(name === '' ? {} : { person: name }) }
  },
  async preview(ctx, answers) {
    const { month, from, to } = await wished(ctx, answers)
    const lines = [
      offerText(ctx.t, localeOf(ctx), { monthFrom: month, monthTo: null }, from, to),
      ctx.t('thoisu-substitute-means', { from: from.name }),
      ...(await warnings(ctx, to, month)),
      ctx.t('thoisu-offer-asks', { name: to.name }),
    ]
    return { title: ctx.t('thoisu-substitute-title'), text: lines.join('\n') }
  },
  async run(ctx, answers) {
    await makeOffer(ctx, { ...(await wished(ctx, answers)), theirs: null })
  },
})

async function wished(ctx: Ctx, answers: { month: string; person: string }) {
  const { member: from } = await turnOf(ctx, answers.month, presenterOrSecretary)
  const to = await personOf(ctx, answers)
  if (from._id === to._id) throw new Refusal('thoisu-changed-meanwhile')
  return { month: answers.month, from, to }
}
