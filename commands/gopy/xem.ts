import { hasRight } from '../../src/domain/people/rights.js'
import { presentComments } from '../../src/domain/topic/draft-tally.js'
import { topicCode } from '../../src/domain/topic/topic-key.js'
import { commentLines } from '../../src/duties/topics/comment-lines.js'
import { commentsOf } from '../../src/duties/topics/draft-progress.js'
import { draftArgs } from '../../src/duties/topics/draft-words.js'
import { topicByKey } from '../../src/duties/topics/drafts.js'
import { form } from '../../src/engine/command.js'
import { sentTopic } from './which-topic.js'

/** One's own comments, word for word; whoever keeps the papers sees all of them with their names. */
export const xem = form({
  may: 'member',
  where: 'private',
  ask: { topic: sentTopic },
  async run(ctx, { topic: key }) {
    const { t } = ctx
    const actor = ctx.actor!
    const topic = (await topicByKey(ctx, key))!
    const keepsPapers = hasRight(actor, 'recorder')
    const present = presentComments(topic, await commentsOf(ctx, topic))
    const shown = keepsPapers ? present : present.filter(({ member }) => member === actor._id)
    const lines = await commentLines(ctx, shown)
    const args = draftArgs(t, topic, ctx.now)
    ctx.reply(
      {
        title: t(keepsPapers ? 'gopy-list-title' : 'gopy-own-title', {
          code: topicCode(topic.key),
          edition: String(topic.edition),
        }),
        text: lines.length > 0 ? lines.join('\n\n') : t('gopy-list-empty', args),
        ...(shown.length > 0 || ctx.at > topic.deadline!
          ? {}
          : { choices: [{ label: t('gopy-button'), does: `gopy ${topic.key}` }] }),
      },
      { class: 'committee', concerns: [actor._id] },
    )
  },
})
