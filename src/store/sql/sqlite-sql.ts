import type { Update } from '../schema/checked.js'
import { collectionNames, declarations } from '../collections.js'
import type { Query } from '../query.js'
import type { Versioned } from '../replaced.js'
import type { CollectionName, Value } from '../store.js'

/** What SQLite is asked, and with which values. Names in it come from the declarations alone. */
export interface Sql {
  sql: string
  values: (string | number | null)[]
}

const column = (field: string) => (field === '_id' ? 'id' : `json_extract(doc, '$.${field}')`)
const indexName = (collection: string, fields: readonly string[]) => `${collection}_${fields.join('_')}`

/**
 * Takes a value along and gives the text that stands for it. json_extract gives 1 and 0 for true and false. A text with
 * NUL goes as JSON: bound as it is, one of the two libraries cuts it there.
 */
function placed(values: Sql['values'], value: Value): string {
  const cut = typeof value === 'string' && value.includes('\0')
  values.push(cut ? JSON.stringify(value) : typeof value === 'boolean' ? Number(value) : value)
  return cut ? `json_extract(?, '$')` : '?'
}

/** Every table and index by its name, tables first. */
export const tables = (): [name: string, sql: string][] =>
  collectionNames.flatMap((collection) => [
    [collection, `CREATE TABLE ${collection} (id TEXT PRIMARY KEY NOT NULL, doc TEXT NOT NULL)`],
    ...declarations[collection].indexes.map((fields): [string, string] => {
      const name = indexName(collection, fields)
      return [name, `CREATE INDEX ${name} ON ${collection} (${fields.map(column).join(', ')})`]
    }),
  ])

const signs = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const

/** `INDEXED BY`: a question its index cannot answer fails instead of scanning. */
export function selectSql(collection: CollectionName, query: Query, what: 'doc' | 'count(*) AS n'): Sql {
  const { index, equal, among, range } = query
  const conditions: string[] = []
  const values: Sql['values'] = []
  for (const { field, value } of equal) {
    conditions.push(value === null ? `${column(field)} IS NULL` : `${column(field)} = ${placed(values, value)}`)
  }
  for (const { field, values: some } of among) {
    conditions.push(`${column(field)} IN (${placedAll(values, paddedList(some))})`)
  }
  for (const [sign, text] of Object.entries(signs)) {
    const value = range?.[sign as keyof typeof signs]
    if (!range || value === undefined) continue
    conditions.push(`${column(range.field)} ${text} ${placed(values, value)}`)
  }
  const by = index[0] === '_id' ? '' : ` INDEXED BY ${indexName(collection, index)}`
  const where = conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : ''
  if (what !== 'doc') return { sql: `SELECT ${what} FROM ${collection}${by}${where}`, values }
  const order = query.order.map((field) => column(field) + (query.descending ? ' DESC' : '')).join(', ')
  values.push(query.limit)
  return { sql: `SELECT doc FROM ${collection}${by}${where}${order && ` ORDER BY ${order}`} LIMIT ?`, values }
}

const placedAll = (values: Sql['values'], some: Value[]) => some.map((value) => placed(values, value)).join(', ')

/** Lists of like length share one prepared statement. */
function paddedList(values: Value[]): Value[] {
  if (values.length === 0) return values
  const size = 2 ** Math.ceil(Math.log2(values.length))
  return [...values, ...Array<Value>(size - values.length).fill(values[0]!)]
}

export function getSql(collection: CollectionName, id: string): Sql {
  const values: Sql['values'] = []
  return { sql: `SELECT doc FROM ${collection} WHERE id = ${placed(values, id)}`, values }
}

export const insertSql = (collection: CollectionName, doc: { _id: string }): Sql => ({
  sql: `INSERT INTO ${collection} (id, doc) SELECT json_extract(new, '$._id'), new FROM (SELECT ? AS new) WHERE true ON CONFLICT (id) DO NOTHING`,
  values: [JSON.stringify(doc)],
})

export function replaceSql(collection: CollectionName, doc: Versioned): Sql {
  const values: Sql['values'] = [JSON.stringify(doc)]
  const where = `id = ${placed(values, doc._id)} AND ${column('version')} = ${placed(values, doc.version - 1)}`
  return { sql: `UPDATE ${collection} SET doc = ? WHERE ${where}`, values }
}

/** One statement: `set` where every field of `expect` has its value, or one of its values. */
export function updateSql({ update, id, expect, set }: Update): Sql {
  const values: Sql['values'] = Object.values(set).map((value) => JSON.stringify(value))
  const changes = Object.keys(set).map((field) => `, '$.${field}', json(?)`)
  const conditions = [`id = ${placed(values, id)}`]
  for (const [field, expected] of Object.entries(expect)) {
    const some = [expected].flat()
    const known = some.filter((value) => value !== null)
    const isKnown = `${column(field)} IN (${placedAll(values, known)})`
    conditions.push(known.length < some.length ? `(${column(field)} IS NULL OR ${isKnown})` : isKnown)
  }
  return {
    sql: `UPDATE ${update} SET doc = json_set(doc${changes.join('')}) WHERE ${conditions.join(' AND ')}`,
    values,
  }
}
