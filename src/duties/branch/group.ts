import { addressKey } from '../../chat.js'
import { hasRight } from '../../domain/people/rights.js'
import type { Job } from '../../engine/command.js'
import { secretaryOf } from '../secretary.js'

/** In the branch's lane: a member wants a group to be the branch's. Only a secretary may; nobody else is answered. */
export const claim: Job<'claim'> = async (ctx, { chat, by }) => {
  const key = addressKey(by)
  const member = (await ctx.members()).find(({ accounts }) => accounts.some((own) => addressKey(own) === key))
  if (!member || !hasRight(member, 'secretary') || ctx.branch.plannedUntil === '') return
  ctx.post(`chat:${addressKey(chat)}`, { kind: 'bind', branch: ctx.branch._id, address: chat, chosen: true })
}

/** The group's own lane has agreed. An earlier group on that channel is let go; one that only has a new id is the same group. */
export const bound: Job<'bound'> = async (ctx, { address, from, chosen }) => {
  const branch = await ctx.get('branches', ctx.branch._id)
  const before = branch?.groups.find(({ channel }) => channel === address.channel) ?? null
  if (!branch || (before && addressKey(before) === addressKey(address))) return
  const same = before !== null && from !== undefined && addressKey(before) === addressKey(from)
  if (before && !same && !chosen) return
  ctx.save('branches', { ...branch, groups: [...branch.groups.filter((group) => group !== before), address] })
  if (same) ctx.post(`chat:${addressKey(from)}`, { kind: 'unbind', branch: branch._id, address: from, to: address })
  if (!chosen) return
  if (before) {
    ctx.post(`chat:${addressKey(before)}`, { kind: 'unbind', branch: branch._id, address: before })
    ctx.say(
      await secretaryOf(ctx),
      (t) => ({ text: t('nhom-changed', { channel: t('kenh-name', { channel: address.channel }) }) }),
      { class: 'committee' },
    )
  }
  ctx.say({ chat: address }, (t) => ({ text: t('nhom-bound', { name: branch.name }) }), { queue: 'answer' })
}

/** The bot was taken out of the group: the secretary should know that it stays silent there. */
export const unbound: Job<'unbound'> = async (ctx, { address }) => {
  const { branch } = ctx
  const left = branch.groups.filter((group) => addressKey(group) !== addressKey(address))
  if (left.length === branch.groups.length) return
  ctx.save('branches', { ...branch, groups: left })
  ctx.say(
    await secretaryOf(ctx),
    (t) => ({ text: t('nhom-lost', { channel: t('kenh-name', { channel: address.channel }) }) }),
    { silent: true, class: 'committee' },
  )
}
