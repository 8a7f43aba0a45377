import type { Update } from '../chat.js'
import type { Dialogue } from '../domain/people/contact.js'
import { Refusal } from '../errors.js'
import type { Delivery } from '../store/delivery.js'
import type { Command, Ctx } from './command.js'
import { dialogueId } from './ctx.js'
import { answer, readPress, runForm } from './dialogue.js'
import { closest, formAt, matchCommand, type Match } from './match-command.js'

/** Longer than anything the branch keeps (a draft of ten pages); no form reads more than this. */
const LONGEST_LINE = 25_000
const longestLine = new Intl.NumberFormat('vi').format(LONGEST_LINE)

/** What is done with words in private that no command and no dialogue understands. */
export type Unknown = (ctx: Ctx, text: string, meant: Command | null) => Promise<void>

/** Turns what a member said into a form and runs it. Returns what it was understood as, for the journal. */
export async function interpret(
  ctx: Ctx,
  commands: readonly Command[],
  update: Update,
  row: Delivery | null,
  unknown: Unknown,
): Promise<string> {
  const dialogue = await openDialogue(ctx)
  if (update.kind === 'choice') return pressed(ctx, commands, update.data, dialogue)
  if (update.kind !== 'text' && update.kind !== 'file') return 'not for a branch'
  if (update.text.length > LONGEST_LINE) throw new Refusal('engine-too-long', { limit: longestLine })
  const text = update.mention === true ? withoutMention(update.text) : update.text.trim()
  // Somebody else's words are no command, whatever they look like.
  const match = update.forwarded === true ? null : matchCommand(commands, text)
  const slash = text.startsWith('/')
  if (match && (slash || leaves(match, dialogue))) return run(ctx, match, dialogue)
  // Whoever replies to a message means that message, not the one he was joining his words to.
  const replies = row?.about != null && !slash && dialogue?.soft !== false
  if (dialogue && !update.group && !slash && !replies) return goOn(ctx, commands, dialogue, update.text)
  if (row?.about != null && !slash) {
    const meant = matchCommand(commands, row.about)!
    return run(ctx, { ...meant, rest: `${meant.rest} ${update.text}`.trimStart() }, dialogue)
  }
  if (match) return run(ctx, match, dialogue)
  if (!update.group) await unknown(ctx, update.text, closest(commands, text))
  return 'not understood'
}

/** Words without a slash leave an open question only when they are a whole command: "lịch họp", "hủy". */
const leaves = (match: Match, dialogue: Dialogue | null): boolean =>
  dialogue === null ? false : match.rest === '' && (dialogue.soft || match.path === 'huy')

async function run(ctx: Ctx, match: Match, dialogue: Dialogue | null): Promise<string> {
  // A press does one thing more; only a command typed instead of an answer leaves the question.
  const stays = ctx.source!.pressed && dialogue?.soft === false
  if (dialogue && !stays && match.path !== 'huy') await ctx.leaveDialogue()
  await runForm(ctx, match)
  return match.path
}

async function goOn(ctx: Ctx, commands: readonly Command[], dialogue: Dialogue, text: string): Promise<string> {
  const form = formAt(commands, dialogue.form)
  if (!form) throw new Error(`a dialogue names the form ${dialogue.form}, which does not exist`)
  await answer(ctx, dialogue, form, text)
  return dialogue.form
}

async function pressed(
  ctx: Ctx,
  commands: readonly Command[],
  data: string,
  dialogue: Dialogue | null,
): Promise<string> {
  const press = readPress(data)
  if (press) {
    if (dialogue?.tag !== press.tag) throw new Refusal('engine-question-over')
    return goOn(ctx, commands, dialogue, press.value)
  }
  const match = matchCommand(commands, data)
  if (!match) throw new Refusal('engine-question-over')
  return run(ctx, match, dialogue)
}

async function openDialogue(ctx: Ctx): Promise<Dialogue | null> {
  const dialogue = await ctx.get('dialogues', dialogueId(ctx.branch, ctx.source!.account))
  return dialogue && !dialogue.gone && dialogue.nextAt! > ctx.at ? dialogue : null
}

/** A mention before the words is an address, not a word: "@chibot lịch họp". */
const withoutMention = (text: string): string => text.replace(/^\s*@\S+\s+/u, '').trim()
