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
import { doi } from './doi.js'
import { huy } from './huy.js'
import { tao } from './tao.js'
import { giu, xacnhan } from './xacnhan.js'

const monthsShown = 12

export default command({
  name: 'lichhop',
  also: ['lich hop', 'lich sinh hoat', 'hop khi nao', 'khi nao hop', 'meetings', 'schedule'],
  may: 'member',
  sub: { tao, doi, huy, xacnhan, giu },
  async run(ctx) {
    if (ctx.source!.group) await replyNext(ctx)
    else await replyYear(ctx)
  },
})

/** The group gets one line. */
async function replyNext(ctx: Ctx): Promise<void> {
  const meeting = await nextMeeting(ctx)
  const locale = ctx.branch.locale
  ctx.say('here', (t) => ({ text: meeting ? t('lichhop-next', whenWhere(locale, meeting)) : t('lichhop-none') }))
}

async function replyYear(ctx: Ctx): Promise<void> {
  const { t, actor } = ctx
  const until = addMonths(monthOf(localDate(ctx.at)), monthsShown)
  const all = await upcoming(ctx, { cancelled: true, limit: 60 })
  const shown = all.filter((meeting) => meetingEnd(meeting) > ctx.at && monthOf(meeting.date) <= until)
  const locale = actor!.locale
  const next = shown.find(({ state }) => state !== 'cancelled')
  const unconfirmed = hasRight(actor!, 'secretary') ? shown.find(({ state }) => state === 'planned') : undefined
  ctx.reply({
    title: t('lichhop-title'),
    text: shown.length === 0 ? t('lichhop-none') : shown.map((meeting) => line(t, locale, meeting)).join('\n'),
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

function line(t: T, locale: Locale, meeting: Meeting): string {
  const words = dateWords[locale]
  const state = t(
    meeting.state !== 'cancelled' && meeting.noticeKey !== null
      ? 'lichhop-state-noticed'
      : `lichhop-state-${meeting.state}`,
  )
  const said = t('lichhop-line', {
    ...whenWhere(locale, meeting),
    date: words.short(meeting.date),
    state,
    key: meeting.key,
  })
  if (meeting.conflict === null) return said
  const { day, what } = conflictLine(t, locale, meeting, meeting.conflict)
  return `${said} ${t('lichhop-mark', { date: shortDate(day), what })}`
}
