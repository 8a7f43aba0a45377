import { addressKey, type Update } from '../chat.js'
import type { Ctx } from '../engine/command.js'
import { doorOf } from './account/door.js'

const ONE_DAY_MS = 24 * 60 * 60_000

/** Whoever belongs to no branch gets one neutral line, once a day at most: it tells nothing about anybody. */
export async function answerStranger(ctx: Ctx, update: Update): Promise<void> {
  const _id = addressKey(update.from)
  const account = await ctx.get('accounts', _id)
  if (account?.answeredAt != null && ctx.at - account.answeredAt < ONE_DAY_MS) return
  ctx.save('accounts', {
    _id,
    address: update.from,
    goesTo: ctx.lane,
    branches: [],
    agreed: null,
    blocked: false,
    ...account,
    answeredAt: ctx.at,
  })
  const t = ctx.words((await doorOf(ctx, update.from, update.lang)).locale)
  ctx.reply({ text: t('everyday-stranger') }, { silent: true })
}
