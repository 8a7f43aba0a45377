import { localDate } from '../../src/domain/calendar/local-time.js'
import type { Meeting } from '../../src/domain/meeting/meeting.js'
import { meetingStart, noticeOf } from '../../src/domain/meeting/meeting-plan.js'
import { dateWords } from '../../src/domain/calendar/date-words.js'
import { parseWhen } from '../../src/domain/calendar/when.js'
import { createMeeting, extraMeeting, nowOf } from '../../src/duties/meetings/change-meeting.js'
import { heldLines } from '../../src/duties/held-lines.js'
import { noticeContent, noticeMessage, whenWhere } from '../../src/duties/meetings/notice-text.js'
import { form, type Ctx } from '../../src/engine/command.js'
import { Refusal } from '../../src/errors.js'
import { agendaOf, agendaQuestion } from './agenda-question.js'
import { asBefore, localeOf, readDate, readPlace, readTime, today, wrongPart } from './questions.js'
import { warnings } from './warnings.js'

/** An extra meeting: `/lichhop tao 05/04/2027 14h00 Phòng họp 2`, with its agenda on the lines below; or step by step. */
export const tao = form({
  also: ['them', 'moi', 'create', 'new'],
  may: 'secretary',
  where: 'private',
  ask: {
    date: { words: 'lichhop-new-date', read: (ctx, text) => readDate(ctx, text) },
    time: {
      words: 'lichhop-new-time',
      read: (ctx, text, { date }) => readTime(ctx, text, date!),
      choices: (ctx) => [
        { label: dateWords[localeOf(ctx)].time(ctx.branch.meeting.time), value: ctx.branch.meeting.time },
      ],
    },
    place: {
      words: 'lichhop-new-place',
      read: (ctx, text) => readPlace(text === asBefore ? ctx.branch.meeting.place : text),
      choices: (ctx) => [{ label: ctx.branch.meeting.place, value: asBefore }],
    },
    agenda: agendaQuestion('lichhop-new-agenda'),
  },
  inline(ctx, typed) {
    if (typed === '') return {}
    const [line = '', ...below] = typed.split('\n')
    const agenda = below.join('\n').trim()
    const own = agenda === '' ? {} : { agenda }
    const { date, time, rest, error } = parseWhen(line, today(ctx))
    const wrong = wrongPart(line, { ...(error ? { error } : {}), ...(date ? { date } : {}) })
    if (wrong) return { ...wrong, ...own }
    if (date === undefined) return { date: line, ...own }
    if (time === undefined) return { date, ...(rest === '' ? {} : { place: rest }), ...own }
    // Whoever says it all in one line is asked nothing more.
    return { date, time, place: rest === '' ? asBefore : rest, agenda }
  },
  async preview(ctx, { date, time, place, agenda }) {
    const { t } = ctx
    const locale = localeOf(ctx)
    const meeting = extraMeeting(ctx, 'x', { date, time, place, agenda: agendaOf(agenda) }) as Meeting
    const notice = noticeMessage(t, await noticeContent(ctx, meeting), { locale, group: true, late: false, was: null })
    const lines = [...leaves(ctx, meeting), ...(await warnings(ctx, meeting, null)), '', notice.title!, notice.text]
    return { title: t('lichhop-preview-create'), text: lines.join('\n') }
  },
  async run(ctx, { date, time, place, agenda }) {
    if (meetingStart({ date, time }) <= ctx.at) throw new Refusal('lichhop-past')
    const meeting = await createMeeting(ctx, { date, time, place, agenda: agendaOf(agenda) })
    const created = ctx.t('lichhop-created', { ...whenWhere(localeOf(ctx), meeting), key: meeting.key })
    const how = agenda === '' ? [ctx.t('lichhop-created-agenda', { command: `/lichhop noidung ${meeting.key}` })] : []
    ctx.reply({ text: [created, ...how].join('\n') })
  },
})

function leaves(ctx: Ctx, meeting: Meeting): string[] {
  const at = noticeOf(meeting, ctx.branch, ctx.calendar)
  if (at <= nowOf(ctx)) return [ctx.t('lichhop-leaves-now'), ...heldLines(ctx)]
  return [ctx.t('lichhop-leaves', { date: dateWords[localeOf(ctx)].short(localDate(at)) })]
}
