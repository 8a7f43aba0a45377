import { dateWords } from '../../src/domain/calendar/date-words.js'
import { cancelMeeting } from '../../src/duties/meetings/change-meeting.js'
import { heldLines } from '../../src/duties/held-lines.js'
import { cancelledMessage } from '../../src/duties/meetings/meeting-notice.js'
import { form } from '../../src/engine/command.js'
import { localeOf, openMeeting, splitMeeting, whichMeeting } from './questions.js'

const longestReason = 300

/** Cancels a meeting and says why: `/lichhop huy x1 trùng hội nghị Đảng ủy`. */
export const huy = form({
  also: ['huy bo', 'hoan', 'cancel'],
  may: 'secretary',
  where: 'private',
  ask: {
    meeting: whichMeeting,
    reason: {
      words: 'lichhop-cancel-why',
      read(_ctx, text) {
        const reason = text.replace(/\s+/gu, ' ').trim()
        return reason === '' || reason.length > longestReason ? { again: 'lichhop-reason-unclear' } : { value: reason }
      },
    },
  },
  async inline(ctx, line) {
    const named = await splitMeeting(ctx, line)
    const reason = named ? named.rest : line
    return {
      ...(reason === '' ? {} : { reason }),
      ...(named ? { meeting: named.key } : {}),
    }
  },
  async preview(ctx, { meeting: key, reason }) {
    const { t } = ctx
    const meeting = await openMeeting(ctx, key)
    const said = cancelledMessage(ctx, t, localeOf(ctx), meeting, reason)
    const rule = meeting.kind === 'regular' ? [t('lichhop-warn-cancel')] : []
    const lines = [...rule, ...heldLines(ctx), '', said.title!, said.text]
    return { title: t('lichhop-preview-cancel'), text: lines.join('\n').trim() }
  },
  async run(ctx, { meeting: key, reason }) {
    const meeting = await cancelMeeting(ctx, await openMeeting(ctx, key), reason)
    const done = ctx.t('lichhop-cancelled', { date: dateWords[localeOf(ctx)].short(meeting.date) })
    ctx.reply({ text: [done, ...heldLines(ctx)].join('\n') })
  },
})
