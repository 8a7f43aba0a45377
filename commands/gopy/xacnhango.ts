import { confirmTyped } from '../../src/duties/topics/typing.js'
import { form } from '../../src/engine/command.js'
import { proposal, said } from './typed-comments.js'

/** "Đúng": what was typed for him is what he said. */
export const xacnhango = form({
  may: 'member',
  where: 'private',
  hidden: true,
  ask: { said },
  async run(ctx, { said: which }) {
    const { topic, comment } = await proposal(ctx, which)
    await confirmTyped(ctx, topic, comment)
    ctx.reply({ text: ctx.t('gopy-typed-thanks', { number: String(comment.number) }) })
  },
})
