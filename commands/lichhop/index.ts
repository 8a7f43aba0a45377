import { dateWords } from '../../src/domain/calendar/date-words.js'
import { addMonths, localDate, monthOf } from '../../src/domain/calendar/local-time.js'
import type { Meeting } from '../../src/domain/meeting/meeting.js'
import { meetingEnd } from '../../src/domain/meeting/meeting-plan.js'
import { hasRight } from '../../src/domain/people/rights.js'
import { shortDate } from '../../src/domain/calendar/vi-date.js'
import { conflictLine } from '../../src/duties/meetings/meeting-cards.js'
import { nextMeeting, upcoming } from '../../src/duties/meetings/meetings.js'
import { noticeChoices, whenWhere } from '../../src/duties/meetings/notice-text.js'
import { command, type Ctx } from '../../src/engine/command.js'
import type { Locale, T } from '../../src/words.js'
import { behind, notUnderstood, shownSubs } from '../trogiup/not-understood.js'
import { doi } from './doi.js'
import { huy } from './huy.js'
import { ics } from './ics.js'
import { noidung } from './noidung.js'
import { readKey } from './questions.js'
import { tao } from './tao.js'
import { giu, xacnhan } from './xacnhan.js'

const monthsShown = 12
const sub = { tao, noidung, doi, huy, xacnhan, giu, ics }

export default command({
  name: 'lichhop',
  also: ['lich hop', 'lich sinh hoat', 'hop khi nao', 'khi nao hop', 'meetings', 'schedule'],
  may: 'member',
  sub,
  ask: { behind },
  reads: async (ctx, rest) => (await readKey(ctx, rest)) !== null,
  async run(ctx, { behind }) {
    // A month or a day is in the list; "lịch họp của chi bộ" is answered with it too.
    const known = behind === '' || (await readKey(ctx, behind)) !== null
    const paths = ['lichhop', ...shownSubs(ctx, { name: 'lichhop', sub })]
    const note: Note = (t) => (known ? [] : [t('everyday-not-understood', notUnderstood(behind, paths))])
    if (ctx.source!.group) await replyNext(ctx, note)
    else await replyYear(ctx, note)
  },
})

/** What of the line was not understood, if anything. */
type Note = (t: T) => string[]

/** The group gets one line. */
async function replyNext(ctx: Ctx, note: Note): Promise<void> {
  const meeting = await nextMeeting(ctx)
  const locale = ctx.branch.locale
  ctx.say('here', (t) => ({
    text: [...note(t), meeting ? t('lichhop-next', whenWhere(locale, meeting)) : t('lichhop-none')].join('\n'),
  }))
}

async function replyYear(ctx: Ctx, note: Note): Promise<void> {
  const { t, actor } = ctx
  const until = addMonths(monthOf(localDate(ctx.at)), monthsShown)
  const all = await upcoming(ctx, { cancelled: true, limit: 60 })
  const shown = all.filter((meeting) => meetingEnd(meeting) > ctx.at && monthOf(meeting.date) <= until)
  const locale = actor!.locale
  const next = shown.find(({ state }) => state !== 'cancelled')
  const leads = hasRight(actor!, 'secretary')
  const unconfirmed = leads ? shown.find(({ state }) => state === 'planned') : undefined
  ctx.reply({
    title: t('lichhop-title'),
    text: [
      ...note(t).flatMap((said) => [said, '']),
      ...(shown.length === 0 ? [t('lichhop-none')] : shown.map((meeting) => line(t, locale, meeting, leads))),
    ].join('\n'),
    choices: [
      ...(next && next.noticeKey !== null ? noticeChoices(t, next, false) : []),
      ...(unconfirmed
        ? [
            {
              label: t('lichhop-button-confirm', { date: dateWords[locale].short(unconfirmed.date) }),
              does: `lichhop xacnhan ${unconfirmed.key} ${unconfirmed.date}`,
            },
          ]
        : []),
    ],
  })
}

/** Only whoever may move or confirm a meeting needs the key by which commands name it. */
function line(t: T, locale: Locale, meeting: Meeting, leads: boolean): string {
  const words = dateWords[locale]
  const state = t(
    meeting.state !== 'cancelled' && meeting.noticeKey !== null
      ? 'lichhop-state-noticed'
      : `lichhop-state-${meeting.state}`,
  )
  const plain = t('lichhop-line', { ...whenWhere(locale, meeting), date: words.short(meeting.date), state })
  const said = leads ? t('lichhop-line-key', { line: plain, key: meeting.key }) : plain
  if (meeting.conflict === null) return said
  const { day, what } = conflictLine(t, locale, meeting, meeting.conflict)
  return `${said} ${t('lichhop-mark', { date: shortDate(day), what })}`
}
