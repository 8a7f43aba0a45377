import type { Comment, Topic } from '../../src/domain/topic/topic.js'
import { isChangeable } from '../../src/duties/topics/comments.js'
import { commentsOf } from '../../src/duties/topics/draft-progress.js'
import { allTopics } from '../../src/duties/topics/drafts.js'
import type { Ctx } from '../../src/engine/command.js'

export interface OwnComment {
  topic: Topic
  comment: Comment
  /** `cd1:4`: how answers and dialogues name it. */
  name: string
}

/** Comments the actor may still reword: his own, and those he entered for others. */
export async function changeableComments(ctx: Ctx): Promise<OwnComment[]> {
  const topics = (await allTopics(ctx)).filter(({ edition }) => edition > 0)
  const found = await Promise.all(topics.map(async (topic) => ({ topic, comments: await commentsOf(ctx, topic) })))
  return found.flatMap(({ topic, comments }) =>
    comments
      .filter(
        (comment) => [comment.member, comment.enteredBy].includes(ctx.actor!._id) && isChangeable(ctx, topic, comment),
      )
      .map((comment) => ({ topic, comment, name: `${topic.key}:${comment.number}` })),
  )
}
