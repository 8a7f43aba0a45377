import type { Member, Role } from '../../../domain/people/member.js'
import { shortDate } from '../../../domain/calendar/vi-date.js'
import type { T } from '../../../words.js'
import type { RosterCsvReading, RosterField, RosterSummary } from './read-roster-csv.js'

const mostProblems = 30

/** What a list would do, or why it cannot be taken, in the reader's words. Nothing has been written yet. */
export function rosterCsvText(t: T, reading: RosterCsvReading): string {
  if (!('problems' in reading)) return summaryLines(t, reading.summary).join('\n')
  const { problems } = reading
  const lines = problems.slice(0, mostProblems).map(({ line, key, args }) => {
    const what = t(key, args)
    return line === null ? `• ${what}` : `• ${t('roster-line', { line: String(line), what })}`
  })
  const more = problems.length - lines.length
  return [
    t('roster-refused', { count: String(problems.length) }),
    ...lines,
    ...(more > 0 ? [t('roster-more', { count: String(more) })] : []),
  ].join('\n')
}

function summaryLines(t: T, { added, changed, same, unmentioned, ignored }: RosterSummary): string[] {
  const count = (of: readonly unknown[]): string => String(of.length)
  return [
    t('roster-summary', { added: count(added), changed: count(changed), same: count(same) }),
    ...added.map((member) => {
      const told = [member.roles.length > 0 ? valueOf(t, member, 'roles') : '', valueOf(t, member, 'status')]
      return `• ${t('roster-added', { name: member.name, key: member.key, what: told.filter(Boolean).join('; ') })}`
    }),
    ...changed.map(({ before, after, fields }) => {
      const what = fields
        .map((field) =>
          t('roster-change', {
            field: t(fieldWords[field]),
            before: valueOf(t, before, field),
            after: valueOf(t, after, field),
          }),
        )
        .join('; ')
      return `• ${t('roster-changed', { name: after.name, key: after.key, what })}`
    }),
    ...(unmentioned.length > 0 ? [t('roster-unmentioned', { names: unmentioned.join(', ') })] : []),
    ...(ignored.length > 0 ? [t('roster-ignored', { columns: ignored.join(', ') })] : []),
  ]
}

const fieldWords: Record<RosterField, string> = {
  name: 'roster-field-name',
  roles: 'roster-field-roles',
  status: 'roster-field-status',
  cell: 'roster-field-cell',
  officialDue: 'roster-field-official-due',
}

const roleWords: Record<Role, string> = {
  secretary: 'roster-role-secretary',
  deputy: 'roster-role-deputy',
  committee: 'roster-role-committee',
  minuteTaker: 'roster-role-minute-taker',
  cellLeader: 'roster-role-cell-leader',
}

const statusWords: Record<Member['status'], string> = {
  official: 'roster-status-official',
  probationary: 'roster-status-probationary',
  temporary: 'roster-status-temporary',
  exempt: 'roster-status-exempt',
  moved: 'roster-status-moved',
}

function valueOf(t: T, member: Pick<Member, RosterField>, field: RosterField): string {
  switch (field) {
    case 'roles':
      return member.roles.map((role) => t(roleWords[role])).join(', ') || t('roster-nothing')
    case 'status':
      return t(statusWords[member.status])
    case 'officialDue':
      return member.officialDue === null ? t('roster-nothing') : shortDate(member.officialDue)
    default:
      return member[field] || t('roster-nothing')
  }
}
