import { addressKey, type Address } from '../chat.js'
import { shortened } from '../domain/shortened.js'
import type { Duty } from '../engine/command.js'

/** So much of his own words shows him which are meant. */
const EXCERPT = 200

/**
 * A question nobody answered is closed; whoever was asked is told once, so that he does not believe it done. Not where more
 * words were waited for, unless some wait to be recorded.
 */
export const dialogueDuty: Duty<'dialogues'> = {
  collection: 'dialogues',
  async run(ctx, dialogue) {
    ctx.save('dialogues', { ...dialogue, gone: true, nextAt: null })
    const held = dialogue.form === 'gopy' && (dialogue.answers['typed'] || dialogue.answers['text'])
    if (dialogue.soft && !held) return
    const members = await ctx.members()
    const member = members.find((one) => one.accounts.some((address) => addressKey(address) === dialogue.account))
    // Where he was asked first, his other channels after it.
    const asked = (address: Address): boolean => addressKey(address) === dialogue.account
    if (member)
      ctx.say(
        { ...member, accounts: [...member.accounts].sort((a, b) => Number(asked(b)) - Number(asked(a))) },
        (t) => ({
          text: held
            ? t('everyday-words-expired', { text: shortened(held, EXCERPT) })
            : t('everyday-question-expired', { command: `/${dialogue.form}` }),
        }),
        {
          silent: true,
        },
      )
  },
}
