import { addressKey, type Address } from '../../chat.js'
import type { Job } from '../../engine/command.js'
import { foundBranch } from './found-branch.js'

/** In the branch's lane: the one place where a code is used up. Whoever comes second is told as if it had never been. */
export const useCode: Job<'code'> = async (ctx, asked) => {
  const { hash, address } = asked
  const account = `account:${addressKey(address)}`
  const setup = await ctx.get('setups', hash)
  const invite = await ctx.get('invites', hash)
  const found = setup ?? invite
  if (!found || found.gone || found.used !== null || found.until < ctx.at) {
    ctx.post(account, { kind: 'refused', address, at: ctx.at })
    return
  }
  if (setup) {
    foundBranch(ctx, setup, asked)
    return
  }
  const member = await ctx.get('members', invite!.member)
  const another = (await ctx.members()).some(({ _id, accounts }) => _id !== member?._id && lists(accounts, address))
  if (!member || member.gone || member.status === 'moved' || another) {
    ctx.post(account, { kind: 'refused', address, at: ctx.at })
    return
  }
  ctx.save('invites', { ...invite!, used: address })
  const drawn = invite!.drawnBy !== null
  ctx.post(account, {
    kind: 'link',
    branch: invite!.branch,
    member: member._id,
    address,
    agreed: drawn,
    drawn,
    joined: !drawn,
  })
}

const lists = (accounts: readonly Address[], address: Address): boolean =>
  accounts.some((own) => addressKey(own) === addressKey(address))
