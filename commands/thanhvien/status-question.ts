import { fold } from '../../src/domain/fold.js'
import { localDate } from '../../src/domain/calendar/local-time.js'
import { parseDate } from '../../src/domain/calendar/when.js'
import { readStatus } from '../../src/duties/branch/roster-csv/cells.js'
import type { Question } from '../../src/engine/command.js'
import { noRole } from './role-question.js'

const statuses = ['official', 'probationary', 'temporary'] as const
const unknown = 'chua ro'
const unknownWords = new Set([unknown, 'chua biet', 'khong ro', 'khong biet', 'chua co', 'unknown', 'not known', '?'])

export const statusOf = (text: string): (typeof statuses)[number] | undefined =>
  statuses.find((status) => status === readStatus(text))

/** What he is in the branch. */
export const statusQuestion: Question = {
  words: 'thanhvien-ask-status',
  read(_ctx, text) {
    const status = statusOf(text)
    return status ? { value: status } : { again: 'thanhvien-status-unclear' }
  },
  choices: ({ t }) => statuses.map((status) => ({ label: t(`thanhvien-status-${status}`), value: status })),
}

/** Offices are held by official members alone, so whoever is given one need not be asked. */
export const newcomerStatusQuestion: Question = {
  ...statusQuestion,
  given: (_ctx, { role }) => (role === noRole ? null : 'official'),
}

/** The day on which his probation ends; empty where it is not known, and where there is none. */
export const dueQuestion: Question = {
  words: 'thanhvien-ask-due',
  given: (_ctx, { status }) => (status === 'probationary' ? null : ''),
  read(ctx, text) {
    if (unknownWords.has(fold(text))) return { value: '' }
    const reading = parseDate(text, localDate(ctx.at))
    if ('error' in reading)
      return { again: reading.error === 'no-such-day' ? 'caidat-again-no-such-day' : 'caidat-again-date' }
    return reading.date > localDate(ctx.at) ? { value: reading.date } : { again: 'thanhvien-due-past' }
  },
  choices: ({ t }) => [{ label: t('thanhvien-due-unknown'), value: unknown }],
}
