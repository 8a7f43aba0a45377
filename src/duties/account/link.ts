import { isDeepStrictEqual } from 'node:util'
import type { Address } from '../../chat.js'
import type { Account, Membership } from '../../domain/people/contact.js'
import { branchLane } from '../../domain/record.js'
import type { Ctx, Draft, Job } from '../../engine/command.js'
import type { Locale } from '../../words.js'
import { CONSENT_VERSION, askConsent } from './consent.js'
import { accountOf, doorOf, forgetful, handOn } from './door.js'
import { hearAccount } from './hear-account.js'
import { whoIs } from './who-is.js'
import { countWrong } from './wrong-codes.js'

/** In the lane of an account: a branch says this account is its member. Only then does what he says go to that branch. */
export const link: Job<'link'> = async (ctx, given) => {
  const { branch, member, address, agreed, drawn, joined, code = null, instead, before } = given
  const account = await accountOf(ctx, address)
  const door = await doorOf(ctx, address)
  const was = code === null ? undefined : account.branches.find((one) => one.branch === branch && one.member !== member)
  if (was && was.member === instead && account.agreed !== null) {
    // He has agreed meanwhile to be the other one: that stands, and this code goes back.
    ctx.post(branchLane(branch), { kind: 'returned', code, member, address })
    await sayTaken(ctx, address, was, door.locale)
    return
  }
  if (was) {
    ctx.post(branchLane(branch), { kind: 'returned', code: was.code ?? null, member: was.member, address })
    if (was.code) countWrong(ctx, door)
  }
  const now =
    account.agreed ?? (agreed ? { version: CONSENT_VERSION, at: ctx.at, how: drawn ? 'code' : 'paper' } : null)
  const branches = [
    ...account.branches.filter((one) => one.branch !== branch),
    { branch, member, code: now === null ? code : null },
  ]
  const linked: Draft<Account> = {
    ...account,
    blocked: false,
    branches,
    // Until he has agreed everything he says comes here: his own lane keeps it and asks.
    goesTo: branches.length === 1 && now !== null ? branchLane(branch) : ctx.lane,
    agreed: now,
  }
  if (!isDeepStrictEqual(linked, account)) ctx.save('accounts', linked)
  if (now === null) await askConsent(ctx, linked, door.locale)
  else if (branches.length === 1 && door.version !== undefined)
    handOn(ctx, await doorOf(ctx, address), branchLane(branch))
  ctx.post(branchLane(branch), {
    kind: 'linked',
    member,
    address,
    ...(before && { before }),
    ...(joined && account.agreed && { joined }),
  })
}

/** In the lane of an account: it is no longer that branch's. */
export const unlink: Job<'unlink'> = async (ctx, { branch, address, here }) => {
  const account = await accountOf(ctx, address)
  if (account.branches.some((one) => one.branch === branch)) ctx.save('accounts', withoutBranch(ctx, account, branch))
  if (!here) return
  const t = ctx.words((await doorOf(ctx, address)).locale)
  ctx.say(address, () => ({ text: t('kenh-removed-here') }), { queue: 'answer', silent: true })
}

function withoutBranch(ctx: Ctx, account: Draft<Account>, branch: string): Draft<Account> {
  const branches = account.branches.filter((one) => one.branch !== branch)
  const [only, second] = branches
  return { ...account, branches, goesTo: only && !second && account.agreed ? branchLane(only.branch) : ctx.lane }
}

/** The branch does not know him: his link to it is old. What he said is answered by what remains. */
export const stray: Job<'stray'> = async (ctx, { branch, update }) => {
  const account = await accountOf(ctx, update.from)
  ctx.save('accounts', withoutBranch(ctx, account, branch))
  await hearAccount(ctx, update)
}

/** The branch did not take the code: somebody was quicker, it was guessed, or it is for another than he is there. */
export const refused: Job<'refused'> = async (ctx, { address, linked }) => {
  const door = countWrong(ctx, await doorOf(ctx, address))
  ctx.save('doors', forgetful(door))
  if (linked) return sayTaken(ctx, address, linked, door.locale)
  const t = ctx.words(door.locale)
  ctx.say(address, () => ({ text: t('join-bad-code') }), { queue: 'answer', silent: true })
}

async function sayTaken(ctx: Ctx, address: Address, linked: Membership, locale: Locale): Promise<void> {
  const t = ctx.words(locale)
  const text = t('join-taken', await whoIs(ctx, t, linked))
  ctx.say(address, () => ({ text }), { queue: 'answer', silent: true })
}
