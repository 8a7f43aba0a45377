import { splitMonths } from '../../src/domain/calendar/read-month.js'
import { assignTurn, tellReplaced } from '../../src/duties/rotation/assign-turn.js'
import { form, type Ctx } from '../../src/engine/command.js'
import { anyMonth, inMonth, openMonth } from './month-question.js'
import { personOf, personQuestion } from './person-question.js'
import { warnings } from './warnings.js'

/** The secretary's own choice: `/thoisu phancong 2027-08 Sa Riên`. */
export const phancong = form({
  also: ['phan cong', 'chi dinh', 'assign'],
  may: 'secretary',
  where: 'private',
  ask: { month: anyMonth, person: personQuestion('thoisu-ask-person') },
  inline(_ctx, line) {
    const { before, name, after } = splitMonths(line)
    const month = before ?? after
    return { ...(month === null ? {} : { month }), ...(name === '' ? {} : { person: name }) }
  },
  async preview(ctx, answers) {
    const { month, before, after } = await meant(ctx, answers)
    const args = { month: inMonth(ctx, month), name: after.name }
    const first = before
      ? ctx.t('thoisu-assign-instead', { ...args, was: before.name })
      : ctx.t('thoisu-assign-vacant', args)
    return { text: [first, ...(await warnings(ctx, after, month))].join('\n') }
  },
  async run(ctx, answers) {
    const { month, turn, before, after } = await meant(ctx, answers)
    const args = { month: inMonth(ctx, month), name: after.name }
    if (before?._id === after._id && turn) return void ctx.reply({ text: ctx.t('thoisu-assigned-already', args) })
    await assignTurn(ctx, { month, member: after, how: 'override', why: { key: 'thoisu-why-override', args: {} } })
    await tellReplaced(ctx, month, before, after)
    ctx.reply({ text: ctx.t('thoisu-assigned', args) })
  },
})

async function meant(ctx: Ctx, answers: { month: string; person: string }) {
  const { month, turn, member: before } = await openMonth(ctx, answers.month)
  return { month, turn, before, after: await personOf(ctx, answers) }
}
