import { addDays, instant } from '../calendar/local-time.js'
import { turnSteps, type Turn, type TurnStep } from './turn.js'

export interface OpenStep {
  step: TurnStep
  /** Domain ms. */
  at: number
}

/** When a presenter is told: at the end of the month before, and a week and three days before the meeting. */
function turnTimes(month: string, meetingDate: string, hour: string): Record<TurnStep, number> {
  return {
    monthEnd: instant(addDays(`${month}-01`, -1), hour),
    week: instant(addDays(meetingDate, -7), hour),
    lead: instant(addDays(meetingDate, -3), hour),
  }
}

/**
 * The steps still ahead of a turn or overdue, earliest first. A step is behind it when it was done at its time or
 * later: a meeting moved on brings its steps back, moved there and back again it does not.
 */
export function openSteps(turn: Pick<Turn, 'month' | 'done'>, meetingDate: string, hour: string): OpenStep[] {
  const times = turnTimes(turn.month, meetingDate, hour)
  return turnSteps
    .map((step) => ({ step, at: times[step] }))
    .filter(({ step, at }) => turn.done[step] !== false && (turn.done[step] ?? -Infinity) < at)
    .sort((a, b) => a.at - b.at)
}

/** The steps that are due by `at` as done then: what was said now stands for them. */
export function stepsDoneBy(
  turn: Pick<Turn, 'month' | 'done'>,
  meetingDate: string,
  hour: string,
  at: number,
): Turn['done'] {
  const due = openSteps(turn, meetingDate, hour).filter((step) => step.at <= at)
  return { ...turn.done, ...Object.fromEntries(due.map(({ step }) => [step, at])) }
}

/** Before a meeting so near, whoever has become exempt is not replaced without the secretary: it is looked for every day. */
const watchedDays = 6

/** When a settled turn is looked at next, after `after` (ms): whether its presenter can still come. Null once the meeting's day has begun. */
export function nextLook(meetingDate: string, hour: string, after: number): number | null {
  for (let days = watchedDays; days >= 0; days--) {
    const at = instant(addDays(meetingDate, -days), hour)
    if (at > after) return at
  }
  return null
}
