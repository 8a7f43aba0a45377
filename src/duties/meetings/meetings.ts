import { localDate } from '../../domain/calendar/local-time.js'
import type { Meeting } from '../../domain/meeting/meeting.js'
import { meetingEnd } from '../../domain/meeting/meeting-plan.js'
import type { Ctx } from '../../engine/command.js'

/** Meetings from a day on (today), by date; cancelled ones only where asked for. */
export async function upcoming(
  ctx: Ctx,
  { from = localDate(ctx.at), limit = 20, cancelled = false } = {},
): Promise<Meeting[]> {
  const found = await ctx.find(
    'meetings',
    { lane: ctx.lane, date: { gte: from } },
    { sort: { field: 'date' }, limit: 200 },
  )
  return found.filter(({ state }) => cancelled || state !== 'cancelled').slice(0, limit)
}

/** The meeting that is next or going on. */
export async function nextMeeting(ctx: Ctx): Promise<Meeting | null> {
  return (await upcoming(ctx)).find((meeting) => meetingEnd(meeting) > ctx.at) ?? null
}

/** By what people and buttons name it: `2027-02`, `x1`. */
export async function meetingByKey(ctx: Ctx, key: string): Promise<Meeting | null> {
  const meeting = await ctx.get('meetings', `${ctx.branch._id}:${key}`)
  return meeting && !meeting.gone ? meeting : null
}
