import { commentText, isDone, longestComment } from '../../src/domain/topic/comment-text.js'
import { appendToComment, isChangeable, recordComment } from '../../src/duties/topics/comments.js'
import { topicByKey } from '../../src/duties/topics/drafts.js'
import { form, type Answers } from '../../src/engine/command.js'
import { Refusal } from '../../src/errors.js'
import { commentWords } from './comment-questions.js'
import { confirmComment } from './confirm-comment.js'
import { sayDone } from './xong.js'

/** What a member sends right after a comment joins it, until he says that it is all. Only the dialogue opened there names it. */
export const noitiep = form({
  may: 'member',
  hidden: true,
  ask: { text: commentWords },
  async run(ctx, answers) {
    const { comment: name, row, text } = answers as Answers
    if (name === undefined || row === undefined || text === undefined) throw new Refusal('engine-question-over')
    if (isDone(text)) return sayDone(ctx)
    const [key, number] = name.split(':') as [string, string]
    const topic = (await topicByKey(ctx, key))!
    const comment = (await ctx.get('comments', `${topic._id}:${number}`))!
    const fits = commentText([...comment.parts, { text }]).length <= longestComment
    if (fits && (comment.late || isChangeable(ctx, topic, comment))) {
      await confirmComment(ctx, topic, await appendToComment(ctx, topic, comment, text), row)
    } else {
      const another = { member: ctx.actor!, text, from: 'private', enteredBy: null } as const
      await confirmComment(ctx, topic, await recordComment(ctx, topic, another))
    }
  },
})
