import { unmark } from '../fold.js'
import type { Turn } from './turn.js'

export type Notes = NonNullable<Turn['notes']>
type Field = keyof Notes

const fields: Record<string, Field> = {
  'trong nuoc': 'domestic',
  'quoc te': 'international',
  'the gioi': 'international',
  'dia phuong': 'local',
  'o dia phuong': 'local',
  domestic: 'domestic',
  international: 'international',
  local: 'local',
}
const names = Object.keys(fields)
  .sort((a, b) => b.length - a.length)
  .join('|')
/** "1. Trong nước:", "II- QUỐC TẾ", "Tin địa phương": a line of its own, or the beginning of one before a colon. */
const heading = new RegExp(
  `^\\s*(?:(?:\\d|[ivx]{1,3})\\s*[.)/-]\\s*|[-*+•]\\s*)?(?:tin\\s+|thoi su\\s+|ve\\s+)?(${names})\\s*(?:$|[:.–-]\\s*)`,
  'u',
)

/** One text under the three headings of the outline; a text without them stands whole under the first. */
export function splitNotes(text: string): Notes {
  const lines: Record<Field, string[]> = { domestic: [], international: [], local: [] }
  let field: Field = 'domestic'
  for (const line of text.normalize('NFC').split('\n')) {
    const found = heading.exec(unmark(line))
    if (found) field = fields[found[1]!]!
    lines[field].push(found ? line.slice(found[0].length) : line)
  }
  const joined = (name: Field): string => lines[name].join('\n').trim()
  return { domestic: joined('domestic'), international: joined('international'), local: joined('local') }
}

export const isEmpty = (notes: Notes): boolean => Object.values(notes).every((text) => text === '')
