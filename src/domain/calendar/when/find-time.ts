import { twoDigits } from '../local-time.js'
import type { Span } from './folded-line.js'

export type TimeError = 'no-such-time'
export type FoundTime = { span: Span } & ({ hours: number; minutes: number } | { error: TimeError })

const start = String.raw`(?<![\p{L}\p{N}/.:])`
const end = String.raw`(?![\p{L}\p{N}]|[/.:]\d)`
const withHour = new RegExp(
  String.raw`${start}(?<hours>\d{1,2})\s*(?:gio|g|h)(?:(?<close>\d{1,2})(?:\s*(?:phut|p))?|\s*(?<wide>\d{2})(?:\s*(?:phut|p))?|\s*(?<counted>\d)\s*(?:phut|p)|\s*(?<half>ruoi)|\s*kem\s*(?<less>\d{1,2})(?:\s*(?:phut|p))?)?${end}`,
  'u',
)
const withColon = new RegExp(String.raw`${start}(?<hours>\d{1,2}):(?<close>\d{2})${end}`, 'u')

/** The first time of day in a folded line, as it stands there, before "chiều" and "tối" are weighed. */
export function findTime(folded: string): FoundTime | null {
  const match = withHour.exec(folded) ?? withColon.exec(folded)
  if (!match) return null
  const { hours, close, wide, counted, half, less } = match.groups!
  const span: Span = [match.index, match.index + match[0].length]
  const named = Number(hours)
  const minutes = half ? 30 : Number(close ?? wide ?? counted ?? 0)
  if (named > 23 || minutes > 59 || Number(less ?? 0) > 59) return { span, error: 'no-such-time' }
  if (!Number(less ?? 0)) return { span, hours: named, minutes }
  return { span, hours: (named + 23) % 24, minutes: 60 - Number(less) }
}

/** For each part of the day: hours that stand as they are, and hours that mean twelve more. */
const dayParts: Record<string, { plain: [number, number]; plusTwelve: [number, number] | null }> = {
  sáng: { plain: [0, 11], plusTwelve: null },
  trưa: { plain: [10, 13], plusTwelve: [1, 2] },
  chiều: { plain: [12, 18], plusTwelve: [1, 7] },
  tối: { plain: [17, 23], plusTwelve: [5, 11] },
  đêm: { plain: [18, 23], plusTwelve: [8, 11] },
}
const unmarked: Record<string, string> = { sang: 'sáng', trua: 'trưa', chieu: 'chiều', toi: 'tối', dem: 'đêm' }

export const isDayPart = (typed: string): boolean => typed in dayParts || typed in unmarked

/** HH:MM; null where part and hour contradict each other. `typed`: the word for the part of the day, if there is one. */
export function timeOfDay(hours: number, minutes: number, typed: string | null): string | null {
  const written = (hour: number): string => `${twoDigits(hour)}:${twoDigits(minutes)}`
  const part = typed === null ? undefined : dayParts[unmarked[typed] ?? typed]
  if (!part || within(hours, part.plain)) return written(hours)
  if (within(hours, part.plusTwelve)) return written(hours + 12)
  // Without marks "sang" is mostly the verb: "dời sang 14h".
  return typed === 'sang' ? written(hours) : null
}

const within = (hour: number, range: [number, number] | null): boolean =>
  range !== null && hour >= range[0] && hour <= range[1]
