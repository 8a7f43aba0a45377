import type { Meeting } from '../../src/domain/meeting/meeting.js'
import { fold } from '../../src/domain/fold.js'
import { meetingEnd, meetingStart } from '../../src/domain/meeting/meeting-plan.js'
import type { Member } from '../../src/domain/people/member.js'
import { answerOf, saveAnswer } from '../../src/duties/meetings/attendance.js'
import { meetingByKey, upcoming } from '../../src/duties/meetings/meetings.js'
import { calendarChoices, noticeChoices, whenWhere } from '../../src/duties/meetings/notice-text.js'
import type { Build, Ctx } from '../../src/engine/command.js'
import { Refusal } from '../../src/errors.js'
import { localeOf } from '../lichhop/questions.js'

export const longestReason = 500
/** How long after "xin vắng" the next words are taken for its reason. */
const reasonMinutes = 30
const noReason = new Set(['bo qua', 'khong', 'khong co', 'skip', 'no'])

/** Answers to the person alone, wherever he pressed: who comes is nothing for the group's screen. */
export function answerPrivately(ctx: Ctx, build: Build): void {
  if (ctx.source!.group && ctx.source!.pressed) {
    ctx.say(ctx.actor!, build, { queue: 'answer' })
    return
  }
  ctx.aside()
  ctx.reply(build(ctx.t, ctx.actor))
}

export async function nextToAnswer(ctx: Ctx): Promise<Meeting> {
  const next = (await upcoming(ctx)).find((meeting) => meetingStart(meeting) > ctx.at)
  if (!next) throw new Refusal('lichhop-none')
  return next
}

/** A button of a meeting that is over or cancelled is answered politely. */
export async function meetingToAnswer(ctx: Ctx, key: string): Promise<Meeting> {
  const meeting = await meetingByKey(ctx, key)
  if (!meeting) throw new Refusal('lichhop-unknown', { typed: key.slice(0, 40) })
  const when = whenWhere(localeOf(ctx), meeting)
  if (meeting.state === 'cancelled') throw new Refusal('lichhop-is-cancelled', when)
  if (meetingEnd(meeting) <= ctx.at) throw new Refusal('lichhop-is-over', when)
  return meeting
}

export async function answerMeeting(
  ctx: Ctx,
  meeting: Meeting,
  { member, going, reason: typed }: { member: Member; going: boolean; reason: string },
): Promise<void> {
  const when = whenWhere(localeOf(ctx), meeting)
  if (meetingStart(meeting) <= ctx.at) throw new Refusal('duhop-begun', when)
  const tooLong = typed.length > longestReason
  const reason = tooLong || going || noReason.has(fold(typed)) ? '' : typed.replace(/\s+/gu, ' ').trim()
  const before = await answerOf(ctx, meeting, member)
  const own = member._id === ctx.actor!._id
  const again = before !== null && before.going === going && (reason === '' || reason === before.reason)
  if (!again) await saveAnswer(ctx, meeting, { member, going, reason })
  if (!own) {
    ctx.reply({ text: ctx.t(going ? 'duhop-for-going' : 'duhop-for-away', { ...when, name: member.name }) })
    return
  }

  const missing = !going && (again ? before.reason === '' : reason === '')
  if (missing)
    ctx.expect({ form: 'duhop lydo', answers: { meeting: meeting.key }, asking: 'reason', minutes: reasonMinutes })
  answerPrivately(ctx, (t) => {
    const [yes, no] = noticeChoices(t, meeting, false)
    const said = t(`duhop-${again ? 'already' : 'noted'}-${going ? 'going' : 'away'}`, when)
    const ask = t(tooLong ? 'duhop-reason-long' : 'duhop-why')
    const calendar = calendarChoices(ctx, t, meeting, ctx.source!.account)
    const skip = { label: t('duhop-button-skip'), does: `duhop lydo ${meeting.key} bo qua` }
    return missing
      ? { text: `${said}\n${ask}`, choices: [skip, yes!] }
      : { text: said, choices: going ? [...calendar, no!] : [yes!] }
  })
}

/** The reason of an absence that is noted already; the committee alone reads it. */
export async function giveReason(ctx: Ctx, meeting: Meeting, typed: string): Promise<void> {
  const answer = await answerOf(ctx, meeting, ctx.actor!)
  if (!answer || answer.going) throw new Refusal('duhop-no-absence')
  if (noReason.has(fold(typed))) {
    answerPrivately(ctx, (t) => ({ text: t('duhop-reason-skipped') }))
    return
  }
  await saveAnswer(ctx, meeting, { member: ctx.actor!, going: false, reason: typed.replace(/\s+/gu, ' ') })
  answerPrivately(ctx, (t) => ({ text: t('duhop-reason-kept') }))
}
