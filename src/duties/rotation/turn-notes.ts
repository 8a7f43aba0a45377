import type { Notes } from '../../domain/rota/notes.js'
import type { T } from '../../words.js'

const fields = ['domestic', 'international', 'local'] as const

/** A presenter's notes under their headings; one text without headings stands alone. */
export function notesText(t: T, notes: Notes): string {
  const filled = fields.filter((field) => notes[field] !== '')
  if (filled.length === 1 && filled[0] === 'domestic') return notes.domestic
  return filled.map((field) => `${t(`thoisu-notes-${field}`)}\n${notes[field]}`).join('\n\n')
}
