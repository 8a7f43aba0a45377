import { localDate, localTime } from '../../domain/calendar/local-time.js'
import { shortDate } from '../../domain/calendar/vi-date.js'
import type { Args } from '../../words.js'

/** Something that is wrong. Words: `cli-doctor-<what>`, and what to do about it in the attribute `.todo`. */
export interface Finding {
  what: string
  args: Args
}

/** Found beyond this many is only counted: nobody reads a thousand lines. */
const mostOfAKind = 20

export function findings<D>(what: string, found: readonly D[], argsOf: (one: D) => Args): Finding[] {
  const shown = found.slice(0, mostOfAKind).map((one) => ({ what, args: argsOf(one) }))
  const rest = found.length - shown.length
  return rest === 0 ? shown : [...shown, { what: 'more', args: { count: String(rest) } }]
}

export const moment = (ms: number): string => `${localTime(ms)} ${shortDate(localDate(ms))}`
