import { bareNumber } from '../domain/bare-number.js'
import { answerWindow } from '../domain/answer-window.js'
import { greets } from '../domain/greets.js'
import { shortened } from '../domain/shortened.js'
import { shortName } from '../domain/people/names.js'
import type { Member } from '../domain/people/member.js'
import { longestComment } from '../domain/topic/comment-text.js'
import type { Topic } from '../domain/topic/topic.js'
import { addressKey } from '../chat.js'
import type { Command, Ctx } from '../engine/command.js'
import { openDialogue } from '../engine/open-dialogue.js'
import { askedOf, isShortAnswer, saysWhatFor } from './short-answer.js'
import { offerAsComment } from './topics/offer-as-comment.js'
import { openTopics } from './topics/drafts.js'
import { isLikelyComment } from './topics/likely-comment.js'

/** So much of his own words shows him which are meant. */
const EXCERPT = 300

/**
 * Words said to the bot in a group that nothing understands. They may have been a comment: not every platform tells which
 * message was quoted. The group sees one line at most; what concerns him alone is asked in private, where he can be reached.
 */
export async function answerInGroup(ctx: Ctx, actor: Member, text: string, meant: Command | null): Promise<void> {
  const { t } = ctx
  // A platform whose names have blanks shows the bot what names it, and no bare command.
  const slash = ctx.source!.chat.channel.startsWith('zalo') ? 'no' : 'yes'
  const help = t('everyday-group-help', { slash })
  const number = bareNumber(text)
  if (text.trim() === '' || greets(text)) {
    ctx.reply({ text: t('everyday-greeting', { name: shortName(actor, await ctx.members()), help }) })
  } else if (isShortAnswer(text)) {
    await takeShort(ctx, actor)
  } else if (number !== null) {
    ctx.reply({ text: t('everyday-number-free', { number: String(number), help }) })
  } else {
    const topics = meant === null || isLikelyComment(text) ? await openTopics(ctx) : []
    if (topics.length > 0) await keep(ctx, topics, text, slash)
    else if (meant) ctx.reply({ text: t('everyday-unknown-meant', { command: `/${meant.name}`, help }) })
    else ctx.reply({ text: t('everyday-unknown', { help }) })
  }
}

async function takeShort(ctx: Ctx, actor: Member): Promise<void> {
  const asked = await askedOf(ctx, actor)
  if (asked.length === 0) {
    ctx.reply({ text: ctx.t('everyday-received') })
  } else if (await isReachable(ctx)) {
    ctx.aside()
    saysWhatFor(ctx, asked)
  } else {
    ctx.reply({ text: ctx.t('everyday-group-unrecorded') })
  }
}

/** What was offered before and not answered is joined with it; a question of another kind is not taken from him. */
async function keep(ctx: Ctx, topics: Topic[], text: string, slash: 'yes' | 'no'): Promise<void> {
  const open = await openDialogue(ctx)
  const offered =
    open?.soft === true && open.form === 'gopy' && open.asking === 'topic' ? open.answers['text'] : undefined
  const words = offered === undefined ? text : `${offered}\n${text}`
  const isFree = open === null || offered !== undefined
  if (isFree && words.length <= longestComment && (await isReachable(ctx))) {
    ctx.aside()
    offerAsComment(ctx, topics, words, ctx.t('everyday-group-topic', { text: shortened(words, EXCERPT) }))
  } else {
    ctx.reply({ text: ctx.t('everyday-group-comment', { code: topics[0]!.key, slash }) })
  }
}

/** By the account he spoke with: only there can he answer what was asked because of it. */
async function isReachable(ctx: Ctx): Promise<boolean> {
  const { account } = ctx.source!
  const known = await ctx.get('accounts', addressKey(account))
  if (!known || known.blocked || known.agreed === null) return false
  return account.channel !== 'zalo-oa' || answerWindow(await ctx.lastHeard(account), ctx.now).state !== 'closed'
}
