import type { Duty } from '../engine/command.js'

/** A question nobody answered is closed; whoever was asked is told once, so that he does not believe it done. */
export const dialogueDuty: Duty<'dialogues'> = {
  collection: 'dialogues',
  async run(ctx, dialogue) {
    ctx.save('dialogues', { ...dialogue, gone: true, nextAt: null })
    if (dialogue.soft) return
    const members = await ctx.members()
    const member = members.find((one) =>
      one.accounts.some((address) => `${address.channel}:${address.id}` === dialogue.account),
    )
    if (member)
      ctx.say(member, (t) => ({ text: t('everyday-question-expired', { command: `/${dialogue.form}` }) }), {
        silent: true,
      })
  },
}
