import { fold } from '../../src/domain/fold.js'
import { hasChannel } from '../../src/domain/people/member.js'
import { hasRight } from '../../src/domain/people/rights.js'
import { awaits, filesOf } from '../../src/domain/topic/comment-files.js'
import { readTopicKey, topicCode } from '../../src/domain/topic/topic-key.js'
import type { Comment, Topic } from '../../src/domain/topic/topic.js'
import { commentName } from '../../src/duties/topics/ask-to-type.js'
import { commentsOf } from '../../src/duties/topics/draft-progress.js'
import { allTopics } from '../../src/duties/topics/drafts.js'
import type { Ctx, Question } from '../../src/engine/command.js'
import { Refusal } from '../../src/errors.js'

export interface FileComment {
  topic: Topic
  comment: Comment
  name: string
}

/** Comments of all drafts that came in pictures or recordings, by draft and number. */
export async function fileComments(ctx: Ctx): Promise<FileComment[]> {
  const topics = (await allTopics(ctx)).filter(({ edition }) => edition > 0)
  const found = await Promise.all(topics.map(async (topic) => ({ topic, comments: await commentsOf(ctx, topic) })))
  return found.flatMap(({ topic, comments }) =>
    comments
      .filter((comment) => !comment.withdrawn && filesOf(comment).length > 0)
      .map((comment) => ({ topic, comment, name: commentName(topic, comment) })),
  )
}

export const toType = ({ comment }: FileComment): boolean => awaits(comment) === 'typing'

/** The one an answer names, as it is now. */
export async function fileComment(ctx: Ctx, name: string): Promise<FileComment> {
  const found = (await fileComments(ctx)).find((one) => one.name === name)
  if (!found) throw new Refusal('gopy-type-gone')
  return found
}

const typeLabel = ({ topic, comment }: FileComment): string => `${comment.number} (${topicCode(topic.key)})`

/** A comment with files by its number, with the draft's code where two have the same. */
export const whichToType: Question = {
  words: 'gopy-ask-type',
  async read(ctx, text) {
    const all = await fileComments(ctx)
    const [, key, number] =
      text.length > 40 ? [] : (/^(?:(cd ?\d{1,3})[\s:]+)?(?:so )?(\d{1,6})$/u.exec(fold(text)) ?? [])
    const found = all.filter(
      ({ topic, comment }) =>
        comment.number === Number(number) && (key === undefined || readTopicKey(key) === topic.key),
    )
    if (found.length === 1) return { value: found[0]!.name }
    const numbers = all.map(typeLabel).join(', ')
    if (numbers === '') throw new Refusal('gopy-type-none')
    return { again: 'gopy-type-which', args: { numbers } }
  },
  async given(ctx) {
    const waiting = (await fileComments(ctx)).filter(toType)
    if (waiting.length === 0) throw new Refusal('gopy-type-none')
    return waiting.length === 1 ? waiting[0]!.name : null
  },
  numeric: true,
  choices: async (ctx) =>
    (await fileComments(ctx))
      .filter(toType)
      .slice(0, 6)
      .map((one) => ({ label: typeLabel(one), value: one.name })),
}

/** What was typed for a member, by its button: his own answer, or the word of whoever asked him by phone. */
export async function proposal(ctx: Ctx, said: string): Promise<FileComment> {
  const [name = '', key = ''] = said.split(' ')
  const found = (await fileComments(ctx)).find((one) => one.name === name)
  if (!found || found.comment.proposed?.key !== key) throw new Refusal('gopy-typed-over')
  const { member: id } = found.comment
  if (id === ctx.actor!._id) return found
  const member = (await ctx.members()).find(({ _id }) => _id === id)
  if (!hasRight(ctx.actor!, 'recorder') || (member && hasChannel(member))) throw new Refusal('engine-no-right')
  return found
}

/** The button's own words; nobody types them. */
export const said: Question = {
  words: 'gopy-ask-text',
  async read(ctx, text) {
    await proposal(ctx, text)
    return { value: text }
  },
}
