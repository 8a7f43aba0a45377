import { fold } from '../fold.js'

const romans = ['I', 'II', 'III', 'IV']

/** "quý 2", "II", "2/2027": a quarter as it is written, with its year if one was named; null for anything else. */
export function readQuarter(text: string): string | null {
  if (text.length > 30) return null
  const found = /^(?:quy\s*)?(iv|i{1,3}|[1-4])(?:\s*(?:\/|nam|-|,)?\s*(20\d{2}))?$/.exec(fold(text))
  if (!found) return null
  const [, typed, year] = found as unknown as [string, string, string | undefined]
  const roman = romans[Number(typed) - 1] ?? typed.toUpperCase()
  return year === undefined ? roman : `${roman}/${year}`
}
