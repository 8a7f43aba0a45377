import { hasChannel } from '../../src/domain/people/member.js'
import { form } from '../../src/engine/command.js'
import { Refusal } from '../../src/errors.js'
import { memberOf, whichMember } from './which-member.js'

/** The secretary gives his office to another member, and keeps his other roles. */
export const bangiao = form({
  may: 'secretary',
  where: 'private',
  also: ['ban giao', 'hand over'],
  ask: { member: whichMember('thanhvien-ask-successor') },
  yes: 'engine-save',
  async preview(ctx, { member: key }) {
    const { t } = ctx
    const next = await memberOf(ctx, key)
    if (!ctx.actor!.roles.includes('secretary')) throw new Refusal('thanhvien-only-secretary')
    if (next._id === ctx.actor!._id) throw new Refusal('thanhvien-same-role', { name: next.name })
    if (next.status === 'probationary') throw new Refusal('thanhvien-probationary-office', { name: next.name })
    // Whoever nothing reaches could not run the branch, and nobody else would be left who may.
    if (!hasChannel(next)) throw new Refusal('thanhvien-not-linked', { name: next.name })
    return { title: t('thanhvien-bangiao-title'), text: t('thanhvien-bangiao-preview', { name: next.name }) }
  },
  async run(ctx, { member: key }) {
    const next = await memberOf(ctx, key)
    const { actor } = ctx
    if (!actor!.roles.includes('secretary')) throw new Refusal('thanhvien-only-secretary')
    const roles = next.roles.filter((role) => role !== 'deputy')
    ctx.save('members', { ...next, roles: ['secretary', ...roles.filter((role) => role !== 'secretary')] })
    ctx.save('members', { ...actor!, roles: actor!.roles.filter((role) => role !== 'secretary') })
    ctx.reply({ text: ctx.t('thanhvien-bangiao-saved', { name: next.name }) })
    ctx.say(next, (t) => ({ text: t('thanhvien-bangiao-told', { name: actor!.name }) }), { queue: 'answer' })
  },
})
