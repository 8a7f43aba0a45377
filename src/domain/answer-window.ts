import { day, hour } from './calendar/local-time.js'

/** A Zalo OA answers free of charge so long after a person spoke, for a charge until seven days have passed, and not at all then. */
const FREE_MS = 48 * hour
const WINDOW_MS = 7 * day

/** `until`: domain ms at which this ends. */
export type AnswerWindow = { state: 'free' | 'billed'; until: number } | { state: 'closed' }

export function answerWindow(lastHeard: number | null, now: number): AnswerWindow {
  if (lastHeard === null || now - lastHeard > WINDOW_MS) return { state: 'closed' }
  if (now - lastHeard <= FREE_MS) return { state: 'free', until: lastHeard + FREE_MS }
  return { state: 'billed', until: lastHeard + WINDOW_MS }
}
