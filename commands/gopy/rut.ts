import { topicCode } from '../../src/domain/topic/topic-key.js'
import { commentLines } from '../../src/duties/topics/comment-lines.js'
import { withdrawComment } from '../../src/duties/topics/comments.js'
import { draftArgs } from '../../src/duties/topics/draft-words.js'
import { hasChannel } from '../../src/domain/people/member.js'
import { shortName } from '../../src/domain/people/names.js'
import { form } from '../../src/engine/command.js'
import { changeableComment, ownComment } from './own-comments.js'

/** Takes back one's own comment, or one entered for somebody else, until the deadline. */
export const rut = form({
  may: 'member',
  where: 'private',
  ask: { comment: ownComment('gopy-ask-withdraw') },
  yes: 'gopy-button-withdraw',
  async preview(ctx, { comment: name }) {
    const { topic, comment } = await changeableComment(ctx, name)
    return {
      title: ctx.t('gopy-withdraw-title', { code: topicCode(topic.key), number: String(comment.number) }),
      text: [...(await commentLines(ctx, [comment])), ctx.t('gopy-withdraw-preview')].join('\n\n'),
    }
  },
  async run(ctx, { comment: name }) {
    const { topic, comment } = await changeableComment(ctx, name)
    await withdrawComment(ctx, topic, comment)
    const args = { ...draftArgs(ctx.t, topic, ctx.now), number: String(comment.number) }
    ctx.reply({ text: ctx.t('gopy-withdrawn', args) })

    const members = await ctx.members()
    const member = members.find(({ _id }) => _id === comment.member)
    if (!member || member._id === ctx.actor!._id || !hasChannel(member)) return
    const by = shortName(ctx.actor!, members)
    ctx.say(member, (t) => ({ text: t('gopy-withdrawn-for-you', { ...draftArgs(t, topic, ctx.now), ...args, by }) }), {
      class: 'person',
      concerns: [member._id],
    })
  },
})
