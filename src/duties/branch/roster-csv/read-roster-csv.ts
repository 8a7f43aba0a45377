import { isDeepStrictEqual } from 'node:util'
import type { RosterMember } from '../../../domain/people/roster.js'
import type { Locale } from '../../../words.js'
import { matchMembers, sameName, type Known, type Match } from './match-members.js'
import { problem, type RosterProblem } from './problem.js'
import { readRows } from './rows.js'
import { readTable } from './table.js'

export type RosterField = 'name' | 'roles' | 'status' | 'cell' | 'officialDue'
type Told = Pick<RosterMember, RosterField | 'key'>

export interface RosterSummary {
  added: Told[]
  changed: { before: Told; after: Told; fields: RosterField[] }[]
  same: Told[]
  /** Members the file does not speak of, by name: they stay as they are. */
  unmentioned: string[]
  /** Heads of columns that nothing was taken from. */
  ignored: string[]
}

export type RosterCsvReading = { members: RosterMember[]; summary: RosterSummary } | { problems: RosterProblem[] }

interface Given {
  file: Uint8Array | string
  /** All members the branch has had, those marked gone too: no key is given twice. */
  existing: readonly Known[]
  /** ISO date. */
  today: string
  /** Language of members who are new. */
  locale: Locale
}

/**
 * Members from a CSV list. All problems at once, and nothing of a file that has one. What a file does not speak of (a column
 * it lacks, a member it lacks, accounts, language) stays as it is; nobody is removed.
 */
export function readRosterCsv({ file, existing, today, locale }: Given): RosterCsvReading {
  const table = readTable(file)
  if ('problems' in table) return table
  const { rows, problems: ofRows } = readRows(table)
  const { matches, problems: ofMatches } = matchMembers(rows, existing)
  const problems = [...ofRows, ...ofMatches].sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
  if (problems.length > 0) return { problems }

  const members = matches.map((match) => memberOf(match, today, locale))
  const unmentioned = existing.filter(({ gone, key }) => !gone && !members.some((member) => member.key === key))
  const wrong = secretaryProblem([...members, ...unmentioned])
  if (wrong) return { problems: [wrong] }

  const summary: RosterSummary = {
    added: [],
    changed: [],
    same: [],
    unmentioned: unmentioned.map(({ name }) => name),
    ignored: table.columns.ignored,
  }
  for (const [place, after] of members.entries()) {
    const before = matches[place]!.member
    const fields = before ? changedFields(before, after) : []
    if (!before) summary.added.push(after)
    else if (fields.length > 0) summary.changed.push({ before, after, fields })
    else summary.same.push(after)
  }
  return { members, summary }
}

function memberOf({ row, key, member }: Match, today: string, locale: Locale): RosterMember {
  const status =
    row.status ??
    member?.status ??
    (row.officialFrom !== null && row.officialFrom > today ? 'probationary' : 'official')
  return {
    key,
    // The same name in capitals, or with its tones placed otherwise, is no new name.
    name: member && sameName(member.name) === sameName(row.name) ? member.name : row.name,
    roles: row.roles ?? member?.roles ?? [],
    status,
    cell: row.cell ?? member?.cell ?? '',
    tempExempt: member?.tempExempt ?? null,
    officialDue: status === 'probationary' ? (row.officialFrom ?? member?.officialDue ?? null) : null,
    locale: member?.locale ?? locale,
    simple: member?.simple ?? false,
    proxyBy: member?.proxyBy ? member.proxyBy.slice(member.branch.length + 1) : null,
    accounts: [],
  }
}

function secretaryProblem(members: readonly Told[]): RosterProblem | null {
  const secretaries = members.filter(({ roles, status }) => roles.includes('secretary') && status !== 'moved')
  if (secretaries.length === 1) return null
  return secretaries.length === 0
    ? problem(null, 'roster-no-secretary')
    : problem(null, 'roster-several-secretaries', { names: secretaries.map(({ name }) => name).join(', ') })
}

const fields: RosterField[] = ['name', 'roles', 'status', 'cell', 'officialDue']

/** The order in which a list names the roles of one person tells nothing. */
const changedFields = (before: Told, after: Told): RosterField[] =>
  fields.filter((field) =>
    field === 'roles'
      ? !isDeepStrictEqual(new Set(before.roles), new Set(after.roles))
      : before[field] !== after[field],
  )
