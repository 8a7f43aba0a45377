import type { Update } from '../../chat.js'
import type { Door } from '../../domain/joining/invite.js'
import type { Account } from '../../domain/people/contact.js'
import type { Ctx, Draft } from '../../engine/command.js'
import { doorOf, keep } from './door.js'

/** Wrong codes an account may give in an hour; then none is looked at, right or wrong. */
const MOST_WRONG = 5
const HOUR_MS = 60 * 60_000

/**
 * Asks the branch whose code it is. What is wrong, used or too old is answered in the same words: a code tells
 * nothing to whoever has only guessed it.
 */
export async function tryCode(
  ctx: Ctx,
  account: Draft<Account>,
  hash: string,
  { name, lang }: Pick<Update, 'name' | 'lang'>,
): Promise<string> {
  const door = await doorOf(ctx, account.address, lang)
  const t = ctx.words(door.locale)
  const wrong = wrongNow(ctx, door)
  if (wrong >= MOST_WRONG) {
    ctx.reply({ text: t('join-wait') }, { silent: true })
    return 'code not looked at'
  }
  const found = (await ctx.get('invites', hash)) ?? (await ctx.get('setups', hash))
  const { address } = account
  if (found?.used && found.used.id === address.id && found.used.channel === address.channel) {
    ctx.reply({ text: t('join-used-by-you') }, { silent: true })
    return 'code used before'
  }
  if (!found || found.gone || found.used !== null || found.until < ctx.at) {
    countWrong(ctx, door)
    ctx.reply({ text: t('join-bad-code') }, { silent: true })
    return 'code wrong'
  }
  const { locale } = door
  keep(ctx, door, null)
  ctx.post(found.lane, { kind: 'code', hash, address, name, locale })
  return 'code asked'
}

const wrongNow = (ctx: Ctx, { wrong }: Draft<Door>): number =>
  wrong !== null && wrong.since > ctx.at - HOUR_MS ? wrong.count : 0

export function countWrong(ctx: Ctx, door: Draft<Door>): Door {
  const count = wrongNow(ctx, door)
  return ctx.save('doors', {
    ...door,
    wrong: { count: count + 1, since: count === 0 ? ctx.at : door.wrong!.since },
  })
}
