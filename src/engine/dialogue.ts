import { addressKey, type Choice, type Message } from '../chat.js'
import { fold } from '../domain/fold.js'
import { hasRight } from '../domain/people/rights.js'
import { pressOf } from '../domain/press.js'
import { says } from '../domain/says.js'
import type { Dialogue } from '../domain/people/contact.js'
import { Refusal } from '../errors.js'
import type { Args } from '../words.js'
import { backChoice, leaveChoice, type Answers, type Ctx, type Form, type Question } from './command.js'
import { dialogueId } from './ctx.js'
import type { Match } from './match-command.js'

/** How long a question waits for its answer. */
const PATIENCE_MS = 60 * 60_000
/** Telegram takes 64 bytes in a button; the tag and its marks take 10. */
const LONGEST_VALUE = 54
/** Far longer than any choice's words. */
const LONGEST_LABEL = 120
/** The step after the last question: what goes to everyone is shown to its sender first. */
export const CONFIRM = 'confirm'

/** Runs a form as far as what is known allows: reads what was typed, asks for what is missing, shows the preview, does it. */
export async function runForm(ctx: Ctx, { form, path, rest }: Match): Promise<void> {
  if (!ctx.actor || !hasRight(ctx.actor, form.may)) throw new Refusal('engine-no-right')
  if (form.where === 'private') ctx.aside()
  const first = Object.keys(form.ask)[0]
  const typed = form.inline ? await form.inline(ctx, rest) : first !== undefined && rest !== '' ? { [first]: rest } : {}
  await fill(ctx, form, path, {}, typed)
}

/** What was typed for a later question waits under this sign until the earlier ones are answered. */
const AHEAD = '~'

/** Goes on with an open dialogue: `text` answers the question that is open. */
export async function answer(ctx: Ctx, dialogue: Dialogue, form: Form, text: string): Promise<void> {
  if (!ctx.actor || !hasRight(ctx.actor, form.may)) throw new Refusal('engine-no-right')
  // Where something is still missing, it is opened again.
  await ctx.leaveDialogue()
  if (says(text, back) && goesBack(form)) {
    await stepBack(ctx, form, dialogue)
  } else if (dialogue.asking !== CONFIRM) {
    const typed: Answers = {}
    const known: Answers = {}
    for (const [name, value] of Object.entries(dialogue.answers)) {
      if (name.startsWith(AHEAD)) typed[name.slice(AHEAD.length)] = value
      else known[name] = value
    }
    const said = await offered(ctx, form.ask[dialogue.asking]!, known, text)
    await fill(ctx, form, dialogue.form, known, { ...typed, [dialogue.asking]: said })
  } else if (says(text, yes)) {
    await form.run(ctx, dialogue.answers)
  } else {
    await ask(
      ctx,
      form,
      dialogue.form,
      dialogue.answers,
      CONFIRM,
      ctx.t('engine-confirm-again', { yes: ctx.t(form.yes ?? 'engine-send') }),
    )
  }
}

/** The value of the choice whose words he typed, where they stood there to be typed; else what he typed. */
async function offered(ctx: Ctx, question: Question, given: Answers, text: string): Promise<string> {
  if (!question.numeric || text.length > LONGEST_LABEL) return text
  const options = (await question.choices?.(ctx, given)) ?? []
  return options.find(({ label }) => fold(label) === fold(text))?.value ?? text
}

const yes = new Set('gui|dong y|co|ok|nhat tri|yes|send|1|xac nhan|luu|save|đúng|vâng|dạ'.split('|'))
const back = new Set(['quay lai', 'back'])

/** A form of so many questions that somebody may want to mend an earlier answer. */
const goesBack = (form: Form): boolean => Object.keys(form.ask).length >= 5

/** Asks the last question again whose answer came from the person himself. */
async function stepBack(ctx: Ctx, form: Form, { form: path, answers, asking }: Dialogue): Promise<void> {
  const left = { ...answers }
  const names = Object.keys(form.ask).filter((name) => left[name] !== undefined)
  for (const name of names.reverse()) {
    delete left[name]
    if (((await form.ask[name]!.given?.(ctx, left)) ?? null) === null) return ask(ctx, form, path, left, name)
  }
  await ask(ctx, form, path, answers, asking)
}

