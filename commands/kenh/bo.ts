import { addressKey } from '../../src/chat.js'
import { form } from '../../src/engine/command.js'
import { Refusal } from '../../src/errors.js'
import type { T } from '../../src/words.js'
import { inlineChannel, ownerOf, whichChannel, whose } from './which-channel.js'

/** Unlinks a channel. Nobody cuts off his own last one by himself: nothing would reach him, and he could not undo it. */
export const bo = form({
  also: ['ngat', 'xoa', 'remove'],
  may: 'member',
  where: 'private',
  yes: 'kenh-button-remove',
  ask: { whose, channel: whichChannel },
  inline: inlineChannel,
  async preview(ctx, given) {
    const { accounts } = await ownerOf(ctx, given)
    const address = accounts.find((own) => addressKey(own) === given.channel)
    if (!address) throw new Refusal('kenh-which-none')
    return { text: ctx.t('kenh-confirm-remove', { channel: ctx.t('kenh-name', { channel: address.channel }) }) }
  },
  async run(ctx, given) {
    const member = await ownerOf(ctx, given)
    const address = member.accounts.find((own) => addressKey(own) === given.channel)
    if (!address) throw new Refusal('kenh-which-none')
    const own = member._id === ctx.actor!._id
    if (own && member.accounts.length === 1) throw new Refusal('kenh-last')
    const rest = member.accounts.filter((one) => one !== address)
    const left = ctx.save('members', { ...member, accounts: rest })
    const pressed = addressKey(ctx.source!.account)
    // Where he speaks nothing of the branch arrives any more: that account's own lane answers him.
    const here = pressed === given.channel
    ctx.post(`account:${given.channel}`, { kind: 'unlink', branch: ctx.branch._id, address, ...(here && { here }) })
    const named = (t: T) => t('kenh-name', { channel: address.channel })
    // To a channel he still has: this one may be the one that is gone.
    if (rest.length > 0) ctx.say(left, (t) => ({ text: t('kenh-removed', { channel: named(t) }) }), { queue: 'answer' })
    const told = rest[0] !== undefined && addressKey(rest[0]) === pressed
    if (own && !here && !told) ctx.reply({ text: ctx.t('kenh-removed', { channel: named(ctx.t) }) })
    if (!own) ctx.reply({ text: ctx.t('kenh-removed-of', { name: member.name, channel: named(ctx.t) }) })
  },
})
