import { fold } from './fold.js'
import { withoutCourtesy } from './without-courtesy.js'

/**
 * Whether an answer is one of these words, courtesy around it aside. Words are folded, or bear their marks where only
 * those tell them from others: "đúng" from "dừng", "vâng" from "vắng".
 */
export function says(text: string, words: ReadonlySet<string>): boolean {
  const said = withoutCourtesy(text)
  return words.has(fold(said)) || words.has(said.normalize('NFC').toLowerCase())
}
