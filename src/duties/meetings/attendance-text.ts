import type { T } from '../../words.js'
import type { Attendance } from './attendance.js'

/** Counts for anybody; names and reasons for the committee. */
export function attendanceLines(t: T, { going, away, silent }: Attendance, committee: boolean): string[] {
  const counts = t('duhop-counts', {
    going: String(going.length),
    away: String(away.length),
    silent: String(silent.length),
  })
  if (!committee) return [counts]
  const absent = away.map(({ member, reason }) =>
    reason === '' ? member.name : t('duhop-with-reason', { name: member.name, reason }),
  )
  const lists: [string, string[]][] = [
    ['duhop-going', going.map(({ name }) => name)],
    ['duhop-away', absent],
    ['duhop-silent', silent.map(({ name }) => name)],
  ]
  return [
    counts,
    ...lists.filter(([, names]) => names.length > 0).map(([key, names]) => t(key, { names: names.join(', ') })),
  ]
}
