import { dateWords } from '../../src/domain/calendar/date-words.js'
import { splitMonth } from '../../src/domain/calendar/read-month.js'
import { hasChannel, type Member } from '../../src/domain/people/member.js'
import { hasRight } from '../../src/domain/people/rights.js'
import { chooseFor } from '../../src/duties/rotation/presenter.js'
import { secretaryOf } from '../../src/duties/secretary.js'
import { form, type Ctx, type Question } from '../../src/engine/command.js'
import { Refusal } from '../../src/errors.js'
import { inMonth, monthQuestion, presenterOrSecretary, secretaryOnly, turnOf } from './month-question.js'
import { saveSkip, skipOf, skipTurn } from './skip-turn.js'

const longestReason = 300

/** Skips a turn with a reason: the secretary does it, a presenter asks the secretary for it. */
export const bo = form({
  also: ['bo qua', 'bo luot', 'xin lui', 'lui', 'skip'],
  may: 'member',
  where: 'private',
  ask: {
    month: monthQuestion(presenterOrSecretary),
    reason: {
      words: 'thoisu-ask-reason',
      read(_ctx, text) {
        const reason = text.replace(/\s+/gu, ' ').trim()
        return reason === '' || reason.length > longestReason
          ? { again: 'thoisu-reason-length', args: { most: String(longestReason) } }
          : { value: reason }
      },
    },
  },
  inline(_ctx, line) {
    const { month, rest } = splitMonth(line)
    return { ...(month === null ? {} : { month }), ...(rest === '' ? {} : { reason: rest }) }
  },
  async preview(ctx, { month, reason }) {
    const { member } = await turnOf(ctx, month, presenterOrSecretary)
    const args = { name: member.name, month: inMonth(ctx, month), reason }
    if (!hasRight(ctx.actor!, 'secretary')) return { text: ctx.t('thoisu-skip-ask-preview', args) }
    const choice = await chooseFor(ctx, month, member._id)
    if (!choice) throw new Refusal('thoisu-skip-nobody', { month: args.month })
    return { text: ctx.t('thoisu-skip-preview', { ...args, instead: choice.member.name }) }
  },
  async run(ctx, { month, reason }) {
    const { member } = await turnOf(ctx, month, presenterOrSecretary)
    if (hasRight(ctx.actor!, 'secretary')) return skipTurn(ctx, month, member, reason)
    await askToSkip(ctx, month, member, reason)
  },
})

async function askToSkip(ctx: Ctx, month: string, member: Member, reason: string): Promise<void> {
  saveSkip(ctx, await skipOf(ctx, month, member), { month, member, reason, agreed: false })
  const key = `skip:${ctx.branch._id}:${month}:${member.key}`
  ctx.cancel(key)
  ctx.say(
    await secretaryOf(ctx),
    (t, reader) => ({
      text: t('thoisu-skip-asked', {
        name: member.name,
        month: dateWords[reader?.locale ?? ctx.branch.locale].month(month),
        reason,
      }),
      choices: [
        { label: t('thoisu-button-skip'), does: `thoisu duyetbo ${month} ${member.key}` },
        { label: t('thoisu-button-keep'), does: `thoisu giulai ${month} ${member.key}` },
      ],
    }),
    { key, class: 'committee', concerns: [member._id] },
  )
  ctx.reply({ text: ctx.t('thoisu-skip-sent', { month: inMonth(ctx, month) }) })
}

const which: Question = {
  words: 'thoisu-ask-skip',
  read(_ctx, text) {
    const line = text.trim().toLowerCase()
    return /^\d{4}-\d{2} \S+$/u.test(line) ? { value: line } : { again: 'thoisu-ask-skip' }
  },
}

/** The secretary agrees to a skip that was asked for. */
export const duyetbo = form({
  hidden: true,
  may: 'secretary',
  where: 'private',
  ask: { which },
  async run(ctx, { which }) {
    const { month, member, skip } = await asked(ctx, which)
    const args = { name: member.name, month: inMonth(ctx, month) }
    if (!skip.gone) return void ctx.reply({ text: ctx.t('thoisu-skip-already', args) })
    if (skip.reason === '') return void ctx.reply({ text: ctx.t('thoisu-skip-was-declined', args) })
    const turn = await turnOf(ctx, month, secretaryOnly)
    if (turn.member._id !== member._id) throw new Refusal('thoisu-changed-meanwhile')
    await skipTurn(ctx, month, member, skip.reason)
  },
})

/** The secretary does not agree: the turn stays, and whoever asked is told. */
export const giulai = form({
  hidden: true,
  may: 'secretary',
  where: 'private',
  ask: { which },
  async run(ctx, { which }) {
    const { month, member, skip } = await asked(ctx, which)
    const args = { name: member.name, month: inMonth(ctx, month) }
    if (!skip.gone) return void ctx.reply({ text: ctx.t('thoisu-skip-already', args) })
    ctx.reply({ text: ctx.t('thoisu-skip-was-declined', args) })
    if (skip.reason === '') return
    saveSkip(ctx, skip, { month, member, reason: '', agreed: false })
    if (hasChannel(member))
      ctx.say(member, (t) => ({ text: t('thoisu-skip-declined', { month: dateWords[member.locale].month(month) }) }))
  },
})

async function asked(ctx: Ctx, which: string) {
  const [month, key] = which.split(' ') as [string, string]
  const member = (await ctx.members()).find((one) => one.key.toLowerCase() === key)
  const skip = member ? await skipOf(ctx, month, member) : null
  if (!member || !skip) throw new Refusal('thoisu-skip-unknown')
  return { month, member, skip }
}
