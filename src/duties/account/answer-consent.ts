import { addressKey } from '../../chat.js'
import type { Door } from '../../domain/joining/invite.js'
import type { Account } from '../../domain/people/contact.js'
import { branchLane } from '../../domain/record.js'
import type { Ctx, Draft } from '../../engine/command.js'
import { agreePress, askConsent, CONSENT_VERSION, declinePress, leaveConsent, pressesOf } from './consent.js'
import { doorOf, forgetful, handOn } from './door.js'
import { whoIs } from './who-is.js'
import { countWrong } from './wrong-codes.js'

export const answersConsent = (press: string): boolean => press.startsWith(agreePress) || press.startsWith(declinePress)

/** What he says to the question as it stands, in words or by a press; a press under an earlier one is asked anew. */
export async function answerConsent(
  ctx: Ctx,
  account: Draft<Account>,
  said: { press: string } | 'agrees' | 'declines',
): Promise<string> {
  const door = await doorOf(ctx, account.address)
  const { agree, decline } = pressesOf(account)
  const press = typeof said === 'object' ? said.press : said === 'agrees' ? agree : decline
  if (account.agreed !== null) {
    const t = ctx.words(door.locale)
    const agrees = press.startsWith(agreePress)
    ctx.reply(
      { text: agrees ? t('join-agreed-already') : t('join-taken', await whoIs(ctx, t, account.branches[0]!)) },
      { silent: true },
    )
    return 'agreed before'
  }
  if (press === agree) return giveConsent(ctx, account, door)
  if (press === decline && account.branches.some(({ code }) => code)) return declineCodes(ctx, account, door)
  await askConsent(ctx, account, door.locale)
  return 'consent asked'
}

/** Kept with version and time; from now on his branches may speak to him, and what he said meanwhile is handed on. */
function giveConsent(ctx: Ctx, account: Draft<Account>, door: Draft<Door>): string {
  leaveConsent(ctx, account.address)
  const branches = account.branches.map((one) => ({ ...one, code: null }))
  const [only, second] = branches
  const goesTo = only && !second ? branchLane(only.branch) : ctx.lane
  const agreed = { version: CONSENT_VERSION, at: ctx.at, how: 'button' } as const
  ctx.save('accounts', { ...account, branches, goesTo, agreed })
  for (const { branch, member } of branches) {
    ctx.post(branchLane(branch), { kind: 'agreed', member, address: account.address })
  }
  if (only && !second) handOn(ctx, door, branchLane(only.branch))
  ctx.reply({ text: ctx.words(door.locale)('join-agreed') }, { silent: true })
  return `agreed ${addressKey(account.address)}`
}

/** He is none of those his codes were for. A code that is not his own counts among the wrong ones. */
async function declineCodes(ctx: Ctx, account: Draft<Account>, door: Draft<Door>): Promise<string> {
  const { address } = account
  leaveConsent(ctx, address)
  const branches = account.branches.filter(({ code }) => !code)
  for (const { branch, member, code } of account.branches)
    if (code) ctx.post(branchLane(branch), { kind: 'returned', code, member, address })
  const left = ctx.save('accounts', { ...account, branches, goesTo: ctx.lane })
  ctx.save('doors', forgetful(countWrong(ctx, door)))
  ctx.reply({ text: ctx.words(door.locale)('join-declined') }, { silent: true })
  if (branches.length > 0) await askConsent(ctx, left, door.locale)
  return 'code declined'
}
