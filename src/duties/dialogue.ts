import { addressKey, type Address } from '../chat.js'
import type { Duty } from '../engine/command.js'

/** A question nobody answered is closed; whoever was asked is told once, so that he does not believe it done. */
export const dialogueDuty: Duty<'dialogues'> = {
  collection: 'dialogues',
  async run(ctx, dialogue) {
    ctx.save('dialogues', { ...dialogue, gone: true, nextAt: null })
    if (dialogue.soft) return
    const members = await ctx.members()
    const member = members.find((one) => one.accounts.some((address) => addressKey(address) === dialogue.account))
    // Where he was asked first, his other channels after it.
    const asked = (address: Address): boolean => addressKey(address) === dialogue.account
    if (member)
      ctx.say(
        { ...member, accounts: [...member.accounts].sort((a, b) => Number(asked(b)) - Number(asked(a))) },
        (t) => ({ text: t('everyday-question-expired', { command: `/${dialogue.form}` }) }),
        {
          silent: true,
        },
      )
  },
}
