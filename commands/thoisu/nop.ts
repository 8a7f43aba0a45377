import { fold } from '../../src/domain/fold.js'
import { isDone } from '../../src/domain/topic/comment-text.js'
import { isEmpty, splitNotes, type Notes } from '../../src/domain/rota/notes.js'
import { splitMonth } from '../../src/domain/calendar/read-month.js'
import { happened } from '../../src/domain/rota/turn-history.js'
import { dateWords } from '../../src/domain/calendar/date-words.js'
import { secretaryOf } from '../../src/duties/secretary.js'
import { notesText } from '../../src/duties/rotation/turn-notes.js'
import { form, type Answers, type Ctx, type Question } from '../../src/engine/command.js'
import type { Message } from '../../src/chat.js'
import { Refusal } from '../../src/errors.js'
import { inMonth, monthQuestion, presenterOrProxy, turnOf } from './month-question.js'

/** Of one answer, be it one field or all three. */
export const longestNotes = 8000
/** Said for a field that stays empty. */
const nothing = '-'
const saysNothing = new Set(['-', '–', '.', 'khong', 'khong co', 'none', 'nothing'])
/** Said for a field, and for those after it: what has been given is all. */
const complete = 'xong'

const anyTurn = monthQuestion(presenterOrProxy)
const settledMonth: Question = {
  ...anyTurn,
  async read(ctx, text, given) {
    const reading = await anyTurn.read(ctx, text, given)
    return 'value' in reading ? { value: await settled(ctx, reading.value) } : reading
  },
  async given(ctx, given) {
    const month = await anyTurn.given!(ctx, given)
    return month === null ? null : settled(ctx, month)
  },
}

/** Hands in the presenter's notes, field by field or as one text; a later text replaces the earlier until the meeting. */
export const nop = form({
  also: ['nop noi dung', 'nop bai', 'notes'],
  may: 'member',
  where: 'private',
  ask: {
    month: settledMonth,
    domestic: field('domestic'),
    international: { ...field('international'), given: restGiven },
    local: { ...field('local'), given: restGiven },
  },
  inline(_ctx, line) {
    const { month, rest } = splitMonth(line)
    return { ...(month === null ? {} : { month }), ...(rest === '' ? {} : oneText(rest)) }
  },
  async preview(ctx, answers) {
    return notesPreview(ctx, answers)
  },
  async run(ctx, answers) {
    const { turn, member, announced } = await turnOf(ctx, answers.month, presenterOrProxy)
    const notes = notesIn(answers)
    const args = { month: inMonth(ctx, answers.month), name: member.name }
    if (isEmpty(notes)) throw new Refusal('thoisu-notes-empty')
    if (!turn) throw new Refusal('thoisu-not-settled', args)
    ctx.save('turns', { ...turn, notes, history: [...turn.history, happened(ctx.at, ctx.actor!._id, 'notes')] })
    ctx.reply({ text: ctx.t(announced ? 'thoisu-notes-kept-late' : 'thoisu-notes-kept', args) })
    const told = new Map((await secretaryOf(ctx)).map((one) => [one._id, one]))
    told.delete(ctx.actor!._id)
    ctx.say([...told.values()], (t, reader) => {
      const month = dateWords[reader?.locale ?? ctx.branch.locale].month(answers.month)
      return { title: t('thoisu-notes-told', { month, name: member.name }), text: notesText(t, notes) }
    })
  },
})

/** What is handed in, shown to its sender before it goes out with the notice. */
export async function notesPreview(ctx: Ctx, answers: Answers): Promise<Message> {
  const { member, announced } = await turnOf(ctx, answers['month']!, presenterOrProxy)
  const notes = notesIn(answers)
  if (isEmpty(notes)) throw new Refusal('thoisu-notes-empty')
  const month = inMonth(ctx, answers['month']!)
  const title = ctx.t('thoisu-notes-preview', { month, name: member.name })
  return {
    title,
    text: `${notesText(ctx.t, notes)}\n\n${ctx.t(announced ? 'thoisu-notes-goes-late' : 'thoisu-notes-goes')}`,
  }
}

/** One text stands for all three answers. */
export const oneText = (text: string): Record<keyof Notes, string> => ({
  domestic: text,
  international: nothing,
  local: nothing,
})

/** Nobody should write three parts for a turn that is only a forecast. */
async function settled(ctx: Ctx, month: string): Promise<string> {
  const { turn } = await turnOf(ctx, month, presenterOrProxy)
  if (!turn) throw new Refusal('thoisu-not-settled', { month: inMonth(ctx, month) })
  return month
}

function field(name: keyof Notes): Question {
  return {
    words: `thoisu-ask-${name}`,
    args: (ctx, { month }) => ({ month: inMonth(ctx, month!) }),
    read(_ctx, text, given) {
      const typed = text.trim()
      if (isDone(typed)) return isEmpty(notesIn(given)) ? { again: 'thoisu-notes-none-yet' } : { value: complete }
      if (saysNothing.has(fold(typed))) return { value: nothing }
      const most = String(longestNotes)
      return typed === '' || typed.length > longestNotes
        ? { again: 'thoisu-notes-length', args: { most } }
        : { value: typed }
    },
    choices: (ctx) => [{ label: ctx.t('thoisu-button-nothing'), value: nothing }],
  }
}

/** Whoever sends all three fields in one message, or says that it is all, is not asked for the others. */
function restGiven(_ctx: Ctx, { domestic = '', international: second }: Answers): string | null {
  if (second === complete) return nothing
  const { international, local } = splitNotes(domestic)
  return international === '' && local === '' ? null : nothing
}

function notesIn(answers: Answers): Notes {
  const text = (name: keyof Notes): string =>
    [nothing, complete].includes(answers[name]!) ? '' : (answers[name] ?? '')
  const [domestic, international, local] = [text('domestic'), text('international'), text('local')]
  return international === '' && local === '' ? splitNotes(domestic) : { domestic, international, local }
}
