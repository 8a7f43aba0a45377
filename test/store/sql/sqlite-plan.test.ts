import { expect, test } from '@jest/globals'
import { planQuery } from '../../../src/store/query.js'
import { openDatabase } from '../../../src/store/sql/sqlite-database.js'
import { selectSql, tables, updateSql } from '../../../src/store/sql/sqlite-sql.js'
import { questions } from '../questions.js'

const database = await openDatabase(':memory:')
for (const [, sql] of tables()) database.exec(sql)

const steps = ({ sql, values }: ReturnType<typeof selectSql>): string[] =>
  (database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as { detail: string }[]).map(({ detail }) => detail)

test('no question that a declared index answers scans a table', () => {
  const asked = questions().filter(({ where }) => Object.keys(where).length > 0)
  expect(asked.length).toBeGreaterThan(500)
  const scans = asked.flatMap(({ collection, where, options }) => {
    const query = planQuery(collection, where, options)
    const plans = [
      ...steps(selectSql(collection, query, 'doc')),
      ...steps(selectSql(collection, query, 'count(*) AS n')),
    ]
    return plans
      .filter((step) => step.includes('SCAN'))
      .map((step) => `${collection} ${JSON.stringify(where)}: ${step}`)
  })
  expect(scans).toEqual([])
})

test('no question without a list sorts after reading', () => {
  const sorted = questions().filter(
    ({ where }) => !Object.values(where).some((value) => value !== null && typeof value === 'object' && 'in' in value),
  )
  const sorts = sorted.flatMap(({ collection, where, options }) =>
    steps(selectSql(collection, planQuery(collection, where, options), 'doc')).filter((step) =>
      step.includes('TEMP B-TREE'),
    ),
  )
  expect(sorts).toEqual([])
})

test.each([
  ['the tick', 'meetings', { nextAt: { lte: 5 } }, { sort: { field: 'nextAt' } }],
  ['the oldest open entry of a lane', 'journal', { open: 1, lane: 'x' }, { sort: { field: 'at' }, limit: 1 }],
  [
    'the next lane with an open entry',
    'journal',
    { open: 1, lane: { gt: 'x' } },
    { sort: { field: 'lane' }, limit: 1 },
  ],
  [
    'the next row of a queue',
    'deliveries',
    { state: 'waiting', held: 0, queue: 'answer' },
    { sort: { field: 'order' } },
  ],
  ['rows whose hour has come', 'deliveries', { state: 'waiting', held: 1, notBefore: { lte: 5 } }, {}],
  ['earlier rows of a key', 'deliveries', { key: 'x', order: { lt: 5 } }, {}],
  ['choices that bear numbers in a chat', 'deliveries', { numberedIn: 'x', numberedUntil: { gt: 5 } }, {}],
  ['final rows that are not told', 'deliveries', { news: 1 }, { sort: { field: 'lane' } }],
] as const)('%s is found by an index', (_name, collection, where, options) => {
  const plan = steps(selectSql(collection, planQuery(collection, where, options), 'doc'))
  expect(plan).toEqual([expect.stringMatching(/^SEARCH \w+ USING INDEX/)])
})

test('an update finds its document by id', () => {
  const update = updateSql({ update: 'lanes', id: 'x', expect: { current: null }, set: { current: 'e' } })
  expect(steps(update)).toEqual([expect.stringMatching(/^SEARCH lanes USING INDEX sqlite_autoindex_lanes_1 \(id=\?\)/)])
})
