import type { Answer, Meeting } from '../../domain/meeting/meeting.js'
import type { Member } from '../../domain/people/member.js'
import type { Ctx } from '../../engine/command.js'
import { tellPresenterAway } from '../rotation/presenter-missing.js'
import { invited } from './meeting-notice.js'

export interface Attendance {
  going: Member[]
  away: { member: Member; reason: string }[]
  silent: Member[]
}

const answersOf = (ctx: Ctx, meeting: Meeting): Promise<Answer[]> =>
  ctx.find('answers', { lane: ctx.lane, meeting: meeting._id })

export const answerOf = async (ctx: Ctx, meeting: Meeting, member: Member): Promise<Answer | null> => {
  const answer = await ctx.get('answers', `${meeting._id}:${member.key}`)
  return answer && !answer.gone ? answer : null
}

/** Who comes, who does not, who has not said. */
export async function attendanceOf(ctx: Ctx, meeting: Meeting): Promise<Attendance> {
  const answers = new Map((await answersOf(ctx, meeting)).map((answer) => [answer.member, answer]))
  const attendance: Attendance = { going: [], away: [], silent: [] }
  const called = new Set((await invited(ctx, meeting.date)).map(({ _id }) => _id))
  for (const member of await ctx.members()) {
    const answer = answers.get(member._id)
    // An exempt member is not waited for, but his word counts.
    if (!answer && called.has(member._id)) attendance.silent.push(member)
    if (!answer) continue
    if (answer.going) attendance.going.push(member)
    else attendance.away.push({ member, reason: answer.reason })
  }
  return attendance
}

/** The latest word counts. Where it is the presenter who comes after all, or does not, the secretary hears of it. */
export async function saveAnswer(
  ctx: Ctx,
  meeting: Meeting,
  { member, going, reason }: { member: Member; going: boolean; reason: string },
): Promise<void> {
  const _id = `${meeting._id}:${member.key}`
  const before = await ctx.get('answers', _id)
  ctx.save('answers', {
    ...before,
    _id,
    branch: ctx.branch._id,
    meeting: meeting._id,
    member: member._id,
    going,
    reason,
    at: ctx.at,
    enteredBy: ctx.actor && ctx.actor._id !== member._id ? ctx.actor._id : null,
    gone: false,
    nextAt: null,
  })
  const came = before === null || before.gone || before.going
  if (came !== going) await tellPresenterAway(ctx, meeting, member, going)
}

/** Another day is another question. */
export async function forgetAnswers(ctx: Ctx, meeting: Meeting): Promise<void> {
  for (const answer of await answersOf(ctx, meeting)) ctx.save('answers', { ...answer, gone: true })
}
