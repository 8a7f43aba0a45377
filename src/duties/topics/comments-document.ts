import type { CommentsDocument } from '../../documents/comments-document.js'
import { localDate } from '../../domain/calendar/local-time.js'
import { compileComments } from '../../domain/topic/compiled-comments.js'
import { isChair, presentComments } from '../../domain/topic/draft-tally.js'
import { topicCode } from '../../domain/topic/topic-key.js'
import type { Topic } from '../../domain/topic/topic.js'
import type { Ctx } from '../../engine/command.js'
import { namesOf } from './comment-lines.js'
import { commentsOf, tallyOf } from './draft-progress.js'

/** Everything said about a draft so far, for a paper or a table; the actor signs as its compiler. */
export async function commentsDocumentOf(ctx: Ctx, topic: Topic): Promise<CommentsDocument> {
  const all = await commentsOf(ctx, topic)
  const comments = presentComments(topic, all)
  const { name, superior, place } = ctx.branch
  const tally = await tallyOf(ctx, topic)
  const author = topic.author === null ? null : await ctx.get('members', topic.author)
  return {
    branch: { name, superior, place },
    topic: { code: topicCode(topic.key), title: topic.title, author: author?.name ?? null },
    edition: topic.edition,
    date: localDate(ctx.at),
    counts: {
      answered: tally.answered.length,
      base: tally.base.length,
      substantive: tally.substantive.length,
      agreed: tally.agreed.length,
      proxies: tally.proxies,
      late: tally.late,
      untyped: tally.untyped,
    },
    comments: compileComments({
      topic,
      comments,
      chairs: new Set((await ctx.members()).filter(isChair).map(({ _id }) => _id)),
      names: await namesOf(ctx, comments),
    }),
    earlier: all.filter(({ edition, withdrawn }) => edition < topic.edition && !withdrawn).length,
    by: ctx.actor?.name ?? null,
  }
}
