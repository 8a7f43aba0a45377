import type { Address, Choice, Message } from '../../chat.js'
import type { Branch } from '../../domain/branch.js'
import { dateWords } from '../../domain/calendar/date-words.js'
import { localDate, localTime } from '../../domain/calendar/local-time.js'
import type { Meeting } from '../../domain/meeting/meeting.js'
import type { Member } from '../../domain/people/member.js'
import type { Topic } from '../../domain/topic/topic.js'
import type { Turn } from '../../domain/rota/turn.js'
import type { Ctx } from '../../engine/command.js'
import { agendaOf } from '../../rules/agendas.js'
import type { Locale, T } from '../../words.js'
import { openTopics } from '../topics/drafts.js'
import { notesOf, presenterOf } from '../rotation/presenter.js'

export type WhenWhere = Pick<Meeting, 'date' | 'time' | 'place'>

export interface NoticeContent {
  /** Name of the branch: a member may be in two. */
  branch: string
  meeting: Meeting
  presenter: Member | null
  notes: Turn['notes']
  topics: { topic: Topic; author: Member | null }[]
  /** Items of the usual agenda. */
  agenda: string[]
}

export interface NoticeForm {
  locale: Locale
  /** The group sees what anybody may see; the presenter's notes go with the private form. */
  group: boolean
  /** Later than the branch is used to. */
  late: boolean
  /** What was announced before, where this changes it. */
  was: WhenWhere | null
}

export async function noticeContent(ctx: Ctx, meeting: Meeting): Promise<NoticeContent> {
  const regular = meeting.kind === 'regular'
  const members = await ctx.members()
  const topics = (await openTopics(ctx)).map((topic) => ({
    topic,
    author: members.find(({ _id }) => _id === topic.author) ?? null,
  }))
  const presenter = regular ? ((await presenterOf(ctx, meeting.month))?.member ?? null) : null
  const notes = regular ? await notesOf(ctx, meeting.month) : null
  return contentOf(ctx.branch, meeting, { presenter, notes, topics })
}

/** With the items of the usual agenda that there is something for. */
export function contentOf(
  { name, rulePack }: Pick<Branch, 'name' | 'rulePack'>,
  meeting: Meeting,
  given: Pick<NoticeContent, 'presenter' | 'notes' | 'topics'>,
): NoticeContent {
  const usual = meeting.kind === 'regular' ? agendaOf(rulePack) : []
  const agenda = usual.filter(
    (item) => (item !== 'topic' || given.topics.length > 0) && (item !== 'current-affairs' || given.presenter),
  )
  return { branch: name, meeting, ...given, agenda }
}

/** THÔNG BÁO SINH HOẠT CHI BỘ: everything a member has to know, in the order of the paper form. */
export function noticeMessage(t: T, content: NoticeContent, { locale, group, late, was }: NoticeForm): Message {
  const { branch, meeting, presenter, notes, topics } = content
  const words = dateWords[locale]
  const lines = [
    ...(late ? [t('notice-urgent')] : []),
    meeting.kind === 'regular'
      ? t('notice-invite', { branch, month: words.month(meeting.month) })
      : t('notice-invite-extra', { branch }),
    ...(was ? [t('notice-was', whenWhere(locale, was))] : []),
    t('notice-time', whenWhere(locale, meeting)),
    t('notice-place', { place: meeting.place, minutes: String(meeting.minutes) }),
    ...(presenter ? [t('notice-presenter', { name: presenter.name })] : []),
    ...topics.map(({ topic, author }) => topicLine(t, locale, topic, author)),
    ...agendaLines(t, content),
    ...(notes && !group ? notesLines(t, notes) : []),
    ...(was ? [t('notice-answer-again')] : []),
    t('notice-regards'),
  ]
  const title = t(was ? 'notice-moved-title' : 'notice-title')
  return { title, text: lines.join('\n'), choices: noticeChoices(t, meeting, topics.length > 0) }
}

export const whenWhere = (locale: Locale, { date, time, place }: WhenWhere) => ({
  time: dateWords[locale].time(time),
  date: dateWords[locale].long(date),
  lunar: dateWords[locale].lunar(date),
  place,
})

export function noticeChoices(t: T, { key }: Pick<Meeting, 'key'>, comments: boolean): Choice[] {
  return [
    { label: t('notice-going'), does: `duhop co ${key}` },
    { label: t('notice-away'), does: `duhop vang ${key}` },
    ...(comments ? [{ label: t('notice-comment'), does: 'gopy' }] : []),
  ]
}

/**
 * Wherever an earlier date may stand in somebody's calendar: opened there, the file moves it, or takes it away. None
 * where the channel he reads it on takes no file; in the group it would be everybody's.
 */
export function calendarChoices(
  ctx: Ctx,
  t: T,
  { key, state }: Pick<Meeting, 'key' | 'state'>,
  reads: Pick<Address, 'channel'> | undefined,
): Choice[] {
  if (!reads || !ctx.carriesFiles(reads.channel)) return []
  const label = t(state === 'cancelled' ? 'lichhop-button-ics-remove' : 'lichhop-button-ics')
  return [{ label, does: `lichhop ics ${key}` }]
}

function topicLine(t: T, locale: Locale, { title, edition, deadline }: Topic, author: Member | null): string {
  const draft = author
    ? t('notice-topic-by', { title, name: author.name, edition: String(edition) })
    : t('notice-topic', { title, edition: String(edition) })
  if (deadline === null) return `${draft}.`
  const words = dateWords[locale]
  return `${draft} – ${t('notice-topic-until', { time: words.time(localTime(deadline)), date: words.short(localDate(deadline)) })}`
}

/** The usual steps, then what the secretary has added. */
export const agendaItems = (t: T, { agenda, meeting }: Pick<NoticeContent, 'agenda' | 'meeting'>): string[] => [
  ...agenda.map((item) => t(`agenda-${item}`)),
  ...meeting.agenda,
]

function agendaLines(t: T, content: NoticeContent): string[] {
  const items = agendaItems(t, content)
  return items.length === 0 ? [] : [t('notice-agenda'), ...items.map((item) => `– ${item}`)]
}

function notesLines(t: T, notes: NonNullable<Turn['notes']>): string[] {
  const parts = (['domestic', 'international', 'local'] as const).filter((part) => notes[part].trim() !== '')
  return parts.length === 0
    ? []
    : [t('notice-notes'), ...parts.map((part) => `${t(`notice-notes-${part}`)} ${notes[part]}`)]
}
