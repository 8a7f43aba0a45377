import { addressKey } from '../../chat.js'
import { draftTally, presentComments, type Tally } from '../../domain/topic/draft-tally.js'
import { localDate } from '../../domain/calendar/local-time.js'
import type { Comment, Topic } from '../../domain/topic/topic.js'
import type { Ctx } from '../../engine/command.js'
import { aboutDraft, draftArgs, tallyArgs } from './draft-words.js'
import { progressKey } from './drafts.js'

/** More than any draft of a branch gets. */
const mostComments = 10_000

export const commentsOf = (ctx: Ctx, topic: Pick<Topic, '_id'>): Promise<Comment[]> =>
  ctx.find('comments', { lane: ctx.lane, topic: topic._id }, { sort: { field: 'number' }, limit: mostComments })

/** Comments on the edition that is out, by number. */
export const commentsNow = async (ctx: Ctx, topic: Topic): Promise<Comment[]> =>
  presentComments(topic, await commentsOf(ctx, topic))

export async function tallyOf(ctx: Ctx, topic: Topic): Promise<Tally> {
  const [members, comments] = [await ctx.members(), await commentsOf(ctx, topic)]
  return draftTally({ topic, members, comments, date: localDate(ctx.at) })
}

/**
 * The one line of an edition in each group: how many have answered, never who. It is edited as comments come in; where a channel
 * cannot edit, only what is `telling` is said anew. Returns the rows that bear the line, for the topic to keep.
 */
export function showProgress(ctx: Ctx, topic: Topic, tally: Tally, telling: boolean): Topic['progressRows'] {
  const words = topic.state === 'open' ? 'gopy-progress' : 'gopy-progress-closed'
  const key = progressKey(topic)
  const edits = `${key}:edits`
  // Of several changes that still wait only the last is worth sending.
  ctx.cancel(edits)
  return ctx.branch.groups.map((address) => {
    const chat = addressKey(address)
    const line = topic.progressRows.find((shown) => shown.chat === chat)
    const [row] = ctx.say(
      { chat: address },
      (t) => ({ text: t(words, { ...draftArgs(t, topic, ctx.now), ...tallyArgs(tally) }) }),
      // An edit rings no bell: only what may become a message of its own waits for the quiet to end.
      // Whoever replies to the line means its draft.
      line
        ? {
            key: edits,
            about: aboutDraft(topic),
            replaces: line.row,
            withoutEdit: telling ? 'new' : 'cancel',
            quiet: telling ? 'all' : 'none',
          }
        : { key, about: aboutDraft(topic) },
    )
    return line ?? { chat, row: row! }
  })
}
