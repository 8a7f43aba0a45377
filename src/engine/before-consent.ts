import { addressKey, type Update } from '../chat.js'
import type { Command, Ctx } from './command.js'
import { matchCommand } from './match-command.js'

/** How the journal names what is neither kept nor answered but by the way to agree. */
export const NOT_AGREED = 'not agreed'

/**
 * Whether somebody speaks in a group of his branch without having agreed that anything of him is stored. In private
 * his account's own lane asks him first; in a group he is heard by the branch, so it is asked here.
 */
export async function speaksBeforeConsent(ctx: Ctx, { group, from }: Update): Promise<boolean> {
  if (!group || !ctx.actor) return false
  return ((await ctx.get('accounts', addressKey(from)))?.agreed ?? null) === null
}

/** Whoever speaks to the bot is told where to agree, and nothing else happens; what members say among themselves is theirs. */
export function sayWhereToAgree(ctx: Ctx, commands: readonly Command[], update: Update, replies: boolean): string {
  if (speaksToUs(commands, update, replies)) ctx.reply({ text: ctx.t('engine-agree-first') }, { silent: true })
  return NOT_AGREED
}

function speaksToUs(commands: readonly Command[], update: Update, replies: boolean): boolean {
  if (update.kind === 'choice') return true
  if (update.kind !== 'text' && update.kind !== 'file') return false
  if (update.edited === true || update.forwarded === true) return false
  return update.mention === true || replies || matchCommand(commands, update.text.trim(), 'typed') !== null
}
