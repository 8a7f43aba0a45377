import { foldTone } from '../../../domain/fold.js'
import type { Member } from '../../../domain/people/member.js'
import { problem, type RosterProblem } from './problem.js'
import type { Row } from './rows.js'

export type Known = Pick<
  Member,
  '_id' | 'branch' | 'gone' | 'key' | 'name' | 'roles' | 'status' | 'cell' | 'tempExempt' | 'officialDue' | 'locale' | 'simple' | 'proxyBy'
> // prettier-ignore

export interface Match {
  row: Row
  key: string
  member: Known | null
}

/** Whom each row means: the member of that key, else the only one of that name, else somebody new. */
export function matchMembers(
  rows: readonly Row[],
  known: readonly Known[],
): { matches: Match[]; problems: RosterProblem[] } {
  const problems = twins(rows)
  const present = known.filter(({ gone }) => !gone)
  const byKey = new Map(present.map((member) => [member.key.toLowerCase(), member]))
  const byName = groups(present, ({ name }) => sameName(name))
  const taken = new Set(
    [...known.map(({ key }) => key), ...rows.flatMap(({ key }) => key ?? [])].map((key) => key.toLowerCase()),
  )
  const inFile = new Set(rows.flatMap(({ key }) => key?.toLowerCase() ?? []))
  let last = Math.max(0, ...[...taken].map((key) => Number(/^m(\d{1,6})$/u.exec(key)?.[1] ?? 0)))

  const matches = rows.map((row): Match => {
    const { line, name } = row
    const sameNamed = byName.get(sameName(name)) ?? []
    if (row.key !== null) {
      const member = byKey.get(row.key.toLowerCase())
      if (member) return { row, key: member.key, member }
      if (known.some(({ gone, key }) => gone && key.toLowerCase() === row.key!.toLowerCase())) {
        problems.push(problem(line, 'roster-key-taken', { key: row.key }))
      }
      const other = sameNamed.find(({ key }) => !inFile.has(key.toLowerCase()))
      if (other) problems.push(problem(line, 'roster-other-key', { name, key: other.key, typed: row.key }))
      return { row, key: row.key, member: null }
    }
    if (sameNamed.length > 1) {
      problems.push(problem(line, 'roster-several', { name, keys: sameNamed.map(({ key }) => key).join(', ') }))
    }
    const [member] = sameNamed
    if (member) return { row, key: member.key, member }
    last++
    return { row, key: `m${String(last).padStart(2, '0')}`, member: null }
  })
  return { matches, problems }
}

/** Rows that cannot be told apart: one key twice, or one name twice without keys of their own. */
function twins(rows: readonly Row[]): RosterProblem[] {
  const problems: RosterProblem[] = []
  const keyed = rows.filter(({ key }) => key !== null)
  for (const [first, ...others] of groups(keyed, ({ key }) => key!.toLowerCase()).values()) {
    for (const { line, key } of others)
      problems.push(problem(line, 'roster-key-twice', { key: key!, other: String(first!.line) }))
  }
  const named = rows.filter(({ name }) => name !== '')
  for (const same of groups(named, ({ name }) => sameName(name)).values()) {
    if (same.every(({ key }) => key !== null)) continue
    for (const { line, name } of same.slice(1)) {
      problems.push(problem(line, 'roster-name-twice', { name, other: String(same[0]!.line) }))
    }
  }
  return problems
}

function groups<V>(values: readonly V[], keyOf: (value: V) => string): Map<string, V[]> {
  const found = new Map<string, V[]>()
  for (const value of values) {
    const key = keyOf(value)
    const group = found.get(key)
    if (group) group.push(value)
    else found.set(key, [value])
  }
  return found
}

/** One name, however its tones are placed, in whatever capitals. */
export const sameName = (name: string): string => foldTone(name.replace(/[’‘ʼ]/gu, "'"))
