import { meetingIcs } from '../../src/documents/meeting-ics.js'
import { dateWords } from '../../src/domain/calendar/date-words.js'
import { madeFile } from '../../src/duties/files/made-file.js'
import { meetingByKey, nextMeeting } from '../../src/duties/meetings/meetings.js'
import { agendaItems, noticeContent, whenWhere } from '../../src/duties/meetings/notice-text.js'
import { form, type Question } from '../../src/engine/command.js'
import { Refusal } from '../../src/errors.js'
import { localeOf, readKey } from './questions.js'

/** One that was called off too: opened in a calendar, its file takes the earlier entry away. */
const anyMeeting: Question = {
  words: 'lichhop-which',
  async read(ctx, text) {
    const key = await readKey(ctx, text)
    return key === null || !(await meetingByKey(ctx, key))
      ? { again: 'lichhop-unknown', args: { typed: text.slice(0, 40) } }
      : { value: key }
  },
  async given(ctx) {
    const next = await nextMeeting(ctx)
    if (!next) throw new Refusal('lichhop-none')
    return next.key
  },
}

/** A meeting for the calendar of a phone; the next one where none is named. */
export const ics = form({
  may: 'member',
  where: 'private',
  also: ['lich dien thoai', 'luu lich', 'calendar'],
  ask: { meeting: anyMeeting },
  async run(ctx, { meeting: key }) {
    const { t, branch } = ctx
    const locale = localeOf(ctx)
    const meeting = (await meetingByKey(ctx, key))!
    // The button may have gone with a message that came by another of his channels than was thought.
    if (!ctx.carriesFiles(ctx.source!.account.channel))
      throw new Refusal('lichhop-ics-no-file', { ...whenWhere(locale, meeting), state: meeting.state })
    const agenda = agendaItems(t, await noticeContent(ctx, meeting))
    const file = meetingIcs(t, locale, { meeting, branch: branch.name, agenda, now: ctx.now })
    const date = dateWords[locale].short(meeting.date)
    const attachment = await madeFile(ctx, {
      name: `${t('documents-meeting-file', { date: meeting.date })}.ics`,
      mime: 'text/calendar',
      bytes: Buffer.from(file),
    })
    ctx.reply({
      text: t(meeting.state === 'cancelled' ? 'lichhop-ics-cancelled' : 'lichhop-ics-sent', { date }),
      attachment,
    })
  },
})
