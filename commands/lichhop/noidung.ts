import { heldLines } from '../../src/duties/held-lines.js'
import { agendaChange, changeAgenda, isAnnounced } from '../../src/duties/meetings/change-agenda.js'
import { meetingByKey } from '../../src/duties/meetings/meetings.js'
import { whenWhere } from '../../src/duties/meetings/notice-text.js'
import type { Meeting } from '../../src/domain/meeting/meeting.js'
import { form, type Ctx } from '../../src/engine/command.js'
import { Refusal } from '../../src/errors.js'
import { agendaOf, agendaQuestion } from './agenda-question.js'
import { localeOf, openMeeting, readKey, splitMeeting, whichMeeting } from './questions.js'

/** What a meeting is about beside the usual agenda: `/lichhop noidung x1 Bầu bổ sung chi ủy`, one item a line. Where the notice has left, everyone is told. */
export const noidung = form({
  also: ['noi dung', 'agenda'],
  may: 'secretary',
  where: 'private',
  ask: {
    meeting: whichMeeting,
    agenda: agendaQuestion('lichhop-agenda-ask'),
  },
  async inline(ctx, line) {
    const [first = '', ...below] = line.split('\n')
    const typed = (own: string): { agenda?: string } => {
      const agenda = [own, ...below].join('\n').trim()
      return agenda === '' ? {} : { agenda }
    }
    const named = await splitMeeting(ctx, first.trim())
    if (named) return { meeting: named.key, ...typed(named.rest) }
    const key = await readKey(ctx, first)
    return key !== null && (await meetingByKey(ctx, key)) ? { meeting: key, ...typed('') } : typed(first)
  },
  yes: 'engine-save',
  async preview(ctx, { meeting: key, agenda }) {
    const { t } = ctx
    const meeting = await openMeeting(ctx, key)
    const wanted = wantedAgenda(meeting, agenda)
    const lines = [
      t('lichhop-agenda-of', whenWhere(localeOf(ctx), meeting)),
      ...agendaChange(t, meeting.agenda, wanted),
      ...(isAnnounced(meeting) ? [t('lichhop-agenda-tells'), ...heldLines(ctx)] : [t('lichhop-agenda-later')]),
    ]
    return { title: t('lichhop-preview-agenda'), text: lines.join('\n') }
  },
  async run(ctx, { meeting: key, agenda }) {
    const meeting = await openMeeting(ctx, key)
    const unreached = await changeAgenda(ctx, meeting, wantedAgenda(meeting, agenda))
    ctx.reply({ text: [savedLine(ctx, meeting), ...callLine(ctx, unreached)].join('\n') })
  },
})

function wantedAgenda(meeting: Meeting, answer: string): string[] {
  if (answer === meeting.agenda.join('\n')) throw new Refusal('lichhop-agenda-same')
  return agendaOf(answer)
}

const savedLine = (ctx: Ctx, meeting: Meeting): string => {
  const when = whenWhere(localeOf(ctx), meeting)
  return ctx.t(isAnnounced(meeting) ? 'lichhop-agenda-told' : 'lichhop-agenda-saved', when)
}

const callLine = ({ t }: Ctx, unreached: readonly { name: string }[]): string[] =>
  unreached.length === 0 ? [] : [t('notice-to-call', { names: unreached.map(({ name }) => name).join(', ') })]
