import { dateWords } from '../../src/domain/calendar/date-words.js'
import { monthOf } from '../../src/domain/calendar/local-time.js'
import { meetingStart } from '../../src/domain/meeting/meeting-plan.js'
import { parseWhen } from '../../src/domain/calendar/when.js'
import { heldLines } from '../../src/duties/held-lines.js'
import { moveMeeting } from '../../src/duties/meetings/change-meeting.js'
import { candidateDates } from '../../src/duties/meetings/meeting-cards.js'
import { meetingByKey, upcoming } from '../../src/duties/meetings/meetings.js'
import { whenWhere } from '../../src/duties/meetings/notice-text.js'
import { form, type Ctx } from '../../src/engine/command.js'
import { Refusal } from '../../src/errors.js'
import {
  asBefore,
  localeOf,
  openMeeting,
  readDate,
  readPlace,
  readTime,
  splitMeeting,
  today,
  whichMeeting,
  wrongPart,
} from './questions.js'
import { warnings } from './warnings.js'

/** Moves a meeting: `/lichhop doi 2027-05 06/05/2027 15h Hội trường`; what is not said stays. Everyone is told old and new. */
export const doi = form({
  also: ['doi lich', 'doi ngay', 'doi gio', 'move'],
  may: 'secretary',
  where: 'private',
  ask: {
    meeting: whichMeeting,
    date: {
      words: 'lichhop-move-date',
      async read(ctx, text, { meeting }) {
        const { date } = await openMeeting(ctx, meeting!)
        return text === asBefore ? { value: date } : readDate(ctx, text, monthOf(date))
      },
      async choices(ctx, { meeting: key }) {
        const meeting = await openMeeting(ctx, key!)
        const words = dateWords[localeOf(ctx)]
        const others = candidateDates(ctx, { ...meeting, ruleDate: null }).filter((date) => date > today(ctx))
        const dates = others.map((date) => ({ label: words.short(date), value: date }))
        return [...dates, { label: ctx.t('lichhop-as-before', { what: words.short(meeting.date) }), value: asBefore }]
      },
    },
    time: {
      words: 'lichhop-move-time',
      async read(ctx, text, { meeting, date }) {
        return readTime(ctx, text === asBefore ? (await openMeeting(ctx, meeting!)).time : text, date!)
      },
      async choices(ctx, { meeting: key }) {
        const { time } = await openMeeting(ctx, key!)
        return [{ label: ctx.t('lichhop-as-before', { what: dateWords[localeOf(ctx)].time(time) }), value: asBefore }]
      },
    },
    place: {
      words: 'lichhop-move-place',
      async read(ctx, text, { meeting }) {
        return readPlace(text === asBefore ? (await openMeeting(ctx, meeting!)).place : text)
      },
      async choices(ctx, { meeting: key }) {
        const { place } = await openMeeting(ctx, key!)
        return [{ label: ctx.t('lichhop-as-before', { what: place }), value: asBefore }]
      },
    },
  },
  async inline(ctx, line) {
    const named = await splitMeeting(ctx, line)
    const typed = named ? named.rest : line
    if (typed === '') return named ? { meeting: named.key } : {}
    const known = named && (await meetingByKey(ctx, named.key))
    const { date, time, rest, error } = parseWhen(typed, today(ctx), known ? monthOf(known.date) : undefined)
    const meeting = named ? { meeting: named.key } : await meant(ctx, date)
    const wrong = wrongPart(typed, { ...(error ? { error } : {}), ...(date ? { date } : {}) })
    if (wrong) return { ...meeting, ...wrong }
    if (date === undefined && time === undefined) return { ...meeting, date: typed }
    return { ...meeting, date: date ?? asBefore, time: time ?? asBefore, place: rest === '' ? asBefore : rest }
  },
  async preview(ctx, { meeting: key, date, time, place }) {
    const { t } = ctx
    const meeting = await openMeeting(ctx, key)
    const to = { date, time, place }
    if (same(meeting, to)) throw new Refusal('lichhop-same')
    const locale = localeOf(ctx)
    const lines = [
      t('notice-was', whenWhere(locale, meeting)),
      t('notice-now', whenWhere(locale, to)),
      ...(await warnings(ctx, to, meeting)),
      t('lichhop-move-tells'),
      ...heldLines(ctx),
    ]
    return { title: t('lichhop-preview-move'), text: lines.join('\n') }
  },
  async run(ctx, { meeting: key, date, time, place }) {
    const meeting = await openMeeting(ctx, key)
    const to = { date, time, place }
    if (same(meeting, to)) throw new Refusal('lichhop-same')
    if (meetingStart(to) <= ctx.at) throw new Refusal('lichhop-past')
    const moved = await moveMeeting(ctx, meeting, to)
    const done = ctx.t('lichhop-moved', whenWhere(localeOf(ctx), moved))
    ctx.reply({ text: [done, ...heldLines(ctx)].join('\n') })
  },
})

interface To {
  date: string
  time: string
  place: string
}

const same = (a: To, b: To): boolean => a.date === b.date && a.time === b.time && a.place === b.place

/** Without a name, the meeting of the new date's month is meant, else the next one: the preview says which. */
async function meant(ctx: Ctx, date: string | undefined): Promise<{ meeting?: string }> {
  const ahead = (await upcoming(ctx)).filter((meeting) => meetingStart(meeting) > ctx.at)
  const found =
    ahead.find(({ kind, month }) => kind === 'regular' && date !== undefined && month === monthOf(date)) ?? ahead[0]
  return found ? { meeting: found.key } : {}
}