async function fill(ctx: Ctx, form: Form, path: string, known: Answers, typed: Answers): Promise<void> {
  const answers = { ...known }
  for (const [name, question] of Object.entries(form.ask)) {
    if (answers[name] !== undefined) continue
    const text = typed[name]
    if (text !== undefined) {
      const reading = await question.read(ctx, text, answers)
      if ('again' in reading) {
        const wrong = ctx.t(reading.again, reading.args)
        return ask(ctx, form, path, { ...answers, ...reading.keeps, ...ahead(form, name, typed) }, name, wrong)
      }
      answers[name] = reading.value
      continue
    }
    const given = (await question.given?.(ctx, answers)) ?? null
    if (given === null) return ask(ctx, form, path, { ...answers, ...ahead(form, name, typed) }, name)
    answers[name] = given
  }
  if (form.preview) return ask(ctx, form, path, answers, CONFIRM)
  await form.run(ctx, answers)
}

/** What was typed for the questions after this one. */
function ahead(form: Form, name: string, typed: Answers): Answers {
  const names = Object.keys(form.ask)
  const later = names.slice(names.indexOf(name) + 1).filter((one) => typed[one] !== undefined)
  return Object.fromEntries(later.map((one) => [`${AHEAD}${one}`, typed[one]!]))
}

/** Keeps what is known, and asks in private; the group sees one line at most. */
async function ask(
  ctx: Ctx,
  form: Form,
  path: string,
  answers: Answers,
  asking: string,
  wrong?: string,
): Promise<void> {
  const { t } = ctx
  const source = ctx.source!
  const tag = ctx.key()
  const question =
    asking === CONFIRM ? await preview(ctx, form, answers, tag) : await wordsOf(ctx, form, answers, asking, tag)
  const _id = dialogueId(ctx.branch, source.account)
  const open = await ctx.get('dialogues', _id)
  const version = open?.version ?? 0
  // A button of another matter was pressed in the middle of a question: that one cannot go on, and he should know.
  const left = open && !open.gone && !open.soft && open.form !== path ? `/${open.form}` : null
  ctx.save('dialogues', {
    _id,
    version,
    branch: ctx.branch._id,
    account: addressKey(source.account),
    form: path,
    answers,
    asking,
    soft: false,
    tag,
    gone: false,
    nextAt: ctx.at + PATIENCE_MS,
  })
  const before = [left === null ? null : t('engine-left', { command: left }), wrong ?? null]
  const text = [...before.filter((line) => line !== null), question.text].join('\n\n')
  const known = Object.keys(answers).some((name) => name !== asking && !name.startsWith(AHEAD))
  const again = goesBack(form) && known ? [backChoice(t, press(tag, 'quay lai'))] : []
  const choices: Choice[] = [...(question.choices ?? []), ...again, leaveChoice(t)]
  ctx.aside()
  ctx.reply({ ...question, text, choices })
}

async function wordsOf(ctx: Ctx, form: Form, answers: Answers, asking: string, tag: string): Promise<Message> {
  const question = form.ask[asking]!
  const args: Args = (await question.args?.(ctx, answers)) ?? {}
  const options = (await question.choices?.(ctx, answers)) ?? []
  return {
    text: ctx.t(question.words, args),
    choices: options.map(({ label, value }) => ({
      label,
      does: press(tag, value),
      ...(question.numeric && { typed: ctx.t('engine-choice-typed', { label }) }),
    })),
  }
}

async function preview(ctx: Ctx, form: Form, answers: Answers, tag: string): Promise<Message> {
  const message = await form.preview!(ctx, answers)
  return { ...message, choices: [{ label: ctx.t(form.yes ?? 'engine-send'), does: press(tag, 'gui') }] }
}

function press(tag: string, value: string): string {
  if (Buffer.byteLength(value) > LONGEST_VALUE) throw new Error(`a choice's value is too long for a button: ${value}`)
  return pressOf(tag, value)
}
