import { command } from '../src/engine/command.js'
import { Refusal } from '../src/errors.js'

/** The last message once more, with its buttons, for whoever has lost sight of it. A question that is open stays open. */
export default command({
  name: 'nhaclai',
  also: ['nhac lai', 'nhac lai tin', 'nhac lai tin vua roi', 'noi lai', 'repeat'],
  may: 'member',
  where: 'private',
  beside: true,
  async run(ctx) {
    const row = await ctx.lastSaid()
    if (row?.message == null) throw new Refusal('nhaclai-nothing')
    ctx.reply(row.message, row.about === null ? {} : { about: row.about })
  },
})
