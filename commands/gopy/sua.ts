import { fold } from '../../src/domain/fold.js'
import { readTopicKey, topicCode } from '../../src/domain/topic/topic-key.js'
import { rewordComment } from '../../src/duties/topics/comments.js'
import { draftArgs } from '../../src/duties/topics/draft-words.js'
import { form, type Question } from '../../src/engine/command.js'
import { Refusal } from '../../src/errors.js'
import { commentWords, typedWords } from './comment-questions.js'
import { changeableComments, type OwnComment } from './own-comments.js'

const label = ({ topic, comment }: OwnComment): string => `${comment.number} (${topicCode(topic.key)})`

/** A comment by its number; with the topic's code where two drafts have the same number. */
const ownComment: Question = {
  words: 'gopy-ask-comment',
  async read(ctx, text) {
    const own = await changeableComments(ctx)
    if (own.length === 0) throw new Refusal('gopy-nothing-to-change')
    const [, key, number] =
      text.length > 40 ? [] : (/^(?:(cd ?\d{1,3})[\s:]+)?(?:so )?(\d{1,6})$/.exec(fold(text)) ?? [])
    const found = own.filter(
      ({ topic, comment }) =>
        comment.number === Number(number) && (key === undefined || readTopicKey(key) === topic.key),
    )
    if (found.length === 1) return { value: found[0]!.name }
    return {
      again: found.length > 1 ? 'gopy-which-comment' : 'gopy-no-such-comment',
      args: { numbers: own.map(label).join(', ') },
    }
  },
  choices: async (ctx) =>
    (await changeableComments(ctx)).slice(-6).map((own) => ({ label: label(own), value: own.name })),
  async given(ctx) {
    const own = await changeableComments(ctx)
    if (own.length === 0) throw new Refusal('gopy-nothing-to-change')
    return null
  },
}

/** `4 new words`, `cd1 4 new words`. */
const line = /^\s*((?:c[dđ]\s?\d{1,3}[\s:]+)?\d{1,6})(?:[.:]?\s([^]*))?$/iu

/** Another wording of one's own comment, until the deadline. */
export const sua = form({
  may: 'member',
  ask: { typed: typedWords, comment: ownComment, text: commentWords },
  inline(_ctx, typed) {
    const [, comment, text] = line.exec(typed) ?? []
    if (comment === undefined) return typed === '' ? {} : { comment: typed.slice(0, 40) }
    return { comment, ...(text === undefined || text === '' ? {} : { typed: text }) }
  },
  async run(ctx, { comment: name, text }) {
    const found = (await changeableComments(ctx)).find((own) => own.name === name)
    if (!found) throw new Refusal('gopy-nothing-to-change')
    const { topic, comment } = found
    await rewordComment(ctx, topic, comment, text)
    ctx.reply({ text: ctx.t('gopy-changed', { ...draftArgs(ctx.t, topic, ctx.now), number: String(comment.number) }) })
  },
})
