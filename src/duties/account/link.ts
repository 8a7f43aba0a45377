import { isDeepStrictEqual } from 'node:util'
import type { Account } from '../../domain/people/contact.js'
import { branchLane } from '../../domain/record.js'
import type { Ctx, Draft, Job } from '../../engine/command.js'
import { CONSENT_VERSION, askConsent } from './consent.js'
import { accountOf, doorOf, handOn } from './door.js'
import { hearAccount } from './hear-account.js'
import { countWrong } from './try-code.js'

/** In the lane of an account: a branch says this account is its member. Only then does what he says go to that branch. */
export const link: Job<'link'> = async (ctx, { branch, member, address, agreed, drawn, joined, before }) => {
  const account = await accountOf(ctx, address)
  const branches = [...account.branches.filter((one) => one.branch !== branch), { branch, member }]
  const linked: Draft<Account> = {
    ...account,
    blocked: false,
    branches,
    goesTo: branches.length === 1 ? branchLane(branch) : ctx.lane,
    agreed: account.agreed ?? (agreed ? { version: CONSENT_VERSION, at: ctx.at, how: drawn ? 'code' : 'paper' } : null),
  }
  if (!isDeepStrictEqual(linked, account)) ctx.save('accounts', linked)
  const door = await doorOf(ctx, address)
  // Until he has agreed everything he says comes here: his own lane keeps it and asks.
  if (linked.agreed === null) {
    ctx.save('accounts', { ...linked, goesTo: ctx.lane })
    askConsent(ctx, address, door.locale)
  } else if (branches.length === 1 && door.version !== undefined) handOn(ctx, door, branchLane(branch))
  ctx.post(branchLane(branch), {
    kind: 'linked',
    member,
    address,
    ...(before && { before }),
    ...(joined && account.agreed && { joined }),
  })
}

/** In the lane of an account: it is no longer that branch's. */
export const unlink: Job<'unlink'> = async (ctx, { branch, address }) => {
  const account = await accountOf(ctx, address)
  if (account.branches.some((one) => one.branch === branch)) ctx.save('accounts', withoutBranch(ctx, account, branch))
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

/** The branch did not take the code: somebody was quicker, or it was guessed. */
export const refused: Job<'refused'> = async (ctx, { address }) => {
  const door = countWrong(ctx, await doorOf(ctx, address))
  ctx.save('doors', { ...door, kept: [], keptUntil: 0, nextAt: null })
  const t = ctx.words(door.locale)
  ctx.say(address, () => ({ text: t('join-bad-code') }), { queue: 'answer', silent: true })
}
