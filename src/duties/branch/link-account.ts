import { isDeepStrictEqual } from 'node:util'
import { addressKey } from '../../chat.js'
import type { Account } from '../../domain/people/contact.js'
import type { Draft, Job } from '../../engine/command.js'
import { branchLane } from '../../domain/record.js'
import { draftToNewcomer } from '../topics/drafts.js'
import { noticeToNewcomer } from '../meetings/meeting-notice.js'

/** What people are told and agree to; raised when the text on what is stored changes. */
const CONSENT_VERSION = '1'

/** In the lane of an account: a branch says this account is its member. Only then does what he says go to that branch. */
export const link: Job<'link'> = async (ctx, { branch, member, address, agreed }) => {
  const _id = addressKey(address)
  const account = await ctx.get('accounts', _id)
  const branches = account?.branches.filter((one) => one.branch !== branch) ?? []
  branches.push({ branch, member })
  const linked: Draft<Account> = {
    _id,
    address,
    blocked: false,
    answeredAt: null,
    ...account,
    branches,
    goesTo: branches.length === 1 ? branchLane(branch) : ctx.lane,
    agreed: account?.agreed ?? (agreed ? { version: CONSENT_VERSION, at: ctx.at, how: 'paper' } : null),
  }
  if (!isDeepStrictEqual(linked, account)) ctx.save('accounts', linked)
  ctx.post(branchLane(branch), { kind: 'linked', member, address })
}

/** In the branch's lane: only now is the address listed, and what is still useful said to a member nothing reached before. */
export const linked: Job<'linked'> = async (ctx, { member: id, address }) => {
  const member = await ctx.get('members', id)
  if (!member || member.gone || member.accounts.some((own) => addressKey(own) === addressKey(address))) return
  const reachable = ctx.save('members', { ...member, accounts: [...member.accounts, address] })
  if (member.accounts.length > 0) return
  await noticeToNewcomer(ctx, reachable)
  await draftToNewcomer(ctx, reachable)
}

/** In the lane of a group. A group belongs to one branch; another one's claim is not taken. */
export const bind: Job<'bind'> = async (ctx, { branch, address }) => {
  const _id = addressKey(address)
  const chat = await ctx.get('chats', _id)
  if (chat?.branch != null && chat.branch !== branch) return
  ctx.save('chats', { _id, address, ...chat, branch, goesTo: branchLane(branch) })
  ctx.post(branchLane(branch), { kind: 'bound', address })
}

export const bound: Job<'bound'> = async (ctx, { address }) => {
  const branch = await ctx.get('branches', ctx.branch._id)
  if (branch && !branch.group) ctx.save('branches', { ...branch, group: address })
}
