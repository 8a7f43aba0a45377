import type { Dialogue } from '../domain/people/contact.js'
import { isOpen } from '../domain/people/is-open.js'
import type { Ctx } from './command.js'
import { dialogueId } from './ctx.js'

/** The question of the one who speaks that still waits for its answer. */
export async function openDialogue(ctx: Ctx): Promise<Dialogue | null> {
  const dialogue = await ctx.get('dialogues', dialogueId(ctx.branch, ctx.source!.account))
  return isOpen(dialogue, ctx.at) ? dialogue : null
}
