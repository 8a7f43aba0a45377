import { addressKey } from '../../src/chat.js'
import { comingTurns } from '../../src/duties/rotation/presenter.js'
import { dateWords } from '../../src/domain/calendar/date-words.js'
import { form } from '../../src/engine/command.js'
import { memberOf, refuseLastSecretary, whichMember } from './which-member.js'

/** A member who has left: nothing is sent to him any more, and what he said stays in the record. */
export const chuyendi = form({
  may: 'secretary',
  where: 'private',
  also: ['chuyen di', 'chuyen sinh hoat', 'moved'],
  ask: { member: whichMember('thanhvien-ask-who-left') },
  yes: 'engine-save',
  async preview(ctx, { member: key }) {
    const { t, branch } = ctx
    const member = await memberOf(ctx, key)
    await refuseLastSecretary(ctx, member)
    const months = (await comingTurns(ctx)).filter((turn) => turn.member?._id === member._id && turn.turn !== null)
    const lines = [t('thanhvien-chuyendi-preview', { name: member.name })]
    for (const { month } of months)
      lines.push(t('thanhvien-chuyendi-turn', { month: dateWords[ctx.actor?.locale ?? branch.locale].month(month) }))
    return { title: t('thanhvien-chuyendi-title'), text: lines.join('\n') }
  },
  async run(ctx, { member: key }) {
    const member = await memberOf(ctx, key)
    await refuseLastSecretary(ctx, member)
    ctx.save('members', { ...member, status: 'moved', accounts: [] })
    for (const invite of await ctx.find('invites', { lane: ctx.lane, member: member._id }))
      if (invite.used === null) ctx.save('invites', { ...invite, gone: true })
    for (const address of member.accounts)
      ctx.post(`account:${addressKey(address)}`, { kind: 'unlink', branch: ctx.branch._id, address })
    ctx.reply({ text: ctx.t('thanhvien-chuyendi-saved', { name: member.name }) })
  },
})
