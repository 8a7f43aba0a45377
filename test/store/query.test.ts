import { expect, test } from '@jest/globals'
import { declarations } from '../../src/store/collections.js'
import { planQuery } from '../../src/store/query.js'
import type { Where } from '../../src/store/store.js'

const indexOf = (...question: Parameters<typeof planQuery>) => planQuery(...question).index.join(' ')

test('takes the first declared index whose beginning the equalities fill, in whatever order they are written', () => {
  expect(indexOf('journal', { lane: 'a', open: 1 })).toBe('open lane at order')
  expect(indexOf('journal', { open: 1 }, { sort: { field: 'acceptedAt' } })).toBe('open acceptedAt')
  expect(indexOf('topics', { state: 'open', lane: 'a' })).toBe('lane state')
  expect(indexOf('deliveries', { state: 'waiting', held: 0, notBefore: { lte: 5 } })).toBe('state held notBefore')
})

test('answers in the order of the index after the equalities', () => {
  expect(planQuery('journal', { open: 1, lane: 'a' }).order).toEqual(['at', 'order'])
  expect(planQuery('deliveries', { state: 'waiting', held: 0, queue: 'bulk' }).order).toEqual(['order', 'n'])
  expect(planQuery('machines', {}).order).toEqual(['_id'])
})

const refused: [string, Parameters<typeof planQuery>][] = [
  ['a field that is not declared', ['journal', { secret: 1 }]],
  ['a field without index', ['members', { name: 'Sa Riên' }]],
  ['a later field of an index alone', ['journal', { at: 5 }]],
  ['a range before the end of the equalities', ['journal', { open: 1, lane: { gt: 'a' }, at: 5 }]],
  ['two ranges', ['journal', { open: 1, lane: { gt: 'a' }, at: { gt: 5 } }]],
  [
    'a sort by another field than the range',
    ['journal', { open: 1, retryAt: { gt: 5 } }, { sort: { field: 'acceptedAt' } }],
  ],
  ['a sort that no index has next', ['journal', { open: 1 }, { sort: { field: 'at' } }]],
  ['a value of another type', ['journal', { open: '1' }]],
  ['null in a range', ['meetings', { nextAt: { lte: null } }]],
  ['null for an id', ['lanes', { _id: null }]],
  ['null in a list', ['lanes', { stopped: { in: ['a', null] } }]],
  ['an operator of the database', ['lanes', { stopped: { $gt: '' } as never }]],
  ['an empty condition', ['lanes', { stopped: {} }]],
  ['an object where a value belongs', ['lanes', { _id: { in: [{ $gt: '' } as never] } }]],
  ['undefined', ['lanes', { stopped: undefined as never }]],
  ['a name every object has', ['lanes', JSON.parse('{"__proto__":"x"}') as Where]],
  ['$where', ['lanes', { $where: 'true' }]],
  ['more than 10,000', ['lanes', {}, { limit: 10_001 }]],
  ['a limit of nothing', ['lanes', {}, { limit: 0 }]],
]

test.each(refused)('refuses %s', (_what, question) => {
  expect(() => planQuery(...question)).toThrow(new RegExp(`^store: ${question[0]} by \\(.*\\) `))
})

test('the refusal names collection, fields and sort', () => {
  expect(() => planQuery('members', { name: 'x' }, { sort: { field: 'place' } })).toThrow(
    'store: members by (name, sorted by place) is answered by no declared index',
  )
})

test('every declared index is of declared fields that have one plain type', () => {
  for (const { schema, indexes } of Object.values(declarations)) {
    const types = indexes.flat().map((field) => schema.path(field)?.instance)
    expect(types.filter((type) => !['String', 'Number', 'Boolean'].includes(type ?? ''))).toEqual([])
  }
})
