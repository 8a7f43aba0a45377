import { bareNumber } from '../domain/bare-number.js'
import { greets } from '../domain/greets.js'
import { shortName } from '../domain/people/names.js'
import { longestComment } from '../domain/topic/comment-text.js'
import type { Stray } from '../engine/interpret.js'
import { answerShort, isShortAnswer } from './short-answer.js'
import { openTopics } from './topics/drafts.js'
import { isLikelyComment } from './topics/likely-comment.js'
import { offerAsComment } from './topics/offer-as-comment.js'
import { answerInGroup } from './unknown-in-group.js'

/** Long enough, while a draft is out. */
export const mayBeComment: Stray['mayBeComment'] = async (ctx, text) =>
  isLikelyComment(text) && (await openTopics(ctx)).length > 0

/** A greeting is returned, a short answer is thanked for, a number that no open choice bears is explained. Else a helpful line; while a draft is open, an offer to take the words as a comment, so that they are not lost. */
export const answerUnknown: Stray['words'] = async (ctx, text, meant) => {
  const { t, actor } = ctx
  if (actor && ctx.source!.group) return answerInGroup(ctx, actor, text, meant)
  const help = t('everyday-help', { simple: actor?.simple === true ? 'yes' : 'no' })
  if (actor && greets(text)) {
    ctx.reply({ text: t('everyday-greeting', { name: shortName(actor, await ctx.members()), help }) })
    return
  }
  if (actor && isShortAnswer(text)) {
    await answerShort(ctx, actor)
    return
  }
  const number = bareNumber(text)
  if (number !== null) {
    ctx.reply({ text: t('everyday-number-free', { number: String(number), help }) })
    return
  }
  const topics = isLikelyComment(text) ? await openTopics(ctx) : []
  if (topics.length > 0 && text.length > longestComment) {
    ctx.reply({ text: t('gopy-too-long', { limit: new Intl.NumberFormat('vi').format(longestComment) }) })
    return
  }
  if (topics.length > 0) {
    offerAsComment(ctx, topics, text, t('everyday-unknown-topic'))
    return
  }
  const command = meant && (actor?.simple ? meant.name : `/${meant.name}`)
  ctx.reply({ text: command ? t('everyday-unknown-meant', { command, help }) : t('everyday-unknown', { help }) })
}
