import { momentArgs } from '../domain/calendar/moment-args.js'
import { quietUntil } from '../domain/calendar/quiet-hours.js'
import type { Ctx } from '../engine/command.js'

/** To whoever sends something to all in quiet hours, or while sending is paused: when it really goes. */
export function heldLines({ t, now, branch: { quiet }, calendar }: Ctx): string[] {
  if (quiet.paused) return [t('notice-paused')]
  const until = quietUntil(now, quiet, calendar)
  return until === now ? [] : [t('notice-held', { ...momentArgs(until, now) })]
}
