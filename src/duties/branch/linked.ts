import { addressKey, type Address } from '../../chat.js'
import { hasChannel, openAccounts, type Member } from '../../domain/people/member.js'
import type { Ctx, Job } from '../../engine/command.js'
import type { T } from '../../words.js'
import { alreadyTold } from '../already-said.js'
import { noticeToNewcomer } from '../meetings/meeting-notice.js'
import { turnAgain } from '../rotation/turn-again.js'
import { draftToNewcomer } from '../topics/drafts.js'
import { withStanding } from './account-standing.js'

const owns = (member: Pick<Member, 'accounts'>, address: Address): boolean =>
  member.accounts.some((own) => addressKey(own) === addressKey(address))

/** In the branch's lane: only now is the address listed, and what is still useful said to a member nothing reached before. */
export const linked: Job<'linked'> = async (ctx, { member: id, address, before = [], joined }) => {
  const member = await ctx.get('members', id)
  if (!member || member.gone) return
  if (owns(member, address)) {
    await keepStanding(ctx, member, address)
    return
  }
  const later = member.accounts.findIndex((own) => before.some((one) => addressKey(one) === addressKey(own)))
  const accounts = member.accounts.toSpliced(later < 0 ? member.accounts.length : later, 0, address)
  const listed = ctx.save('members', await withStanding(ctx, { ...member, accounts }, address))
  // Whoever has not agreed is spoken to when he has.
  if (!isOpen(listed, address)) return
  if (hasChannel(member)) sayFurther(ctx, listed, address)
  else if (joined) await bidWelcome(ctx, listed)
  else await sayWhatIsUseful(ctx, listed)
}

async function keepStanding(ctx: Ctx, member: Member, address: Address): Promise<Member> {
  const told = await withStanding(ctx, member, address)
  return told === member ? member : ctx.save('members', told)
}

const isOpen = (member: Member, address: Address): boolean => owns({ accounts: openAccounts(member) }, address)

/** A further channel: it says so there, and on the others, where he would learn that somebody else has his code. */
function sayFurther(ctx: Ctx, member: Member, address: Address): void {
  const others = member.accounts.filter((own) => addressKey(own) !== addressKey(address))
  const answer = { queue: 'answer' } as const
  const { name } = ctx.branch
  ctx.say(
    { ...member, accounts: [address] },
    (t) => ({ text: t('kenh-linked', { member: member.name, name }) }),
    answer,
  )
  ctx.say(
    { ...member, accounts: others },
    (t) => ({ text: t('kenh-linked-elsewhere', { channel: t('kenh-name', { channel: address.channel }) }) }),
    answer,
  )
}

/** He has agreed by a button: the branch bids him welcome. */
export const agreed: Job<'agreed'> = async (ctx, { member: id, address }) => {
  const known = await ctx.get('members', id)
  if (!known || known.gone || !owns(known, address)) return
  const elsewhere = openAccounts(known).some((own) => addressKey(own) !== addressKey(address))
  const member = await keepStanding(ctx, known, address)
  if (elsewhere) sayFurther(ctx, member, address)
  else await bidWelcome(ctx, member)
}

/** Who has founded the branch is asked to set it up. */
async function bidWelcome(ctx: Ctx, member: Member): Promise<void> {
  const { name, plannedUntil } = ctx.branch
  const answer = { queue: 'answer' } as const
  if (plannedUntil === '') {
    const choices = (t: T) => [{ label: t('join-begin'), does: 'batdau' }]
    ctx.say(member, (t) => ({ text: t('join-founded'), choices: choices(t) }), answer)
    return
  }
  ctx.say(member, (t) => ({ text: t('join-welcome', { name, member: member.name }) }), answer)
  await sayWhatIsUseful(ctx, member)
}

/** Blocked or reachable again: whoever comes back gets what he has missed and can still use. */
export const reach: Job<'reach'> = async (ctx, { member: id, address, reachable }) => {
  const known = await ctx.get('members', id)
  if (!known || known.gone || !owns(known, address)) return
  const member = await keepStanding(ctx, known, address)
  if (!reachable || ctx.branch.plannedUntil === '') return
  await noticeToNewcomer(ctx, member, alreadyTold)
  await draftToNewcomer(ctx, member, alreadyTold)
  await turnAgain(ctx, member)
}

async function sayWhatIsUseful(ctx: Ctx, member: Member): Promise<void> {
  if (ctx.branch.plannedUntil === '') return
  await noticeToNewcomer(ctx, member)
  await draftToNewcomer(ctx, member)
}
