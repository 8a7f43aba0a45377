import { isExempt } from '../../src/domain/people/exempt.js'
import type { Member } from '../../src/domain/people/member.js'
import { topicCode } from '../../src/domain/topic/topic-key.js'
import { isPreparedIn } from '../../src/domain/rota/topic-month.js'
import { turnMonth } from '../../src/duties/rotation/turn-month.js'
import type { Ctx } from '../../src/engine/command.js'
import { inMonth } from './month-question.js'

/** What speaks against somebody presenting in a month; it is said, and left to those concerned. */
export async function warnings(ctx: Ctx, member: Member, month: string): Promise<string[]> {
  const topics = await ctx.find('topics', { lane: ctx.lane })
  const preparing = topics.filter((topic) => topic.author === member._id && isPreparedIn(topic, month))
  const args = { name: member.name, month: inMonth(ctx, month) }
  return [
    ...(await exemptWarning(ctx, member, month)),
    ...((await isAway(ctx, member, month)) ? [ctx.t('thoisu-warn-away', args)] : []),
    ...preparing.map(({ key, title }) => ctx.t('thoisu-warn-author', { ...args, code: topicCode(key), title })),
  ]
}

export async function exemptWarning(ctx: Ctx, member: Member, month: string): Promise<string[]> {
  const { date } = await turnMonth(ctx, month)
  return isExempt(member, date) ? [ctx.t('thoisu-warn-exempt', { name: member.name, month: inMonth(ctx, month) })] : []
}

async function isAway(ctx: Ctx, member: Member, month: string): Promise<boolean> {
  const answer = await ctx.get('answers', `${ctx.branch._id}:${month}:${member.key}`)
  return answer !== null && !answer.gone && !answer.going
}
