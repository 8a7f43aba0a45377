import { awaits, filesOf, kindOf } from '../../domain/topic/comment-files.js'
import { commentText } from '../../domain/topic/comment-text.js'
import type { KeptFile } from '../../domain/files/kept-file.js'
import type { Member } from '../../domain/people/member.js'
import type { Comment, Topic } from '../../domain/topic/topic.js'
import { Refusal } from '../../errors.js'
import type { Ctx } from '../../engine/command.js'
import { showProgress, tallyOf } from './draft-progress.js'
import { tellSummary } from './draft-summary.js'
import { nudgeKey } from './nudge-silent.js'
import { askToType, typingKey } from './ask-to-type.js'

interface Given {
  member: Member
  /** Empty where it came as files alone. */
  text: string
  from: Comment['from']
  /** Whoever entered it for him. */
  enteredBy: Member | null
  files?: readonly KeptFile[]
  tag?: string | null
}

type Part = Comment['parts'][number]

/** Keeps a comment under the topic's next number, in time or late, and brings the group's line up to date. */
export async function recordComment(ctx: Ctx, topic: Topic, given: Given): Promise<Comment> {
  const { member, text, from, enteredBy, files = [], tag = null } = given
  if (topic.edition === 0 || topic.deadline === null) throw new Refusal('gopy-not-sent')
  const number = topic.comments + 1
  const before = await tallyOf(ctx, topic)
  // A file may have waited for its sender to say which draft it is for.
  const at = Math.min(ctx.at, ...files.map((file) => file.at))
  const parts = [...(text === '' && files.length > 0 ? [] : [part(ctx, text)]), ...files.map(filePart)]
  const comment = ctx.save('comments', {
    _id: `${topic._id}:${number}`,
    branch: topic.branch,
    topic: topic._id,
    number,
    edition: editionAt(topic, at),
    member: member._id,
    parts: inOrder(parts),
    kind: kindOf({ parts, typed: null }),
    from,
    enteredBy: enteredBy?._id ?? null,
    late: at > topic.deadline,
    withdrawn: false,
    typed: null,
    proposed: null,
    tag,
    told: null,
    earlier: [],
    nextAt: null,
  })
  place(ctx, topic, comment, files)
  ctx.cancel(nudgeKey(topic, member))
  const tally = await tallyOf(ctx, topic)
  const more = tally.answered.length > before.answered.length
  const progressRows = more ? showProgress(ctx, topic, tally, false) : topic.progressRows
  const counted = ctx.save('topics', { ...topic, comments: number, progressRows })
  if (isAfterClosing(counted, comment)) await tellSummary(ctx, counted, tally, { words: 'gopy-summary-added', number })
  if (files.length > 0) await askToType(ctx, counted, comment)
  return comment
}

/** What the member sends next belongs to the same comment. */
export const appendToComment = (ctx: Ctx, topic: Topic, comment: Comment, text: string): Promise<Comment> =>
  change(ctx, topic, comment, { parts: inOrder([...comment.parts, part(ctx, text)]) })

/** So do the pictures and recordings he sends with it. */
export async function appendFile(ctx: Ctx, topic: Topic, comment: Comment, file: KeptFile): Promise<Comment> {
  const changed = await change(ctx, topic, comment, { parts: inOrder([...comment.parts, filePart(file)]) })
  place(ctx, topic, changed, [file])
  if (awaits(comment) !== 'typing') await askToType(ctx, topic, changed)
  return changed
}

/** Another wording; the earlier one is kept, and so are the files, which need nobody to type them any more. */
export function rewordComment(ctx: Ctx, topic: Topic, comment: Comment, text: string): Promise<Comment> {
  const files = filesOf(comment).length
  const originals = comment.parts.filter(({ file }) => file).map((one) => ({ ...one, text: '' }))
  ctx.cancel(typingKey(comment))
  return change(ctx, topic, comment, {
    ...(files === 0
      ? { parts: [part(ctx, text)] }
      : { parts: originals, typed: { text, by: comment.member, files }, proposed: null }),
    earlier: [...comment.earlier, earlierOf(ctx, comment)],
  })
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
  return change(ctx, topic, comment, { parts, earlier: [...comment.earlier, earlierOf(ctx, comment)] })
}

/** What its files say is the member's own word from now on; what stood in its place before is kept. */
export const acceptTyped = (ctx: Ctx, topic: Topic, comment: Comment, typed: Comment['typed']): Promise<Comment> =>
  change(
    ctx,
    topic,
    comment,
    { typed, proposed: null, earlier: [...comment.earlier, ...(comment.typed ? [earlierOf(ctx, comment)] : [])] },
    'gopy-summary-typed',
  )

async function change(
  ctx: Ctx,
  topic: Topic,
  comment: Comment,
  to: Partial<Pick<Comment, 'parts' | 'typed' | 'proposed' | 'earlier'>>,
  words: 'gopy-summary-added' | 'gopy-summary-typed' = 'gopy-summary-added',
): Promise<Comment> {
  const next = { ...comment, ...to }
  const changed = ctx.save('comments', { ...next, kind: kindOf(next) })
  if (isAfterClosing(topic, changed)) {
    const { number } = changed
    await tellSummary(ctx, topic, await tallyOf(ctx, topic), { words, number })
  }
  return changed
}

/** It is kept, and counted and shown no more. */
export async function withdrawComment(ctx: Ctx, topic: Topic, comment: Comment): Promise<void> {
  const before = await tallyOf(ctx, topic)
  ctx.save('comments', { ...comment, withdrawn: true })
  ctx.cancel(typingKey(comment))
  const tally = await tallyOf(ctx, topic)
  if (tally.answered.length < before.answered.length)
    ctx.save('topics', { ...topic, progressRows: showProgress(ctx, topic, tally, false) })
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

const part = (ctx: Ctx, text: string): Part => ({ text, at: ctx.at, id: ctx.source?.messageId ?? '', file: null })
const filePart = ({ _id, caption, at, message }: KeptFile): Part => ({
  text: caption,
  at,
  id: message ?? '',
  file: _id,
})

/** As they were sent: files come when they come, those of an album in any order. */
const inOrder = (parts: Part[]): Part[] =>
  [...parts].sort((a, b) => a.at - b.at || (/^\d+$/u.test(a.id + b.id) ? Number(a.id) - Number(b.id) : 0))

const earlierOf = (ctx: Ctx, comment: Comment) => ({ text: commentText(comment), until: ctx.at })

/** What a file was sent for is known from now on. */
function place(ctx: Ctx, topic: Topic, { number }: Comment, files: readonly KeptFile[]): void {
  for (const file of files) ctx.save('files', { ...file, purpose: `gopy ${topic.key}:${number}` })
}
