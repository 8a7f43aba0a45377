import { drawCode, hashCode } from '../../domain/joining/code.js'
import type { Member } from '../../domain/people/member.js'
import type { Ctx } from '../../engine/command.js'
import type { Message } from '../../chat.js'

const DAY_MS = 24 * 60 * 60_000
/** Long enough to pass it on by hand, short enough that a lost one is worth nothing. */
const INVITE_DAYS = 7

/**
 * A new code for one member; an earlier one that nobody has used is worth nothing from now on. Returns what the
 * secretary passes on: the code is shown this once, the store has only its hash.
 */
export async function inviteMember(ctx: Ctx, member: Member): Promise<Message> {
  for (const old of await ctx.find('invites', { lane: ctx.lane, member: member._id })) {
    if (old.used === null) ctx.save('invites', { ...old, gone: true })
  }
  const code = drawCode('invite')
  const hash = hashCode(code)
  const until = ctx.at + INVITE_DAYS * DAY_MS
  ctx.save('invites', { _id: hash, branch: ctx.branch._id, member: member._id, until, used: null })
  const { t } = ctx
  const link = ctx.inviteLink(code)
  const days = INVITE_DAYS
  const { name } = member
  return {
    title: t('thanhvien-invite-title', { name }),
    text: link
      ? t('thanhvien-invite-link', { name, code, link, days, branch: ctx.branch.name })
      : t('thanhvien-invite', { name, code, days, branch: ctx.branch.name }),
  }
}
