import type { Calendar } from '../calendar/calendar.js'
import { quietUntil, type QuietHours } from '../calendar/quiet-hours.js'
import type { Topic } from './topic.js'

export type NudgeStep = Topic['nudged'][number]

/** Share of the window, from opening to deadline, after which the silent are asked again: twice, and no more. */
const shares: { step: NudgeStep; share: number }[] = [
  { step: 'half', share: 0.5 },
  { step: 'late', share: 0.8 },
]

export const mostNudges = shares.length

interface Surroundings {
  quiet: QuietHours
  calendar: Calendar
}

/** When the silent are nudged. A time that is quiet moves to the end of the quiet; one that would not come before the deadline is left out. */
export function nudgeTimes(
  { openedAt, deadline }: { openedAt: number; deadline: number },
  { quiet, calendar }: Surroundings,
): { step: NudgeStep; at: number }[] {
  const times = shares.map(({ step, share }) => {
    const at = openedAt + share * (deadline - openedAt)
    return { step, at: quietUntil(Math.ceil(at / 1000) * 1000, quiet, calendar) }
  })
  const before = times.filter(({ at }) => at < deadline)
  // Two that the same night moved to the same morning are one.
  return before.filter(({ at }, place) => at !== before[place + 1]?.at)
}

/** When a topic's duty is next looked at: a nudge that is still to come, else the deadline. Null when no draft is open. */
export function topicNextAt(
  topic: Pick<Topic, 'state' | 'openedAt' | 'deadline' | 'nudged'>,
  around: Surroundings,
): number | null {
  const { state, openedAt, deadline, nudged } = topic
  if (state !== 'open' || openedAt === null || deadline === null) return null
  const ahead = nudgeTimes({ openedAt, deadline }, around).find(({ step }) => !nudged.includes(step))
  return ahead?.at ?? deadline
}
