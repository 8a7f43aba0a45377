import { addMonths, localDate, monthOf, twoDigits } from '../calendar/local-time.js'
import type { Topic } from '../topic/topic.js'

type Dated = Pick<Topic, 'quarter' | 'deadline' | 'state'>

const romans: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4 }

/**
 * Whether a topic is presented in a month (YYYY-MM). A quarter's topic takes three meetings: its outline is discussed
 * in the first, the paper is presented in the second, its effect is judged in the third. Without a quarter, the month
 * of its deadline counts.
 */
export function isPresentedIn(topic: Dated, month: string): boolean {
  const quarter = quarterOf(topic.quarter)
  if (!quarter) return topic.deadline !== null && monthOf(localDate(topic.deadline)) === month
  // Written without its year, a quarter is that of every year until the topic is closed.
  const year = quarter.year ?? (topic.state === 'closed' ? null : month.slice(0, 4))
  return year !== null && month === `${year}-${twoDigits(quarter.number * 3 - 1)}`
}

/** Whether a month lies in the quarter of a topic that still has to be prepared. */
export function isPreparedIn(topic: Dated, month: string): boolean {
  return topic.state !== 'closed' && [-1, 0, 1].some((shift) => isPresentedIn(topic, addMonths(month, shift)))
}

/** "III/2027", "quý III", "3/2027", "2027-Q3". */
function quarterOf(text: string): { number: number; year: string | null } | null {
  const lower = text.toLowerCase()
  const year = /\b(\d{4})\b/.exec(lower)?.[1] ?? null
  const found = /(?:^|[\s/q-])(iv|i{1,3}|[1-4])(?=$|[\s/-])/.exec(lower.replace(year ?? '', ''))?.[1]
  return found === undefined ? null : { number: romans[found] ?? Number(found), year }
}
