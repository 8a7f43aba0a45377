import { dateWords } from '../../domain/calendar/date-words.js'
import type { Locale, T } from '../../words.js'

/** Holidays that have words of their own; what a branch has entered itself is its own name for the day. */
const named = new Set(['new-year', 'tet', 'hung-kings', 'victory-day', 'labour-day', 'national-day', 'culture-day'])

/** Why a day needs a thought: "Chủ nhật", "ngày nghỉ bù (Quốc tế Lao động)". */
export function conflictWords(
  t: T,
  locale: Locale,
  date: string,
  { kind, name }: { kind: string; name: string | null },
): string {
  if (kind === 'weekend') return t('day-weekend', { day: dateWords[locale].weekday(date) })
  if (kind === 'near-tet') return t('day-near-tet')
  const why = name === null ? null : named.has(name) ? t(`holiday-${name}`) : name
  return why === null ? t(`day-${kind}`) : t(`day-${kind}-named`, { name: why })
}
