import type { Message } from '../../chat.js'
import { isExempt } from '../../domain/people/exempt.js'
import { localDate } from '../../domain/calendar/local-time.js'
import type { Meeting } from '../../domain/meeting/meeting.js'
import { meetingStart, noticeOf } from '../../domain/meeting/meeting-plan.js'
import { weights } from '../../domain/weight.js'
import { hasChannel, type Member } from '../../domain/people/member.js'
import type { Build, Ctx, SayOptions } from '../../engine/command.js'
import { dateWords } from '../../domain/calendar/date-words.js'
import type { Locale, T } from '../../words.js'
import { upcoming } from './meetings.js'
import {
  calendarChoices,
  noticeChoices,
  noticeContent,
  noticeMessage,
  whenWhere,
  type WhenWhere,
} from './notice-text.js'
import { alreadySaid } from '../already-said.js'
import { secretaryOf } from '../secretary.js'
import { toldChoices } from '../told-choices.js'

/** Notices come before nudges where a channel is scarce. */
const weight = weights.notice
/** More buttons than this nobody reads; `/thongbao` has them all. */
const mostCalls = 6

/** Reminders of one date bear one key: moving the meeting takes them all back. */
export const reminderKey = ({ _id, date, time }: Meeting): string => `remind:${_id}:${date}:${time}`
export const askKey = ({ _id }: Meeting): string => `ask:${_id}`

export const localeFor = (ctx: Ctx, reader: Member | null): Locale => reader?.locale ?? ctx.branch.locale

/** Exempt members are not called in; whoever is told that a date changed may be exempt on one of the two days. */
export async function invited(ctx: Ctx, ...dates: string[]): Promise<Member[]> {
  return (await ctx.members()).filter((member) => dates.some((date) => !isExempt(member, date)))
}

/** The notice to the group and to each member, and what is left to do by phone to the secretary. The caller saves what it returns. */
export async function sendNotice(
  ctx: Ctx,
  meeting: Meeting,
  { late = false, was = null }: { late?: boolean; was?: WhenWhere | null } = {},
): Promise<Meeting> {
  const content = await noticeContent(ctx, meeting)
  const message = (group: boolean, locale: Locale, t: Parameters<Build>[0]): Message =>
    noticeMessage(t, content, { locale, group, late, was })
  const noticed: Meeting = {
    ...meeting,
    noticeKey: nextKey(meeting),
    done: { ...meeting.done, notice: Math.max(ctx.at, ctx.now) },
  }
  const members = await invited(ctx, meeting.date, was?.date ?? meeting.date)
  announce(ctx, noticed, members, (t, reader) => {
    const said = message(reader === null, localeFor(ctx, reader), t)
    return was
      ? { ...said, choices: [...said.choices!, ...calendarChoices(ctx, t, noticed, reader?.accounts[0])] }
      : said
  })
  await tellSecretary(ctx, noticed, members)
  return noticed
}

/** Before the notice of the new date: what changes, and when the notice comes. The caller saves what it returns. */
export async function sendChange(ctx: Ctx, meeting: Meeting, was: WhenWhere): Promise<Meeting> {
  const told: Meeting = { ...meeting, noticeKey: nextKey(meeting) }
  const notice = localDate(noticeOf(meeting, ctx.branch, ctx.calendar))
  announce(ctx, told, await invited(ctx, meeting.date, was.date), (t, reader) => {
    const locale = localeFor(ctx, reader)
    const text = [
      t('notice-moved-of', { branch: ctx.branch.name }),
      t('notice-was', whenWhere(locale, was)),
      t('notice-now', whenWhere(locale, meeting)),
      t('notice-follows', { date: dateWords[locale].short(notice) }),
      t('notice-regards'),
    ]
    const choices = [...noticeChoices(t, meeting, false), ...calendarChoices(ctx, t, meeting, reader?.accounts[0])]
    return { title: t('notice-moved-title'), text: text.join('\n'), choices }
  })
  return told
}

/** The caller saves what it returns. */
export async function sendCancelled(ctx: Ctx, meeting: Meeting, reason: string): Promise<Meeting> {
  const told: Meeting = { ...meeting, noticeKey: nextKey(meeting) }
  announce(ctx, told, await invited(ctx, meeting.date), (t, reader) => ({
    ...cancelledMessage(ctx, t, localeFor(ctx, reader), meeting, reason),
    choices: calendarChoices(ctx, t, told, reader?.accounts[0]),
  }))
  return told
}

export function cancelledMessage({ branch }: Ctx, t: T, locale: Locale, meeting: Meeting, reason: string): Message {
  const lines = [
    t('notice-cancelled', { branch: branch.name, ...whenWhere(locale, meeting) }),
    t('notice-reason', { reason }),
    t('notice-regards'),
  ]
  return { title: t('notice-cancelled-title'), text: lines.join('\n') }
}

/** What everybody else has been told of meetings still ahead, to somebody who is new, reachable or expected only now. */
export async function noticeToNewcomer(ctx: Ctx, member: Member, has = alreadySaid): Promise<void> {
  for (const meeting of await upcoming(ctx)) {
    if (typeof meeting.done.notice !== 'number' || meeting.noticeKey === null) continue
    if (meetingStart(meeting) <= ctx.at || isExempt(member, meeting.date)) continue
    if (await has(ctx, meeting.noticeKey, member)) continue
    const content = await noticeContent(ctx, meeting)
    ctx.say(
      member,
      (t) => noticeMessage(t, content, { locale: member.locale, group: false, late: false, was: null }),
      noticeOptions(meeting),
    )
  }
}

/** Rows of earlier forms that have not left are taken back; each form has a key of its own. */
function nextKey({ _id, noticeKey }: Meeting): string {
  const forms = noticeKey === null ? 0 : Number(noticeKey.slice(noticeKey.lastIndexOf(':') + 1))
  return `notice:${_id}:${forms + 1}`
}

const noticeOptions = (meeting: Meeting): SayOptions => ({
  key: meeting.noticeKey!,
  about: `duhop ${meeting.key}`,
  usefulUntil: meetingStart(meeting),
  weight,
})

function announce(ctx: Ctx, meeting: Meeting, members: Member[], build: Build): void {
  const options = noticeOptions(meeting)
  ctx.say('group', build, { ...options, class: 'group' })
  ctx.say(members.filter(hasChannel), build, options)
  // A row without an address puts them on the call list; the card to the secretary names them, so it makes no news.
  ctx.say(
    members.filter((member) => !hasChannel(member)),
    build,
    { ...options, silent: true },
  )
}

async function tellSecretary(ctx: Ctx, meeting: Meeting, members: Member[]): Promise<void> {
  const calls = members.filter((member) => !hasChannel(member))
  ctx.say(
    await secretaryOf(ctx),
    (t, reader) => {
      const count = String(members.length - calls.length)
      const group = ctx.branch.groups.length > 0 ? 'yes' : 'no'
      const date = dateWords[localeFor(ctx, reader)].short(meeting.date)
      const lines = [t('notice-left', { count, group, date })]
      if (calls.length > 0) lines.push(t('notice-to-call', { names: calls.map(({ name }) => name).join(', ') }))
      const told = toldChoices(t, calls, meeting.key, mostCalls)
      return { text: lines.join('\n'), choices: [...told, { label: t('notice-list'), does: 'thongbao' }] }
    },
    { usefulUntil: meetingStart(meeting), class: 'committee' },
  )
}
