import { declarations, scalarType } from './collections.js'
import type { CollectionName, Condition, FindOptions, Value, Where } from './store.js'

const usual = 1_000
const most = 10_000

type Range = Partial<Record<'gt' | 'gte' | 'lt' | 'lte', string | number>>

/** A question to the store that one declared index answers. */
export interface Query {
  /** Fields of the index, in its order. */
  index: readonly string[]
  equal: { field: string; value: Value }[]
  among: { field: string; values: Value[] }[]
  range: ({ field: string } & Range) | null
  /** The index fields after the equality prefix: the order of the answer. */
  order: readonly string[]
  descending: boolean
  limit: number
}

/**
 * Finds the index for `where` and `sort` (for neither: `_id`, to page through everything), and refuses what no declared index answers: one store would scan where the
 * other would not, and what was received from outside could become a filter.
 */
export function planQuery(collection: CollectionName, where: Where, options: FindOptions = {}): Query {
  const { sort, limit = usual } = options
  const refuse = (why: string): never => {
    const asked = [...Object.keys(where), ...(sort ? [`sorted by ${sort.field}`] : [])].join(', ')
    throw new Error(`store: ${collection} by (${asked}) ${why}`)
  }
  if (!Number.isInteger(limit) || limit < 1 || limit > most) refuse(`with a limit that is not 1 … ${most}`)

  const equal: Query['equal'] = []
  const among: Query['among'] = []
  const ranges: ({ field: string } & Range)[] = []
  for (const [field, condition] of Object.entries(where)) {
    const fits = (value: unknown) =>
      (value === null && field !== '_id') || typeof value === scalarType(collection, field)
    const kind = kindOf(condition)
    const values =
      kind === 'equal'
        ? [condition]
        : kind === 'among'
          ? (condition as { in: Value[] }).in
          : Object.values(condition as object)
    if (kind === 'none' || !values.every(fits)) refuse(`with a condition on ${field} that is not allowed`)
    if (kind === 'equal') equal.push({ field, value: condition as Value })
    else if (values.includes(null)) refuse(`with null in a list or range of ${field}`)
    else if (kind === 'among') among.push({ field, values: values as Value[] })
    else ranges.push({ ...(condition as Range), field })
  }
  if (ranges.length > 1) refuse('has more than one range')

  const range = ranges[0] ?? null
  const prefix = [...equal, ...among].map(({ field }) => field)
  const next = [range?.field, sort?.field].filter((field) => field !== undefined)
  const candidates = prefix.length + next.length === 0 ? [['_id']] : [...declarations[collection].indexes, ['_id']]
  const index = candidates.find(
    (fields) =>
      fields.length >= prefix.length &&
      fields.slice(0, prefix.length).every((field) => prefix.includes(field)) &&
      next.every((field) => fields[prefix.length] === field),
  )
  if (!index) return refuse('is answered by no declared index')
  return { index, equal, among, range, order: index.slice(prefix.length), descending: sort?.descending ?? false, limit }
}

const bounds = ['gt', 'gte', 'lt', 'lte']

function kindOf(condition: Condition): 'equal' | 'among' | 'range' | 'none' {
  if (condition === null || typeof condition !== 'object') return 'equal'
  const keys = Object.keys(condition)
  if (keys.length === 1 && keys[0] === 'in' && Array.isArray((condition as { in: unknown }).in)) return 'among'
  return keys.length > 0 && keys.every((key) => bounds.includes(key)) ? 'range' : 'none'
}
