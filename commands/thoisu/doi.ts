import { readMonth, splitMonths } from '../../src/domain/calendar/read-month.js'
import { form, type Answers, type Ctx } from '../../src/engine/command.js'
import { Refusal } from '../../src/errors.js'
import {
  heldTurns,
  inMonth,
  localeOf,
  monthQuestion,
  presenterOrSecretary,
  runningMonth,
  turnOf,
} from './month-question.js'
import { makeOffer, offerText } from './offer.js'
import { personOf, personQuestion } from './person-question.js'
import { exemptWarning, warnings } from './warnings.js'

/** Offers another presenter to swap months: `/thoisu doi 2027-08 Sa Riên 2027-10`; the months may be left out. */
export const doi = form({
  also: ['doi luot', 'doi voi', 'swap'],
  may: 'member',
  where: 'private',
  ask: {
    month: monthQuestion(presenterOrSecretary, 'thoisu-ask-month-swap'),
    person: personQuestion('thoisu-ask-partner'),
    theirs: {
      words: 'thoisu-ask-theirs',
      args: async (ctx, given) => ({ name: (await personOf(ctx, given)).name }),
      async read(ctx, text, given) {
        const theirs = readMonth(text, runningMonth(ctx))
        if (theirs === null) return { again: 'thoisu-month-unclear' }
        const months = await monthsOf(ctx, given)
        if (months.includes(theirs)) return { value: theirs }
        const name = (await personOf(ctx, given)).name
        return {
          again: 'thoisu-theirs-not',
          args: { name, month: inMonth(ctx, theirs), months: months.map((month) => inMonth(ctx, month)).join(', ') },
        }
      },
      numeric: true,
      choices: async (ctx, given) =>
        (await monthsOf(ctx, given)).map((month) => ({ label: inMonth(ctx, month), value: month })),
      given: async (ctx, given) => (await monthsOf(ctx, given))[0]!,
    },
  },
  inline(_ctx, line) {
    const { before, name, after } = splitMonths(line)
    return {
      ...(before === null ? {} : { month: before }),
      ...(name === '' ? {} : { person: name }),
      ...(after === null ? {} : { theirs: after }),
    }
  },
  async preview(ctx, answers) {
    const { month, theirs, from, to } = await wished(ctx, answers)
    const lines = [
      offerText(ctx.t, localeOf(ctx), { monthFrom: month, monthTo: theirs }, from, to),
      ...(await warnings(ctx, to, month)),
      ...(await exemptWarning(ctx, from, theirs)),
      ctx.t('thoisu-offer-asks', { name: to.name }),
    ]
    return { title: ctx.t('thoisu-offer-title'), text: lines.join('\n') }
  },
  async run(ctx, answers) {
    await makeOffer(ctx, await wished(ctx, answers))
  },
})

async function wished(ctx: Ctx, answers: { month: string; person: string; theirs: string }) {
  const { month, theirs } = answers
  const { member: from } = await turnOf(ctx, month, presenterOrSecretary)
  const to = await personOf(ctx, answers)
  // Between the question and the answer the turns may have changed hands.
  if (from._id === to._id || !(await monthsOf(ctx, answers)).includes(theirs))
    throw new Refusal('thoisu-changed-meanwhile')
  return { month, theirs, from, to }
}

/** The partner's months, the nearest first. Without one there is nothing to swap. */
async function monthsOf(ctx: Ctx, given: Answers): Promise<string[]> {
  const partner = await personOf(ctx, given)
  const turns = (await heldTurns(ctx)).filter(
    ({ member, month }) => member._id === partner._id && month !== given['month'],
  )
  if (turns.length === 0) throw new Refusal('thoisu-partner-no-turn', { name: partner.name })
  return turns.map(({ month }) => month)
}
