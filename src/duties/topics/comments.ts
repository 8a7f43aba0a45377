import { commentKind } from '../../domain/topic/comment-kind.js'
import { commentText } from '../../domain/topic/comment-text.js'
import type { Member } from '../../domain/people/member.js'
import type { Comment, Topic } from '../../domain/topic/topic.js'
import { Refusal } from '../../errors.js'
import type { Ctx } from '../../engine/command.js'
import { showProgress, tallyOf } from './draft-progress.js'
import { tellSummary } from './draft-summary.js'
import { nudgeKey } from './nudge-silent.js'

interface Given {
  member: Member
  text: string
  from: Comment['from']
  /** Whoever entered it for him. */
  enteredBy: Member | null
}

/** Keeps a comment under the topic's next number, in time or late, and brings the group's line up to date. */
export async function recordComment(ctx: Ctx, topic: Topic, given: Given): Promise<Comment> {
  const { member, text, from, enteredBy } = given
  if (topic.edition === 0 || topic.deadline === null) throw new Refusal('gopy-not-sent')
  const number = topic.comments + 1
  const before = await tallyOf(ctx, topic)
  const comment = ctx.save('comments', {
    _id: `${topic._id}:${number}`,
    branch: topic.branch,
    topic: topic._id,
    number,
    edition: editionAt(topic, ctx.at),
    member: member._id,
    parts: [part(ctx, text)],
    kind: commentKind(text),
    from,
    enteredBy: enteredBy?._id ?? null,
    late: ctx.at > topic.deadline,
    withdrawn: false,
    earlier: [],
    nextAt: null,
  })
  ctx.cancel(nudgeKey(topic, member))
  const tally = await tallyOf(ctx, topic)
  const more = tally.answered.length > before.answered.length
  const progressRow = more ? showProgress(ctx, topic, tally, false) : topic.progressRow
  const counted = ctx.save('topics', { ...topic, comments: number, progressRow })
  if (isAfterClosing(counted, comment)) await tellSummary(ctx, counted, tally, { words: 'gopy-summary-added', number })
  return comment
}

/** What the member sends next belongs to the same comment. */
export const appendToComment = (ctx: Ctx, topic: Topic, comment: Comment, text: string): Promise<Comment> =>
  change(ctx, topic, comment, [...comment.parts, part(ctx, text)], comment.earlier)

/** Another wording; the earlier one is kept. */
export const rewordComment = (ctx: Ctx, topic: Topic, comment: Comment, text: string): Promise<Comment> =>
  change(
    ctx,
    topic,
    comment,
    [part(ctx, text)],
    [...comment.earlier, { text: commentText(comment.parts), until: ctx.at }],
  )

async function change(
  ctx: Ctx,
  topic: Topic,
  comment: Comment,
  parts: Comment['parts'],
  earlier: Comment['earlier'],
): Promise<Comment> {
  const changed = ctx.save('comments', { ...comment, parts, earlier, kind: commentKind(commentText(parts)) })
  if (isAfterClosing(topic, changed)) {
    const { number } = changed
    await tellSummary(ctx, topic, await tallyOf(ctx, topic), { words: 'gopy-summary-added', number })
  }
  return changed
}

/** One of the messages it came in was changed where it was typed; the earlier wording is kept. */
export function correctPart(
  ctx: Ctx,
  topic: Topic,
  comment: Comment,
  messageId: string,
  text: string,
): Promise<Comment> {
  const parts = comment.parts.map((one) => (one.id === messageId ? { ...one, text } : one))
  return change(ctx, topic, comment, parts, [...comment.earlier, { text: commentText(comment.parts), until: ctx.at }])
}

/** It is kept, and counted and shown no more. */
export async function withdrawComment(ctx: Ctx, topic: Topic, comment: Comment): Promise<void> {
  const before = await tallyOf(ctx, topic)
  ctx.save('comments', { ...comment, withdrawn: true })
  const tally = await tallyOf(ctx, topic)
  if (tally.answered.length < before.answered.length)
    ctx.save('topics', { ...topic, progressRow: showProgress(ctx, topic, tally, false) })
  if (isAfterClosing(topic, comment))
    await tellSummary(ctx, topic, tally, { words: 'gopy-summary-withdrawn', number: comment.number })
}

/** Until its deadline a comment may be changed, and only while no newer edition has taken the place of what it speaks of. */
export const isChangeable = (ctx: Ctx, topic: Topic, comment: Comment): boolean =>
  comment.edition === topic.edition && !comment.withdrawn && topic.deadline !== null && ctx.at <= topic.deadline

/** Said in time, read after the draft was closed (the service was down): the summary has to be told again. */
const isAfterClosing = (topic: Topic, comment: Comment): boolean =>
  topic.state === 'closed' && !comment.late && comment.edition === topic.edition

/** What was said before the present edition went out was said about the one before. */
const editionAt = ({ edition, openedAt }: Topic, at: number): number =>
  openedAt !== null && at < openedAt && edition > 1 ? edition - 1 : edition

const part = (ctx: Ctx, text: string): Comment['parts'][number] => ({
  text,
  at: ctx.at,
  id: ctx.source?.messageId ?? '',
})
