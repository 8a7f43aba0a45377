import { addressKey, type Address } from '../../chat.js'
import type { Account } from '../../domain/people/contact.js'
import { branchLane } from '../../domain/record.js'
import type { Ctx, Draft } from '../../engine/command.js'
import type { Locale } from '../../words.js'
import { doorOf, handOn } from './door.js'

/** What people are told and agree to; raised when the text on what is stored changes. */
export const CONSENT_VERSION = '1'
/** What the button says back; the version follows, so that nobody agrees to a text he has not seen. */
export const consentPress = 'dongy'

/** What is stored and why, before anything else is said to him. */
export function askConsent(ctx: Ctx, address: Address, locale: Locale): void {
  const t = ctx.words(locale)
  const choices = [{ label: t('join-consent-yes'), does: `${consentPress} ${CONSENT_VERSION}` }]
  ctx.cancel(consentKey(address))
  ctx.say(address, () => ({ title: t('join-consent-title'), text: t('join-consent'), choices }), {
    key: consentKey(address),
    queue: 'answer',
    silent: true,
    repeat: 'harmless',
  })
}

const consentKey = (address: Address): string => `consent:${addressKey(address)}`

/** Kept with version and time; from now on his branches may speak to him, and what he said meanwhile is handed on. */
export async function giveConsent(ctx: Ctx, account: Draft<Account>, data: string): Promise<string> {
  const door = await doorOf(ctx, account.address)
  const t = ctx.words(door.locale)
  if (account.agreed !== null) {
    ctx.reply({ text: t('join-agreed-already') }, { silent: true })
    return 'agreed before'
  }
  const version = data.slice(consentPress.length).trim() || CONSENT_VERSION
  if (version !== CONSENT_VERSION) {
    askConsent(ctx, account.address, door.locale)
    return 'consent asked'
  }
  ctx.cancel(consentKey(account.address))
  const [only, second] = account.branches
  const goesTo = only && !second ? branchLane(only.branch) : ctx.lane
  ctx.save('accounts', { ...account, goesTo, agreed: { version, at: ctx.at, how: 'button' } })
  for (const { branch, member } of account.branches) {
    ctx.post(branchLane(branch), { kind: 'agreed', member, address: account.address })
  }
  if (only && !second) handOn(ctx, door, branchLane(only.branch))
  ctx.reply({ text: t('join-agreed') }, { silent: true })
  return `agreed ${addressKey(account.address)}`
}
