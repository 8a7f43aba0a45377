import type { Update } from '../../chat.js'
import { fold } from '../../domain/fold.js'
import type { Account } from '../../domain/people/contact.js'
import type { Door } from '../../domain/joining/invite.js'
import { branchLane } from '../../domain/record.js'
import type { Ctx, Draft } from '../../engine/command.js'
import { branchName } from './branch-name.js'
import { handOn } from './door.js'

/** After this long without a word he is asked again which of his branches he means. */
const MEANT_MS = 30 * 60_000
const press = 'chibo'

/** The branch a button of ours names, where he is in it; null for any other button. */
export function spokenTo(account: Draft<Account>, data: string): string | null {
  const branch = data.startsWith(`${press} `) ? data.slice(press.length + 1) : null
  return branch !== null && account.branches.some((one) => one.branch === branch) ? branch : null
}

const asking = new Set(['chibo', 'chi bo', 'doi chi bo', 'chi bo khac', 'branch'])
/** `/chibo`, as it may be typed. */
export const meansOtherBranch = (typed: string): boolean => asking.has(fold(typed).replace(/^\/\s*/u, ''))

/** He means another of his branches than the one he has spoken to. */
export const asksForOther = (update: Update): boolean => update.kind === 'text' && meansOtherBranch(update.text)

/** The branch he speaks to now; every word makes it last. */
export function hereOf(ctx: Ctx, account: Draft<Account>, door: Draft<Door>): string | null {
  const { here, hereUntil } = door
  if (here === null || hereUntil < ctx.at || !account.branches.some(({ branch }) => branch === here)) return null
  ctx.save('doors', { ...door, hereUntil: ctx.at + MEANT_MS })
  return here
}

/** Asks which branch is meant, or (`chosen`) goes on with it and with what was said before the question. */
export async function chooseBranch(
  ctx: Ctx,
  account: Draft<Account>,
  door: Draft<Door>,
  chosen: string | null,
): Promise<string> {
  const t = ctx.words(door.locale)
  const key = `which:${account._id}`
  ctx.cancel(key)
  if (chosen !== null) {
    const known = ctx.save('doors', { ...door, here: chosen, hereUntil: ctx.at + MEANT_MS })
    handOn(ctx, known, branchLane(chosen))
    ctx.reply({ text: t('join-branch-chosen', { name: await branchName(ctx, t, chosen) }) }, { silent: true })
    return 'branch chosen'
  }
  const choices = []
  for (const { branch } of account.branches) {
    choices.push({ label: await branchName(ctx, t, branch), does: `${press} ${branch}` })
  }
  ctx.reply({ text: t('join-which-branch'), choices }, { silent: true, key })
  return 'branch asked'
}
