import { topicCode } from '../../src/domain/topic/topic-key.js'
import { namesOf } from '../../src/duties/topics/comment-lines.js'
import { proposeTyped, typedChoices } from '../../src/duties/topics/typing.js'
import { form } from '../../src/engine/command.js'
import { commentWords } from './comment-questions.js'
import { fileComment, whichToType } from './typed-comments.js'

/** What a picture or a recording says, typed by whoever keeps the papers: the member is asked whether it is right. */
export const chugo = form({
  may: 'recorder',
  where: 'private',
  hidden: true,
  ask: { comment: whichToType, text: commentWords },
  inline(_ctx, line) {
    const [, comment, text = ''] = /^(\S+)\s*([^]*)$/u.exec(line) ?? []
    return { ...(comment === undefined ? {} : { comment }), ...(text === '' ? {} : { text }) }
  },
  async run(ctx, { comment: name, text }) {
    const { t } = ctx
    const { topic, comment } = await fileComment(ctx, name)
    const how = await proposeTyped(ctx, topic, comment, text)
    const who = (await namesOf(ctx, [comment])).get(comment.member) ?? ''
    const args = { code: topicCode(topic.key), number: String(comment.number), name: who }
    if (how !== 'by phone')
      return void ctx.reply({ text: t(how === 'own' ? 'gopy-typed-own' : 'gopy-typed-sent', args) })
    const { key } = (await fileComment(ctx, name)).comment.proposed!
    ctx.reply({ text: t('gopy-typed-phone', args), choices: typedChoices(t, name, key) })
  },
})
