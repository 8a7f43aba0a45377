import { bareNumber } from '../domain/bare-number.js'
import { fold } from '../domain/fold.js'
import { shortName } from '../domain/people/names.js'
import { longestComment } from '../domain/topic/comment-text.js'
import { leaveChoice } from '../engine/command.js'
import type { Unknown } from '../engine/interpret.js'
import { answerShort, isShortAnswer } from './short-answer.js'
import { openTopics } from './topics/drafts.js'

/** From this length on, words nobody asked for are more likely a comment than a slip of the finger. */
const LIKELY_COMMENT = 25

/** The whole of a message that only greets, folded; what follows a greeting in the same message is never lost. */
const greeting =
  /^(?:(?:da|em|xin|kinh|toi)?\s*chao(?: (?:bot|ban|he thong|dong chi|cac dong chi|ca nha|moi nguoi|buoi (?:sang|trua|chieu|toi)|nhe|a))*|hello|hi|hey|good (?:morning|day|evening)|a ?lo(?: a ?lo)*)(?: (?:bot|chi ?bo ?bot|he thong|a|nhe))*$/u
const longestGreeting = 40

const greets = (text: string): boolean =>
  text.length <= longestGreeting && greeting.test(fold(text.replace(/[\p{P}\p{S}]+/gu, ' ')))

/** A greeting is returned, a short answer is thanked for, a number that no open choice bears is explained. Else a helpful line; while a draft is open, an offer to take the words as a comment, so that they are not lost. */
export const answerUnknown: Unknown = async (ctx, text, meant) => {
  const { t, actor } = ctx
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
  const topics = text.trim().length >= LIKELY_COMMENT ? await openTopics(ctx) : []
  if (topics.length > 0 && text.length > longestComment) {
    ctx.reply({ text: t('gopy-too-long', { limit: new Intl.NumberFormat('vi').format(longestComment) }) })
    return
  }
  if (topics.length > 0) {
    const tag = ctx.expect({ form: 'gopy', answers: { text }, asking: 'topic', minutes: 24 * 60 })
    ctx.reply({
      text: t('everyday-unknown-topic'),
      choices: [
        ...topics.slice(0, 3).map((topic) => ({
          label: t('everyday-button-topic', { number: String(topic.number) }),
          does: `=${tag}:${topic.key}`,
        })),
        leaveChoice(t),
      ],
    })
    return
  }
  const command = meant && (actor?.simple ? meant.name : `/${meant.name}`)
  ctx.reply({ text: command ? t('everyday-unknown-meant', { command, help }) : t('everyday-unknown', { help }) })
}
