import { isDone } from '../../src/domain/topic/comment-text.js'
import type { Topic } from '../../src/domain/topic/topic.js'
import { topicCode } from '../../src/domain/topic/topic-key.js'
import { topicByKey } from '../../src/duties/topics/drafts.js'
import { form, type Answers, type Ctx } from '../../src/engine/command.js'
import { Refusal } from '../../src/errors.js'
import { takeDraftFile } from './draft-file.js'
import { draftLimit, longestDraft } from './draft-question.js'
import { mayPrepare } from './which-topic.js'
import { sayPrepared } from './xong.js'

/** So long a text that comes in several messages may go on. */
const joinMinutes = 60

/** Further messages of a draft's text, until "Xong". Each is kept at once: a forgotten "Xong" loses nothing. */
export const noitiep = form({
  may: 'member',
  where: 'private',
  hidden: true,
  ask: { text: { words: 'chuyende-ask-text', read: (_ctx, text) => ({ value: text }) } },
  file: takeDraftFile,
  async run(ctx, answers) {
    const { topic: key, text } = answers as Answers
    if (key === undefined || text === undefined) throw new Refusal('engine-question-over')
    const topic = (await topicByKey(ctx, key))!
    if (!mayPrepare(ctx, topic)) throw new Refusal('engine-no-right')
    if (isDone(text)) return sayPrepared(ctx, topic)
    const whole = topic.text === '' ? text : `${topic.text}\n${text}`
    if (whole.length > longestDraft) throw new Refusal('chuyende-too-long-together', { limit: draftLimit })
    confirmPiece(ctx, ctx.save('topics', { ...topic, text: whole }))
  },
})

/** `replaced`: the text it took the place of. */
export function confirmPiece(ctx: Ctx, topic: Topic, replaced = ''): void {
  const { t } = ctx
  const code = topicCode(topic.key)
  const kept = t('chuyende-piece-kept', { code, length: lengthOf(topic.text) })
  const note = replaced === '' ? [] : [t('chuyende-text-replaced', { length: lengthOf(replaced) })]
  ctx.reply(
    {
      text: [kept, ...note].join('\n'),
      choices: [{ label: t('chuyende-button-done'), does: `chuyende xong ${topic.key}` }],
    },
    { class: 'committee', concerns: [ctx.actor!._id] },
  )
  goOnWriting(ctx, topic.key)
}

const lengthOf = (text: string): string => String([...text].length)

/** What is said next in private is the draft's, until "Xong". */
export function goOnWriting(ctx: Ctx, topic: string): void {
  ctx.expect({ form: 'chuyende noitiep', answers: { topic }, asking: 'text', minutes: joinMinutes })
}
