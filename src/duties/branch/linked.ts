import { addressKey, type Address } from '../../chat.js'
import type { Member } from '../../domain/people/member.js'
import type { Ctx, Job } from '../../engine/command.js'
import { noticeToNewcomer } from '../meetings/meeting-notice.js'
import { draftToNewcomer } from '../topics/drafts.js'

const owns = (member: Member, address: Address): boolean =>
  member.accounts.some((own) => addressKey(own) === addressKey(address))

/** In the branch's lane: only now is the address listed, and what is still useful said to a member nothing reached before. */
export const linked: Job<'linked'> = async (ctx, { member: id, address }) => {
  const member = await ctx.get('members', id)
  if (!member || member.gone || owns(member, address)) return
  const reachable = ctx.save('members', { ...member, accounts: [...member.accounts, address] })
  // Another lane's document: a hint. Whoever has not agreed is spoken to when he has.
  const account = await ctx.get('accounts', addressKey(address))
  if (member.accounts.length === 0 && account?.agreed) await sayWhatIsUseful(ctx, reachable)
}

/** He has agreed by a button: the branch bids him welcome. */
export const agreed: Job<'agreed'> = async (ctx, { member: id, address }) => {
  const member = await ctx.get('members', id)
  if (!member || member.gone || !owns(member, address)) return
  if (ctx.branch.plannedUntil === '') {
    ctx.say(member, (t) => ({ text: t('join-founded'), choices: [{ label: t('join-begin'), does: 'batdau' }] }), {
      queue: 'answer',
    })
    return
  }
  const { name } = ctx.branch
  ctx.say(member, (t) => ({ text: t('join-welcome', { name, member: member.name }) }), { queue: 'answer' })
  await sayWhatIsUseful(ctx, member)
}

/** Blocked or reachable again: whoever comes back gets what he has missed and can still use. */
export const reach: Job<'reach'> = async (ctx, { member: id, address, reachable }) => {
  const member = await ctx.get('members', id)
  if (reachable && member && !member.gone && owns(member, address)) await sayWhatIsUseful(ctx, member)
}

async function sayWhatIsUseful(ctx: Ctx, member: Member): Promise<void> {
  if (ctx.branch.plannedUntil === '') return
  await noticeToNewcomer(ctx, member)
  await draftToNewcomer(ctx, member)
}
