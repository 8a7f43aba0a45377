import type { Member, Role } from '../../../domain/people/member.js'
import { cleanName } from '../../../domain/fold.js'
import { endOfProbation, readCell, readDate, readRoles, readStatus } from './cells.js'
import type { Field } from './columns.js'
import { problem, type RosterProblem } from './problem.js'
import type { Table } from './table.js'

/** What a file says of one member. Null: it says nothing. */
export interface Row {
  line: number
  key: string | null
  name: string
  roles: Role[] | null
  cell: string | null
  status: Member['status'] | null
  /** ISO date on which he became or is to become official. */
  officialFrom: string | null
}

const longestShown = 40

/** Every row, or everything that stands in the way. */
export function readRows({ columns, rows }: Table): { rows: Row[]; problems: RosterProblem[] } {
  const problems: RosterProblem[] = []
  const read = rows.map(({ line, cells }): Row => {
    const cellOf = (field: Field): string | null => {
      const place = columns.at.get(field)
      return place === undefined ? null : (cells[place] ?? '')
    }
    const complain = (key: string, typed: string): null => {
      problems.push(problem(line, key, { typed: cleanName(typed, longestShown) }))
      return null
    }
    const dateOf = (field: Field): string | null => {
      const typed = cellOf(field)
      return typed === null || typed === '' ? null : (readDate(typed) ?? complain('roster-date-unclear', typed))
    }
    const name = cellOf('name') ?? cleanName(`${cellOf('family') ?? ''} ${cellOf('given') ?? ''}`)
    if (name === '') problems.push(problem(line, 'roster-name-missing'))
    else if (!isName(name)) complain('roster-name-unclear', name)

    const key = cellOf('key') ?? ''
    if (!/^[A-Za-z0-9-]{0,24}$/u.test(key)) complain('roster-key-unclear', key)

    const typedRoles = cellOf('roles')
    const roles = typedRoles === null ? null : readRoles(typedRoles)
    if (roles && 'unknown' in roles) complain('roster-role-unknown', roles.unknown)

    const typedStatus = cellOf('status') ?? ''
    const status =
      typedStatus === '' ? null : (readStatus(typedStatus) ?? complain('roster-status-unknown', typedStatus))

    const cell = cellOf('cell')
    const [officialFrom, probationFrom] = [dateOf('officialFrom'), dateOf('probationFrom')]
    return {
      line,
      key: key === '' ? null : key,
      name,
      roles: roles && 'unknown' in roles ? null : roles,
      cell: cell === null ? null : readCell(cell),
      status,
      officialFrom: officialFrom ?? (probationFrom === null ? null : endOfProbation(probationFrom)),
    }
  })
  return { rows: read, problems }
}

/** Letters, and the apostrophes, hyphens and dots of names; long enough to be one. */
const isName = (name: string): boolean =>
  name.length <= 80 && /^\p{L}[\p{L}\p{M}'’‘ʼ.\- ]*$/u.test(name) && /\p{L}.*\p{L}/u.test(name)
