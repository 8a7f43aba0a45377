import { fold } from '../../src/domain/fold.js'
import { readTopicKey, topicCode } from '../../src/domain/topic/topic-key.js'
import type { Comment, Topic } from '../../src/domain/topic/topic.js'
import { isChangeable } from '../../src/duties/topics/comments.js'
import { commentsOf } from '../../src/duties/topics/draft-progress.js'
import { allTopics } from '../../src/duties/topics/drafts.js'
import type { Ctx, Question } from '../../src/engine/command.js'
import { Refusal } from '../../src/errors.js'

interface OwnComment {
  topic: Topic
  comment: Comment
  /** `cd1:4`: how answers and dialogues name it. */
  name: string
}

/** The actor's comments, and those he entered for others. */
async function ownComments(ctx: Ctx): Promise<OwnComment[]> {
  const topics = (await allTopics(ctx)).filter(({ edition }) => edition > 0)
  const found = await Promise.all(topics.map(async (topic) => ({ topic, comments: await commentsOf(ctx, topic) })))
  return found.flatMap(({ topic, comments }) =>
    comments
      .filter((comment) => [comment.member, comment.enteredBy].includes(ctx.actor!._id))
      .map((comment) => ({ topic, comment, name: `${topic.key}:${comment.number}` })),
  )
}

/** Those he may still reword or withdraw. */
const changeableComments = async (ctx: Ctx): Promise<OwnComment[]> =>
  (await ownComments(ctx)).filter(({ topic, comment }) => isChangeable(ctx, topic, comment))

/** The one an answer of `ownComment` names, as it is now. */
export async function changeableComment(ctx: Ctx, name: string): Promise<OwnComment> {
  const found = (await changeableComments(ctx)).find((own) => own.name === name)
  if (!found) throw new Refusal('gopy-nothing-to-change')
  return found
}

const label = ({ topic, comment }: OwnComment): string => `${comment.number} (${topicCode(topic.key)})`

/** A comment by its number; with the topic's code where two drafts have the same number. */
export const ownComment = (words: string): Question => ({
  words,
  async read(ctx, text) {
    const [, key, number] =
      text.length > 40 ? [] : (/^(?:(cd ?\d{1,3})[\s:]+)?(?:so )?(\d{1,6})$/.exec(fold(text)) ?? [])
    // A comment may begin with the very word that names the command: how to send it is said whatever he has sent before.
    if (number === undefined) return { again: 'gopy-number-unclear' }
    const meant = (await ownComments(ctx)).filter(
      ({ topic, comment }) =>
        comment.number === Number(number) && (key === undefined || readTopicKey(key) === topic.key),
    )
    const found = meant.filter(({ topic, comment }) => isChangeable(ctx, topic, comment))
    if (found.length === 1) return { value: found[0]!.name }
    if (found.length === 0 && meant.some(({ comment }) => comment.withdrawn))
      throw new Refusal('gopy-withdrawn-before', { number })
    const own = await changeableComments(ctx)
    if (own.length === 0) throw new Refusal('gopy-nothing-to-change')
    return {
      again: found.length > 1 ? 'gopy-which-comment' : 'gopy-no-such-comment',
      args: { numbers: own.map(label).join(', ') },
    }
  },
  numeric: true,
  choices: async (ctx) =>
    (await changeableComments(ctx)).slice(-6).map((own) => ({ label: label(own), value: own.name })),
  async given(ctx) {
    const own = await changeableComments(ctx)
    if (own.length === 0) throw new Refusal('gopy-nothing-to-change')
    return null
  },
})
