import { rewordComment } from '../../src/duties/topics/comments.js'
import { draftArgs } from '../../src/duties/topics/draft-words.js'
import { form } from '../../src/engine/command.js'
import { commentWords, typedWords } from './comment-questions.js'
import { changeableComment, ownComment } from './own-comments.js'

/** `4 new words`, `cd1 4 new words`. */
const line = /^\s*((?:c[dđ]\s?\d{1,3}[\s:]+)?\d{1,6})(?:[.:]?\s([^]*))?$/iu

/** Another wording of one's own comment, until the deadline. */
export const sua = form({
  may: 'member',
  takes: (rest) => line.test(rest),
  ask: { typed: typedWords, comment: ownComment('gopy-ask-comment'), text: commentWords },
  inline(_ctx, typed) {
    const [, comment, text] = line.exec(typed) ?? []
    if (comment === undefined) return {}
    return { comment, ...(text === undefined || text === '' ? {} : { typed: text }) }
  },
  async run(ctx, { comment: name, text }) {
    const { topic, comment } = await changeableComment(ctx, name)
    await rewordComment(ctx, topic, comment, text)
    ctx.reply({ text: ctx.t('gopy-changed', { ...draftArgs(ctx.t, topic, ctx.now), number: String(comment.number) }) })
  },
})
