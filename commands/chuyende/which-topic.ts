import { readTopicKey, topicCode } from '../../src/domain/topic/topic-key.js'
import type { Topic } from '../../src/domain/topic/topic.js'
import { hasRight } from '../../src/domain/people/rights.js'
import { allTopics } from '../../src/duties/topics/drafts.js'
import type { Ctx, Option, Question } from '../../src/engine/command.js'
import { Refusal } from '../../src/errors.js'

const mostChoices = 6

/** A topic the actor may prepare and send: the secretary any, an author his own. */
export const ownTopic: Question = {
  words: 'chuyende-ask-topic',
  async read(ctx, text) {
    const key = readTopicKey(text)
    const own = await ownTopics(ctx)
    if (own.some((topic) => topic.key === key)) return { value: key! }
    return { again: 'chuyende-no-such-topic', args: { codes: own.map((topic) => topicCode(topic.key)).join(', ') } }
  },
  numeric: true,
  async choices(ctx): Promise<Option[]> {
    const own = await ownTopics(ctx)
    return own
      .slice(0, mostChoices)
      .map(({ key, title }) => ({ label: `${topicCode(key)} – ${title.slice(0, 40)}`, value: key }))
  },
  async given(ctx) {
    const own = await ownTopics(ctx)
    return own.length === 1 ? own[0]!.key : null
  },
}

export const mayPrepare = (ctx: Ctx, { author }: Pick<Topic, 'author'>): boolean =>
  hasRight(ctx.actor!, 'secretary') || author === ctx.actor!._id

async function ownTopics(ctx: Ctx): Promise<Topic[]> {
  const all = await allTopics(ctx)
  const own = all.filter((topic) => mayPrepare(ctx, topic))
  if (own.length > 0) return own
  throw new Refusal(hasRight(ctx.actor!, 'secretary') ? 'chuyende-none-yet' : 'engine-no-right')
}
