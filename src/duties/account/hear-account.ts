import type { Update } from '../../chat.js'
import { sealedHash } from '../../domain/joining/code.js'
import { consentAnswer } from '../../domain/joining/consent-answer.js'
import { branchLane } from '../../domain/record.js'
import type { Ctx } from '../../engine/command.js'
import { answerStranger } from '../stranger.js'
import { answerConsent, answersConsent } from './answer-consent.js'
import { askConsent } from './consent.js'
import { accountOf, doorOf, isWaiting, keep } from './door.js'
import { asksForOther, chooseBranch, hereOf, spokenTo } from './several-branches.js'
import { tryCode } from './try-code.js'
import { setStanding } from './standing.js'

/**
 * What somebody says or does in the lane of his own account: a code, his consent, blocking and coming back, which of
 * his branches he means. Everything else goes on to his branch, now or when it may.
 */
export async function hearAccount(ctx: Ctx, update: Update): Promise<string> {
  if (update.group) return 'silence'
  if (update.kind === 'standing') return setStanding(ctx, update)
  if (update.kind === 'moved') return 'silence'
  const account = await accountOf(ctx, update.from)
  const hash = update.kind === 'text' ? sealedHash(update.text) : null
  if (hash !== null) return tryCode(ctx, account, hash, update)
  if (account.branches.length === 0) {
    const door = await doorOf(ctx, update.from, update.lang)
    // Whoever has just given a code goes on talking: it is answered when the branch has answered.
    if (isWaiting(ctx, door)) {
      keep(ctx, door, update)
      return 'kept'
    }
    await answerStranger(ctx, update)
    return 'stranger'
  }
  if (update.kind === 'choice' && answersConsent(update.data))
    return answerConsent(ctx, account, { press: update.data })
  const door = await doorOf(ctx, update.from, update.lang)
  if (account.agreed === null) {
    const answer = update.kind === 'text' ? consentAnswer(update.text) : null
    if (answer) return answerConsent(ctx, account, answer)
    keep(ctx, door, update)
    await askConsent(ctx, account, door.locale)
    return 'consent asked'
  }
  if (update.kind === 'choice') {
    const chosen = spokenTo(account, update.data)
    if (chosen !== null) return chooseBranch(ctx, account, door, chosen)
  }
  const [only, second] = account.branches
  if (second !== undefined && asksForOther(update)) return chooseBranch(ctx, account, door, null)
  const branch = second === undefined ? only!.branch : hereOf(ctx, account, door)
  if (branch === null) {
    keep(ctx, door, update)
    return chooseBranch(ctx, account, door, null)
  }
  ctx.post(branchLane(branch), { kind: 'update', update })
  return 'forwarded'
}
