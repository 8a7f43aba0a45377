import { commentText, isDone, longestComment } from '../../src/domain/topic/comment-text.js'
import { readTopicKey } from '../../src/domain/topic/topic-key.js'
import { appendToComment, isChangeable, recordComment } from '../../src/duties/topics/comments.js'
import { form, type Answers, type Ctx } from '../../src/engine/command.js'
import { Refusal } from '../../src/errors.js'
import { commentWords } from './comment-questions.js'
import { confirmComment } from './confirm-comment.js'
import { joined, origin } from './joined.js'
import { takeNextFile } from './take-file.js'
import { openTopic } from './which-topic.js'
import { sayDone } from './xong.js'

/** What a member sends right after a comment joins it, until he says that it is all. Only the dialogue opened there names it. */
export const noitiep = form({
  may: 'member',
  hidden: true,
  ask: { text: commentWords },
  file: takeNextFile,
  async run(ctx, answers) {
    const { comment: name, text } = answers as Answers
    if (name === undefined || text === undefined) throw new Refusal('engine-question-over')
    if (isDone(text)) return sayDone(ctx)
    const { topic, comment, member } = await joined(ctx, name)
    if (!topic) return askWhich(ctx, text)
    const fits = comment && commentText(comment).length + 1 + text.length <= longestComment
    const kept =
      fits && (comment.late || isChangeable(ctx, topic, comment))
        ? await appendToComment(ctx, topic, comment, text)
        : await recordComment(ctx, topic, {
            ...origin(ctx, member),
            text,
            // A file that is still on its way finds its comment by this.
            tag: comment ? null : name,
          })
    await confirmComment(ctx, topic, kept)
  },
})

/** Said while a file of his is on its way, or waits for him to say which draft it is for. */
async function askWhich(ctx: Ctx, text: string): Promise<void> {
  const key = readTopicKey(text)
  if (key !== null) return ctx.perform(`gopy ${key}`)
  const tag = ctx.expect({ form: 'gopy', answers: { typed: text }, asking: 'topic', minutes: 24 * 60 })
  const topics = await openTopic.choices!(ctx, {})
  ctx.reply({
    text: ctx.t('gopy-ask-topic'),
    choices: topics.map(({ label, value }) => ({ label, does: `=${tag}:${value}` })),
  })
}
