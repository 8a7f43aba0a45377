import type { Member } from './member.js'
import { findByName } from './names.js'

/** The longest names have so many words. */
const mostWords = 6
const longestName = 120

/**
 * A member's name (or key) at the beginning of a line, and what follows it as it was typed: "Sa Riên: cần thêm mẫu".
 * The longest beginning that means one member is the name; where none does, the first word is left to be asked about.
 */
export function splitName(members: readonly Member[], line: string): { name: string; rest: string } {
  const text = line.replace(/^\s+/u, '')
  const ends = [...text.slice(0, longestName).matchAll(/\S+/gu)]
    .slice(0, mostWords)
    .map((word) => word.index + word[0].length)
  const means = (end: number): boolean => 'member' in findByName(members, text.slice(0, end))
  const end = ends.findLast(means) ?? ends[0] ?? 0
  return { name: text.slice(0, end).replace(/[:,.]$/u, ''), rest: text.slice(end).replace(/^\s/u, '') }
}
