import { isCourtesy } from '../domain/courtesy.js'
import { hasRight } from '../domain/people/rights.js'
import { Refusal } from '../errors.js'
import type { Answers, Ctx, Form } from './command.js'
import type { Match } from './match-command.js'

/**
 * Whether words typed without a slash are the command they begin like. Names of commands are words of the language:
 * "cá nhân tôi nhất trí…", "thời gian qua…", "đảng viên cần…" may be what somebody has to say of a draft, and that must
 * not be lost to a command that knows nothing of it. `mayBeComment`: a draft is out, and they are long enough.
 */
export async function isMeant(ctx: Ctx, match: Match, mayBeComment: () => Promise<boolean>): Promise<boolean> {
  const { command, form, rest } = match
  if (rest === '' || command.prose || isCourtesy(rest)) return true
  if (form === command && takesNothing(form)) return false
  // Two words of its name and a date, a month or a draft's code: a command that may be wrong, and is told so.
  if (form !== command && /\d/u.test(rest)) return true
  return !(await mayBeComment()) || reads(ctx, form, rest)
}

const takesNothing = (form: Form): boolean => Object.keys(form.ask).length === 0 && form.inline === undefined

async function reads(ctx: Ctx, form: Form, rest: string): Promise<boolean> {
  if (!ctx.actor || !hasRight(ctx.actor, form.may)) return false
  if (form.reads) return form.reads(ctx, rest)
  try {
    return await questionsRead(ctx, form, rest)
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

/** As far as the questions go without asking anything. */
async function questionsRead(ctx: Ctx, form: Form, rest: string): Promise<boolean> {
  const first = Object.keys(form.ask)[0]!
  const typed = form.inline ? await form.inline(ctx, rest) : { [first]: rest }
  const answers: Answers = {}
  for (const [name, question] of Object.entries(form.ask)) {
    const text = typed[name]
    if (text === undefined) return Object.keys(answers).length > 0
    const reading = await question.read(ctx, text, answers)
    if ('again' in reading) return false
    answers[name] = reading.value
  }
  return true
}
