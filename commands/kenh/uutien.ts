import { addressKey } from '../../src/chat.js'
import { form } from '../../src/engine/command.js'
import { showChannels } from './show-channels.js'
import { inlineChannel, ownerOf, whichChannel, whose } from './which-channel.js'

/** The channel tried first; the others follow in the order they had. */
export const uutien = form({
  also: ['uu tien', 'truoc', 'first'],
  may: 'member',
  where: 'private',
  ask: { whose, channel: whichChannel },
  inline: inlineChannel,
  async run(ctx, given) {
    const member = await ownerOf(ctx, given)
    const isFirst = (address: (typeof member.accounts)[number]): boolean => addressKey(address) === given.channel
    const accounts = [...member.accounts].sort((a, b) => Number(isFirst(b)) - Number(isFirst(a)))
    await showChannels(ctx, ctx.save('members', { ...member, accounts }))
  },
})
