import { fold } from '../../src/domain/fold.js'
import { isChangeable } from '../../src/duties/topics/comments.js'
import { confirmTyped, mendTyped, typeAgain } from '../../src/duties/topics/typing.js'
import { form, type Question } from '../../src/engine/command.js'
import { commentWords } from './comment-questions.js'
import { proposal, said } from './typed-comments.js'

/** What the button says that leaves the typing to whoever did it. */
const again = 'go lai'
const right = new Set([
  'dung',
  'dung roi',
  'dung a',
  'da dung',
  'vang',
  'vang dung',
  'da',
  'ok',
  'nhat tri',
  'dong y',
  'yes',
  'right',
])

const rightWords: Question = {
  ...commentWords,
  words: 'gopy-ask-right',
  choices: ({ t }) => [{ label: t('gopy-button-again'), value: again }],
  given: () => null,
}

/** "Sửa lại": the member says what it should be, while comments may be changed; later it is typed again from the original. */
export const suago = form({
  may: 'member',
  where: 'private',
  hidden: true,
  ask: { said, text: rightWords },
  inline(_ctx, line) {
    const [, which = line, text = ''] = /^(\S+ \S+)\s*([^]*)$/u.exec(line) ?? []
    return { said: which, ...(text === '' ? {} : { text }) }
  },
  async run(ctx, { said: which, text }) {
    const { t } = ctx
    const { topic, comment } = await proposal(ctx, which)
    const args = { number: String(comment.number) }
    if (right.has(fold(text).replace(/[.!]+$/u, ''))) {
      await confirmTyped(ctx, topic, comment)
      ctx.reply({ text: t('gopy-typed-thanks', args) })
    } else if (fold(text) === again) {
      await typeAgain(ctx, topic, comment, '')
      ctx.reply({ text: t('gopy-typed-back', args) })
    } else if (isChangeable(ctx, topic, comment)) {
      await mendTyped(ctx, topic, comment, text)
      ctx.reply({ text: t('gopy-typed-mended', args) })
    } else {
      await typeAgain(ctx, topic, comment, text)
      ctx.reply({ text: t('gopy-typed-late', args) })
    }
  },
})
