import { dateWords } from '../../src/domain/calendar/date-words.js'
import { fold } from '../../src/domain/fold.js'
import { monthOf } from '../../src/domain/calendar/local-time.js'
import type { Meeting } from '../../src/domain/meeting/meeting.js'
import { meetingStart } from '../../src/domain/meeting/meeting-plan.js'
import { confirmMeeting, conflictOf, saveMeeting } from '../../src/duties/meetings/change-meeting.js'
import { candidateDates } from '../../src/duties/meetings/meeting-cards.js'
import { upcoming } from '../../src/duties/meetings/meetings.js'
import { whenWhere } from '../../src/duties/meetings/notice-text.js'
import { form, type Ctx, type Reading } from '../../src/engine/command.js'
import { Refusal } from '../../src/errors.js'
import { localeOf, openMeeting, readDate, today, whichMeeting } from './questions.js'

/** What a reply to the card may say instead of a tap. */
const agrees = new Set(['dong y', 'nhat tri', 'ok', 'vang', 'co', 'xac nhan', 'yes'])

/** One tap settles a date: `lichhop xacnhan 2027-05`, or with another day of that month. */
export const xacnhan = form({
  also: ['xac nhan', 'dong y', 'confirm'],
  may: 'secretary',
  where: 'private',
  ask: {
    meeting: {
      ...whichMeeting,
      async given(ctx) {
        return (await upcoming(ctx)).find((one) => one.state === 'planned' && meetingStart(one) > ctx.at)?.key ?? null
      },
    },
    date: {
      words: 'lichhop-other-date',
      async read(ctx, text, { meeting }) {
        return readOtherDate(ctx, text, await openMeeting(ctx, meeting!))
      },
      async choices(ctx, { meeting: key }) {
        const meeting = await openMeeting(ctx, key!)
        const dates = new Set(
          [...candidateDates(ctx, meeting), meeting.date].filter((date) => date >= today(ctx)).sort(),
        )
        return [...dates].map((date) => ({ label: dateWords[localeOf(ctx)].short(date), value: date }))
      },
      given: async (ctx, { meeting }) => (await openMeeting(ctx, meeting!)).date,
    },
  },
  inline(_ctx, line) {
    const [meeting = '', ...others] = line.split(/\s+/u)
    const date = others.join(' ')
    return { ...(meeting === '' ? {} : { meeting }), ...(date === '' || agrees.has(fold(date)) ? {} : { date }) }
  },
  async run(ctx, { meeting, date }) {
    await settle(ctx, await openMeeting(ctx, meeting), date)
  },
})

/** The rule's own day, whatever day that is. */
export const giu = form({
  also: ['giu nguyen'],
  hidden: true,
  may: 'secretary',
  where: 'private',
  ask: { meeting: whichMeeting },
  async run(ctx, { meeting: key }) {
    const meeting = await openMeeting(ctx, key)
    await settle(ctx, meeting, meeting.ruleDate ?? meeting.date)
  },
})

function readOtherDate(ctx: Ctx, text: string, meeting: Meeting): Reading {
  if (text === 'khac') return { again: 'lichhop-choose' }
  const typed = fold(text) === 'giu nguyen' ? (meeting.ruleDate ?? meeting.date) : text
  const reading = readDate(ctx, typed, monthOf(meeting.date))
  if ('again' in reading || reading.value === meeting.date) return reading
  if (meeting.kind === 'regular' && monthOf(reading.value) !== meeting.month) {
    return { again: 'lichhop-other-month', args: { month: dateWords[localeOf(ctx)].month(meeting.month) } }
  }
  // A button of an old card may name a day that has become a holiday since.
  const offered = [...candidateDates(ctx, meeting), meeting.ruleDate].includes(reading.value)
  return ctx.source!.pressed && !offered ? { again: 'lichhop-stale' } : reading
}

async function settle(ctx: Ctx, meeting: Meeting, date: string): Promise<void> {
  const locale = localeOf(ctx)
  if (date !== meeting.date && meeting.noticeKey !== null) {
    throw new Refusal('lichhop-use-move', {
      command: `/lichhop doi ${meeting.key}`,
      date: dateWords[locale].short(meeting.date),
    })
  }
  if (meetingStart({ ...meeting, date }) <= ctx.at) throw new Refusal('lichhop-past')
  if (meeting.state === 'confirmed' && date === meeting.date) {
    // Asked again because of a holiday, the date is kept: no rule moves it any more.
    if (!meeting.fixed) saveMeeting(ctx, { ...meeting, fixed: true, conflict: conflictOf(ctx, date) })
    ctx.reply({ text: ctx.t('lichhop-already', whenWhere(locale, meeting)) })
    return
  }
  const confirmed = await confirmMeeting(ctx, meeting, date)
  const left = meeting.noticeKey === null && confirmed.noticeKey !== null
  ctx.reply({ text: ctx.t(left ? 'lichhop-confirmed-left' : 'lichhop-confirmed', whenWhere(locale, confirmed)) })
}
