import type { Update } from '../../chat.js'
import { isBlank } from '../../domain/topic/comment-text.js'
import { splitTopicKey } from '../../domain/topic/topic-key.js'
import type { Comment, Topic } from '../../domain/topic/topic.js'
import type { Ctx } from '../../engine/command.js'
import { correctPart, isChangeable } from './comments.js'
import { draftArgs } from './draft-words.js'

/** A member corrects a comment by changing the message he gave it in, or the caption of a file. Any other changed message means nothing. */
export async function correctComment(ctx: Ctx, update: Update & { kind: 'text' | 'file' }): Promise<string> {
  const found = await commentOf(ctx, update.messageId)
  if (!found) return 'edited: nothing of ours'
  const { topic, comment } = found
  const text = wordsOf(update.text)
  const part = comment.parts.find(({ id }) => id === update.messageId)!
  // A caption may be taken away: its file says enough.
  if (part.text === text || (isBlank(text) && !part.file)) return 'edited: the same'
  const args = { ...draftArgs(ctx.t, topic, ctx.now), number: String(comment.number) }
  ctx.aside()
  if (!isChangeable(ctx, topic, comment)) {
    ctx.reply({ text: ctx.t('gopy-edit-late', args) })
    return 'edited: too late'
  }
  await correctPart(ctx, topic, comment, update.messageId, text)
  ctx.reply({ text: ctx.t('gopy-changed', args) })
  return 'edited: a comment'
}

/** Platforms number messages by chat: only the actor's own comments are looked at. */
async function commentOf(ctx: Ctx, messageId: string): Promise<{ topic: Topic; comment: Comment } | null> {
  for (const topic of await ctx.find('topics', { lane: ctx.lane, state: { in: ['open', 'closed'] } })) {
    const comments = await ctx.find('comments', { lane: ctx.lane, topic: topic._id }, { limit: 10_000 })
    const comment = comments.findLast(
      ({ member, enteredBy, parts }) =>
        (enteredBy ?? member) === ctx.actor!._id && parts.some(({ id }) => id === messageId),
    )
    if (comment) return { topic, comment }
  }
  return null
}

/** The words of a comment, without the command they may have been typed behind. */
function wordsOf(line: string): string {
  const typed = /^\/\S+\s*([^]*)$/u.exec(line.trimStart())?.[1]
  return typed === undefined ? line : splitTopicKey(typed).rest
}
