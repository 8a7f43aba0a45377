import { createHash } from 'node:crypto'
import { addressKey, type Address } from '../../chat.js'
import type { Account } from '../../domain/people/contact.js'
import type { Ctx, Draft } from '../../engine/command.js'
import type { Locale } from '../../words.js'
import { whoIs } from './who-is.js'

/** What people are told and agree to; raised when the text on what is stored changes. */
export const CONSENT_VERSION = '1'
/** What the buttons say back. */
export const agreePress = 'dongy'
export const declinePress = 'khongphai'

/**
 * The presses of the question as it stands: with the version of the text, so that nobody agrees to one he has not seen,
 * and with a sign of the codes he gave, so that nobody becomes a member that the question did not name.
 */
export function pressesOf({ branches }: Pick<Account, 'branches'>): { agree: string; decline: string } {
  const codes = branches.flatMap(({ code }) => code ?? [])
  if (codes.length === 0) return { agree: `${agreePress} ${CONSENT_VERSION}`, decline: declinePress }
  const sign = createHash('sha256').update(codes.sort().join(' ')).digest('hex').slice(0, 12)
  return { agree: `${agreePress} ${CONSENT_VERSION} ${sign}`, decline: `${declinePress} ${sign}` }
}

/**
 * What is stored and why, before anything else is said to him. Whoever gave a code reads for whom it is: he may have
 * been sent another's.
 */
export async function askConsent(ctx: Ctx, account: Draft<Account>, locale: Locale): Promise<void> {
  const t = ctx.words(locale)
  const { address, branches } = account
  const { agree, decline } = pressesOf(account)
  const meant: string[] = []
  for (const one of branches) if (one.code) meant.push(t('join-consent-for', await whoIs(ctx, t, one)))
  const choices = [
    { label: t('join-consent-yes'), does: agree },
    ...(meant.length > 0 ? [{ label: t('join-not-me'), does: decline }] : []),
  ]
  const text = [...meant, t('join-consent')].join('\n')
  leaveConsent(ctx, address)
  ctx.say(address, () => ({ title: t('join-consent-title'), text, choices }), {
    key: consentKey(address),
    queue: 'answer',
    silent: true,
    repeat: 'harmless',
  })
}

/** It is asked no more. */
export const leaveConsent = (ctx: Ctx, address: Address): void => ctx.cancel(consentKey(address))

const consentKey = (address: Address): string => `consent:${addressKey(address)}`
