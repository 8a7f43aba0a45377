import { command, type Question } from '../src/engine/command.js'
import { onOffChoices, readOnOff } from './caidat/readings.js'

/** Whether simple mode is to be on: without a word it becomes what it is not. */
export const simpleQuestion: Omit<Question, 'given'> = {
  words: 'dongian-ask',
  read: (_ctx, text) => readOnOff(text),
  choices: ({ t }) => onOffChoices(t),
}

/** Few large buttons, numbers as answers, short help: for himself. */
export default command({
  name: 'dongian',
  also: ['don gian', 'che do don gian', 'simple'],
  may: 'member',
  where: 'private',
  ask: { on: { ...simpleQuestion, given: ({ actor }) => (actor!.simple ? 'tat' : 'bat') } },
  run(ctx, { on }) {
    const saved = ctx.save('members', { ...ctx.actor!, simple: on === 'bat' })
    // Said as it is said from now on.
    ctx.say(saved, (t) => ({ text: t(saved.simple ? 'dongian-on' : 'dongian-off') }), { queue: 'answer' })
    return Promise.resolve()
  },
})
