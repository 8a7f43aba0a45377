import { fold } from './fold.js'

/** A line that is nothing but the number of a choice: `1`, `2.`, `(3)`, `số 1`. */
export function bareNumber(text: string): number | null {
  if (text.length > 12) return null
  const [, digits] = /^\(?(?:so )?(\d{1,2})[.)]?$/u.exec(fold(text).trim()) ?? []
  return digits === undefined || Number(digits) === 0 ? null : Number(digits)
}
