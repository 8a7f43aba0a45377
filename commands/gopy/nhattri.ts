import { recordComment } from '../../src/duties/topics/comments.js'
import { commentsNow } from '../../src/duties/topics/draft-progress.js'
import { draftArgs } from '../../src/duties/topics/draft-words.js'
import { topicByKey } from '../../src/duties/topics/drafts.js'
import { shortName } from '../../src/domain/people/names.js'
import { form } from '../../src/engine/command.js'
import { openTopic } from './which-topic.js'

/** One press: answered, without a comment of substance. A second press changes nothing. */
export const nhattri = form({
  may: 'member',
  hidden: true,
  ask: { topic: openTopic },
  async run(ctx, { topic: key }) {
    const { t } = ctx
    const actor = ctx.actor!
    const topic = (await topicByKey(ctx, key))!
    const before = (await commentsNow(ctx, topic)).find(
      ({ member, kind }) => member === actor._id && kind === 'agreement',
    )
    const from = ctx.source!.group ? 'group' : 'private'
    const text = ctx.words(ctx.branch.locale)('gopy-agree-text')
    const comment = before ?? (await recordComment(ctx, topic, { member: actor, text, from, enteredBy: null }))
    const args = {
      ...draftArgs(t, topic, ctx.now),
      number: String(comment.number),
      name: shortName(actor, await ctx.members()),
    }
    if (ctx.source!.group) {
      ctx.reply({ text: t(before ? 'gopy-kept-before' : 'gopy-kept-group', args) })
      return
    }
    const late = comment.late && !before ? [t('gopy-kept-late', args)] : []
    ctx.reply({
      text: [t(before ? 'gopy-kept-before' : 'gopy-kept-agreed', args), ...late].join('\n'),
      choices: [{ label: t('gopy-button-more'), does: `gopy ${topic.key}` }],
    })
  },
})
