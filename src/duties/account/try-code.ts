import type { Update } from '../../chat.js'
import type { Invite, Setup } from '../../domain/joining/invite.js'
import type { Account } from '../../domain/people/contact.js'
import type { Ctx, Draft } from '../../engine/command.js'
import { askConsent } from './consent.js'
import { doorOf, keep } from './door.js'
import { countWrong, wrongCodes } from './wrong-codes.js'

/** Wrong codes an account may give in an hour; then none is looked at, right or wrong. */
const MOST_WRONG = 5

/**
 * Asks the branch whose code it is. What is wrong, used or too old is answered in the same words, but for a code for a
 * further channel that nobody used in time: a code tells nothing to whoever has only guessed it.
 */
export async function tryCode(
  ctx: Ctx,
  account: Draft<Account>,
  hash: string,
  { name, lang }: Pick<Update, 'name' | 'lang'>,
): Promise<string> {
  const door = await doorOf(ctx, account.address, lang)
  const t = ctx.words(door.locale)
  const wrong = wrongCodes(ctx, door)
  if (wrong >= MOST_WRONG) {
    ctx.reply({ text: t('join-wait') }, { silent: true })
    return 'code not looked at'
  }
  const found = (await ctx.get('invites', hash)) ?? (await ctx.get('setups', hash))
  const { address } = account
  if (found?.used && found.used.id === address.id && found.used.channel === address.channel) {
    if (account.agreed === null && account.branches.some(({ code }) => code === hash)) {
      await askConsent(ctx, account, door.locale)
      return 'consent asked'
    }
    ctx.reply({ text: t('join-used-by-you') }, { silent: true })
    return 'code used before'
  }
  if (!found || found.gone || found.used !== null || found.until < ctx.at) {
    countWrong(ctx, door)
    ctx.reply({ text: t(isOwnAndOver(found, ctx.at) ? 'join-own-code-over' : 'join-bad-code') }, { silent: true })
    return 'code wrong'
  }
  const { locale } = door
  keep(ctx, door, null)
  ctx.post(found.lane, { kind: 'code', hash, address, name, locale })
  return 'code asked'
}

/** A member's own code for a further channel, which he can draw again by himself. */
const isOwnAndOver = (found: Invite | Setup | null, at: number): boolean =>
  found !== null &&
  !found.gone &&
  found.used === null &&
  found.until < at &&
  'drawnBy' in found &&
  found.drawnBy !== null
