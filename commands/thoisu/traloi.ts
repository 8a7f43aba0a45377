import { commentKind } from '../../src/domain/topic/comment-kind.js'
import { splitMonth } from '../../src/domain/calendar/read-month.js'
import { form, leaveChoice } from '../../src/engine/command.js'
import { isDone } from '../../src/domain/topic/comment-text.js'
import { inMonth, monthQuestion, presenterOrProxy } from './month-question.js'
import { longestNotes, notesPreview, oneText } from './nop.js'
import { acknowledge } from './ro.js'

const patienceMinutes = 60

/** A reply to the card of a turn: "đã rõ" acknowledges it, anything longer may be the notes and is shown before it is taken. */
export const traloi = form({
  hidden: true,
  may: 'member',
  where: 'private',
  ask: {
    month: monthQuestion(presenterOrProxy),
    text: {
      words: 'thoisu-ask-domestic',
      args: (ctx, { month }) => ({ month: inMonth(ctx, month!) }),
      read(_ctx, text) {
        if (isDone(text)) return { again: 'thoisu-notes-none-yet' }
        const fits = text.trim() !== '' && text.length <= longestNotes
        return fits ? { value: text.trim() } : { again: 'thoisu-notes-length', args: { most: String(longestNotes) } }
      },
    },
  },
  inline(_ctx, line) {
    const { month, rest } = splitMonth(line)
    return { ...(month === null ? {} : { month }), ...(rest === '' ? {} : { text: rest }) }
  },
  async run(ctx, { month, text }) {
    if (commentKind(text) === 'agreement') return acknowledge(ctx, month)
    const answers = { month, ...oneText(text) }
    const { title, text: shown } = await notesPreview(ctx, answers)
    const tag = ctx.expect({ form: 'thoisu nop', answers, asking: 'confirm', minutes: patienceMinutes })
    ctx.reply({
      ...(title === undefined ? {} : { title }),
      text: `${shown}\n${ctx.t('thoisu-reply-else')}`,
      choices: [
        { label: ctx.t('engine-send'), does: `=${tag}:gui` },
        { label: ctx.t('thoisu-button-swap'), does: `thoisu doi ${month}` },
        leaveChoice(ctx.t),
      ],
    })
  },
})
