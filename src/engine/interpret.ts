import type { FileRef, Update } from '../chat.js'
import type { Dialogue } from '../domain/people/contact.js'
import { hasRight } from '../domain/people/rights.js'
import { readPress } from '../domain/press.js'
import { says } from '../domain/says.js'
import { Refusal } from '../errors.js'
import type { Delivery } from '../store/delivery.js'
import { afterMention } from './after-mention.js'
import type { Command, Ctx, Form } from './command.js'
import { answer, CONFIRM, runForm } from './dialogue.js'
import { openDialogue } from './open-dialogue.js'
import { isMeant } from './is-meant.js'
import { closest, formAt, matchCommand, type Match } from './match-command.js'

/** Longer than anything the branch keeps (a draft of ten pages); no form reads more than this. */
const LONGEST_LINE = 25_000
const longestLine = new Intl.NumberFormat('vi').format(LONGEST_LINE)

/** What no command and no open question asked for. */
export interface Stray {
  /** What is done with words, in private or said to the bot in a group. `meant`: the command they may have been meant for. */
  words(ctx: Ctx, text: string, meant: Command | null): Promise<void>
  /** Whether words that begin like a command may be a comment: a draft is out, and they are long enough. */
  mayBeComment(ctx: Ctx, text: string): Promise<boolean>
  /** The command line a file is for that was sent in private with nothing to say so; null where there is none. */
  file(ctx: Ctx, file: FileRef): Promise<string | null>
}

/** Turns what a member said into a form and runs it. Returns what it was understood as, for the journal. */
export async function interpret(
  ctx: Ctx,
  commands: readonly Command[],
  update: Update,
  row: Delivery | null,
  stray: Stray,
): Promise<string> {
  const dialogue = await openDialogue(ctx)
  if (update.kind === 'choice') return pressed(ctx, commands, update.data, dialogue)
  if (update.kind !== 'text' && update.kind !== 'file') return 'not for a branch'
  if (update.kind === 'text' && update.unshown === true) {
    // It answers nothing: a question that is open waits on.
    ctx.reply({ text: ctx.t('engine-unshown') })
    return 'not shown'
  }
  if (update.text.length > LONGEST_LINE) throw new Refusal('engine-too-long', { limit: longestLine })
  const isCommand = (words: string): boolean => matchCommand(commands, words, 'typed') !== null
  const text = update.mention === true ? afterMention(update.text, isCommand) : update.text.trim()
  // Somebody else's words are no command, whatever they look like.
  const like = update.forwarded === true ? null : matchCommand(commands, text, 'typed')
  const isTheirs =
    like === null || text.startsWith('/') || (await isMeant(ctx, like, () => stray.mayBeComment(ctx, text)))
  const match = isTheirs ? like : null
  const aim = aimOf(commands, update, { text, match, dialogue, about: row?.about ?? null })
  if (update.kind === 'file') {
    const line = aim === null && !update.group && !text.startsWith('/') ? await stray.file(ctx, update.file) : null
    const meant = line === null ? aim : { ...matchCommand(commands, line)!, rest: update.text }
    return takeFile(ctx, commands, update, meant, dialogue)
  }
  if (aim === 'question') return goOn(ctx, commands, dialogue!, update.text)
  if (aim !== null) return run(ctx, aim, dialogue)
  // Talk among members is theirs; what names the bot is never passed over.
  if (!update.group) await stray.words(ctx, update.text, closest(commands, text))
  else if (update.mention === true && update.forwarded !== true) await stray.words(ctx, text, closest(commands, text))
  return 'not understood'
}

/** Which form words are for: one they name, the one whose question is open, or the one the message answered is about. */
function aimOf(
  commands: readonly Command[],
  update: Update & { kind: 'text' | 'file' },
  heard: { text: string; match: Match | null; dialogue: Dialogue | null; about: string | null },
): Match | 'question' | null {
  const { text, match, dialogue, about } = heard
  const slash = text.startsWith('/')
  if (match && (slash || leaves(match, dialogue))) return match
  if (dialogue && !update.group && says(text, no) && isRefusable(commands, dialogue))
    return matchCommand(commands, 'huy')!
  // Whoever replies to a message means that message, not the one he was joining his words to.
  const replies = about !== null && !slash && dialogue?.soft !== false
  if (dialogue && !update.group && !slash && !replies) return 'question'
  if (about !== null && !slash) {
    const meant = matchCommand(commands, about)!
    return { ...meant, rest: `${meant.rest} ${update.text}`.trimStart() }
  }
  return match
}

/** A file goes where its words would, and is fetched first; nobody's file is quietly left lying. */
async function takeFile(
  ctx: Ctx,
  commands: readonly Command[],
  update: Update & { kind: 'file' },
  aim: Match | 'question' | null,
  dialogue: Dialogue | null,
): Promise<string> {
  if (aim === null) throw new Refusal('file-what-for')
  const { file } = update
  const asked = aim === 'question'
  const form = asked ? formOf(commands, dialogue!.form) : aim.form
  if (!form.file) throw new Refusal('file-not-here')
  if (!ctx.actor || !hasRight(ctx.actor, form.may)) throw new Refusal('engine-no-right')
  if (form.where === 'private') ctx.aside()
  const words = asked ? { typed: update.text, given: dialogue!.answers } : { typed: aim.rest, given: {} }
  ctx.fetch(file, await form.file(ctx, { ...words, file, album: update.album ?? null }))
  // A question that takes the file stays open until it has come: what comes may have to be refused.
  if (!asked && dialogue) await ctx.leaveDialogue()
  return `${asked ? dialogue!.form : aim.path} (file)`
}

/** Words without a slash leave an open question only when they are a whole command: "lịch họp", "hủy". */
function leaves(match: Match, dialogue: Dialogue | null): boolean {
  if (dialogue === null || match.rest !== '') return false
  return dialogue.soft || dialogue.asking === CONFIRM || match.path === 'huy' || match.form.beside === true
}

const isRefusable = (commands: readonly Command[], { form, asking }: Dialogue): boolean =>
  asking === CONFIRM || formOf(commands, form).ask[asking]?.refusable === true

const no = new Set(['khong', 'ko', 'no'])

async function run(ctx: Ctx, match: Match, dialogue: Dialogue | null): Promise<string> {
  // A press does one thing more; only a command typed instead of an answer leaves the question.
  const stays = match.form.beside === true || (ctx.source!.pressed && dialogue?.soft === false)
  if (dialogue && !stays && match.path !== 'huy') {
    await ctx.leaveDialogue()
    const begun = !dialogue.soft && Object.keys(dialogue.answers).length > 0
    if (begun && !ctx.source!.group) ctx.reply({ text: ctx.t('engine-left', { command: `/${dialogue.form}` }) })
  }
  await runForm(ctx, match)
  return match.path
}

async function goOn(ctx: Ctx, commands: readonly Command[], dialogue: Dialogue, text: string): Promise<string> {
  await answer(ctx, dialogue, formOf(commands, dialogue.form), text)
  return dialogue.form
}

function formOf(commands: readonly Command[], path: string): Form {
  const form = formAt(commands, path)
  if (!form) throw new Error(`a dialogue names the form ${path}, which does not exist`)
  return form
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
