import { command } from '../src/engine/command.js'

export default command({
  name: 'huy',
  also: ['huy bo', 'thoi', 'cancel', 'stop'],
  may: 'member',
  async run(ctx) {
    const left = await ctx.leaveDialogue()
    ctx.reply({ text: ctx.t(left ? 'huy-left' : 'huy-nothing') })
  },
})
