import { addressKey, type Address } from '../../chat.js'
import type { Member } from '../../domain/people/member.js'
import type { Ctx, Job } from '../../engine/command.js'
import { foundBranch } from './found-branch.js'

/** In the branch's lane: the one place where a code is used up. Whoever comes second is told as if it had never been. */
export const useCode: Job<'code'> = async (ctx, asked) => {
  const { hash, address } = asked
  const account = `account:${addressKey(address)}`
  const setup = await ctx.get('setups', hash)
  const invite = await ctx.get('invites', hash)
  const found = setup ?? invite
  // Given twice before the first was answered: the answer is on its way.
  if (found?.used && isSame(found.used, address)) return
  if (!found || found.gone || found.used !== null || found.until < ctx.at) {
    ctx.post(account, { kind: 'refused', address, at: ctx.at })
    return
  }
  if (setup) {
    foundBranch(ctx, setup, asked)
    return
  }
  const { branch, drawnBy, member: id } = invite!
  const member = await ctx.get('members', id)
  if (!member || member.gone || member.status === 'moved') {
    ctx.post(account, { kind: 'refused', address, at: ctx.at })
    return
  }
  const linked = (await ctx.members()).find(({ accounts }) => accounts.some((own) => isSame(own, address)))
  if (linked && !(await mayUse(ctx, linked, id, address))) {
    ctx.post(account, { kind: 'refused', address, at: ctx.at, linked: { branch, member: linked._id } })
    return
  }
  ctx.save('invites', { ...invite!, used: address })
  const drawn = drawnBy !== null
  ctx.post(account, {
    kind: 'link',
    branch,
    member: id,
    address,
    agreed: drawn,
    drawn,
    joined: !drawn,
    code: hash,
    ...(linked && linked._id !== id && { instead: linked._id }),
  })
}

/**
 * Until he has agreed to be the member his first code was for, another may be his own; so may a new one for the same
 * member. A hint: his own lane confirms it.
 */
async function mayUse(ctx: Ctx, linked: Member, member: string, address: Address): Promise<boolean> {
  const account = await ctx.get('accounts', addressKey(address))
  const isSameMember = linked._id === member
  if (!account) return isSameMember
  if (account.agreed !== null) return isSameMember && account.blocked
  return isSameMember || account.branches.some((one) => one.member === linked._id && Boolean(one.code))
}

const isSame = (a: Address, b: Address): boolean => addressKey(a) === addressKey(b)
