import { form, type Ctx } from '../../src/engine/command.js'

/** The comment is complete; leaving the dialogue was the engine's part. */
export const xong = form({
  may: 'member',
  hidden: true,
  inline: () => ({}),
  run: sayDone,
})

export function sayDone(ctx: Ctx): Promise<void> {
  ctx.reply({ text: ctx.t('gopy-done') })
  return Promise.resolve()
}
