import { command } from '../src/engine/command.js'

const words = { question: 'huy-left', joining: 'huy-joining', nothing: 'huy-nothing' } as const

export default command({
  name: 'huy',
  also: ['huy bo', 'thoi', 'cancel', 'stop'],
  may: 'member',
  async run(ctx) {
    const left = await ctx.leaveDialogue()
    ctx.reply({ text: ctx.t(words[left ?? 'nothing']) })
  },
})
