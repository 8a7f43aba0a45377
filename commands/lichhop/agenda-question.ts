import { cleanName, fold } from '../../src/domain/fold.js'
import type { Question, Reading } from '../../src/engine/command.js'

const mostLines = 12
const longestLine = 200
const limits = { lines: String(mostLines), letters: String(longestLine) }

/** What says that a meeting has no agenda of its own. */
const noAgenda = 'khong'
const none = new Set([noAgenda, 'khong co', 'ko', 'bo', 'bo het', 'no', 'none', ''])

/** A line with or without the sign or number that people put before an item. */
const item = /^(?:[-–—•*+]+|\d{1,2}[.)])\s*/u

/** What is to be spoken of, one item a line; kept so. Nothing where he says there is nothing. */
export const agendaQuestion = (words: string): Question => ({
  words,
  read(_ctx, text): Reading {
    if (none.has(fold(text).replace(/[.!]+$/u, ''))) return { value: '' }
    const lines = text
      .split('\n')
      .map((line) => line.trim().replace(item, ''))
      .filter((line) => cleanName(line) !== '')
    if (lines.length === 0 || lines.length > mostLines || lines.some((line) => line.length > longestLine))
      return { again: 'lichhop-agenda-unclear', args: limits }
    return { value: lines.map((line) => cleanName(line, longestLine)).join('\n') }
  },
  choices: ({ t }) => [{ label: t('lichhop-button-no-agenda'), value: noAgenda }],
})

export const agendaOf = (answer: string): string[] => (answer === '' ? [] : answer.split('\n'))
