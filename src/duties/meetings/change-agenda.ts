import type { Meeting } from '../../domain/meeting/meeting.js'
import { meetingStart } from '../../domain/meeting/meeting-plan.js'
import { hasChannel, type Member } from '../../domain/people/member.js'
import { weights } from '../../domain/weight.js'
import type { Build, Ctx } from '../../engine/command.js'
import type { T } from '../../words.js'
import { saveMeeting } from './change-meeting.js'
import { invited, localeFor } from './meeting-notice.js'
import { whenWhere } from './notice-text.js'

/** Its notice has left: what is changed now, people have to be told. */
export const isAnnounced = ({ done, noticeKey }: Meeting): boolean =>
  typeof done.notice === 'number' && noticeKey !== null

/** Saves the secretary's own lines of an agenda. Returns whom only the phone tells of it. */
export async function changeAgenda(ctx: Ctx, meeting: Meeting, agenda: string[]): Promise<Member[]> {
  saveMeeting(ctx, { ...meeting, agenda })
  if (!isAnnounced(meeting)) return []
  const members = await invited(ctx, meeting.date)
  const build: Build = (t, reader) => {
    const when = whenWhere(localeFor(ctx, reader), meeting)
    const lines = [
      t('notice-agenda-of', { branch: ctx.branch.name, ...when }),
      ...agendaChange(t, meeting.agenda, agenda),
      t('notice-regards'),
    ]
    return { title: t('notice-agenda-title'), text: lines.join('\n') }
  }
  const options = { about: `duhop ${meeting.key}`, usefulUntil: meetingStart(meeting), weight: weights.notice }
  ctx.say('group', build, { ...options, class: 'group' })
  ctx.say(members.filter(hasChannel), build, options)
  return members.filter((member) => !hasChannel(member))
}

/** Old and new, with dashes: numbers are for choices. */
export const agendaChange = (t: T, before: readonly string[], after: readonly string[]): string[] => [
  ...block(t, 'notice-agenda-was', before),
  ...block(t, 'notice-agenda-now', after),
]

const block = (t: T, heading: 'notice-agenda-was' | 'notice-agenda-now', lines: readonly string[]): string[] => [
  t(heading),
  ...(lines.length === 0 ? [t('notice-agenda-none')] : lines).map((line) => `– ${line}`),
]
