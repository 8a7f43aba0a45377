import { addressKey } from '../../chat.js'
import { dateWords } from '../../domain/calendar/date-words.js'
import { localDate } from '../../domain/calendar/local-time.js'
import type { Job } from '../../engine/command.js'
import { secretaryOf } from '../secretary.js'

/**
 * In the branch's lane: whoever gave a code is not the member it is for. It is good again as long as it would have been,
 * unless a newer one has been drawn; the secretary, who knows that somebody else holds it, may draw another.
 */
export const returned: Job<'returned'> = async (ctx, { code, member: id, address }) => {
  const key = addressKey(address)
  const member = await ctx.get('members', id)
  if (!member) return
  const accounts = member.accounts.filter((own) => addressKey(own) !== key)
  if (accounts.length < member.accounts.length) ctx.save('members', { ...member, accounts })
  const invite = code === null ? null : await ctx.get('invites', code)
  if (!invite?.used || addressKey(invite.used) !== key) return
  const drawn = await ctx.find('invites', { lane: ctx.lane, member: id })
  const newer = drawn.some(({ used, until }) => used === null && until >= ctx.at)
  const good = !newer && !invite.gone && invite.until >= ctx.at
  ctx.save('invites', { ...invite, used: null, gone: !good })
  // His own code for a further channel is his own business.
  if (invite.drawnBy !== null || member.gone || member.status === 'moved') return
  ctx.say(
    await secretaryOf(ctx),
    (t, reader) => ({
      text: t('thanhvien-code-returned', {
        name: member.name,
        state: good ? 'good' : newer ? 'newer' : 'over',
        until: dateWords[reader?.locale ?? ctx.branch.locale].short(localDate(invite.until)),
      }),
      choices: [{ label: t('thanhvien-code-new'), does: `thanhvien ma ${member.key}` }],
    }),
    { class: 'committee' },
  )
}
