import { expect, test } from '@jest/globals'
import { deliveryList, type ListedRow } from '../../src/domain/delivery-list.js'

const member = (key: string, place: number) => ({ _id: `b:${key}`, key, name: `Đồng chí ${key}`, place })
const members = [member('m01', 0), member('m02', 1), member('m03', 2)]
const key = 'notice:b:2027-02:1'

const row = (recipient: string, state: string, rest: Partial<ListedRow> = {}): ListedRow => ({
  recipient,
  state,
  reason: null,
  order: 1,
  n: 0,
  sentAt: null,
  addresses: [],
  refused: [],
  ...rest,
})

const list = (rows: ListedRow[], calls: { _id: string; gone: boolean }[] = []) =>
  deliveryList({ key, rows, members, calls })

const names = (people: { name: string | null }[]) => people.map(({ name }) => name)

test('rows are grouped by what came of them, members in the order of the roster and the group first', () => {
  const found = list([row('b:m03', 'sent'), row('group', 'sent'), row('b:m01', 'sent'), row('b:m02', 'unknown')])
  expect(names(found.sent)).toEqual([null, 'Đồng chí m01', 'Đồng chí m03'])
  expect(names(found.inDoubt)).toEqual(['Đồng chí m02'])
  expect(found.callList).toEqual([])
})

test.each([
  ['undeliverable', 'failed'],
  ['expired', 'failed'],
  ['unknown', 'inDoubt'],
  ['partial', 'inDoubt'],
  ['waiting', 'waiting'],
  ['sending', 'waiting'],
] as const)('a row that is %s is listed under %s', (state, group) => {
  const found = list([row('b:m01', state)])
  expect(names(found[group])).toEqual(['Đồng chí m01'])
})

test('whoever no channel reaches is on the call list, told or not', () => {
  const unreached = { reason: 'no-channel' }
  const rows = [
    row('b:m01', 'undeliverable', unreached),
    row('b:m02', 'undeliverable', unreached),
    row('group', 'undeliverable'),
  ]
  const { callList } = list(rows, [{ _id: `${key}:m02`, gone: false }])
  expect(callList.map(({ member, told }) => [member.key, told])).toEqual([
    ['m01', false],
    ['m02', true],
  ])
})

test.each([
  ['closed', ['m01']],
  ['away', ['m01']],
  ['unknown', []],
  [null, []],
])('whoever waits is on it too where his last channel is shut: %s', (reason, called) => {
  const { callList, waiting } = list([row('b:m01', 'waiting', { reason })])
  expect(callList.map(({ member }) => member.key)).toEqual(called)
  expect(names(waiting)).toEqual(['Đồng chí m01'])
})

test('a call about another notice, or one taken back, does not count', () => {
  const calls = [
    { _id: 'notice:b:2027-01:1:m01', gone: false },
    { _id: `${key}:m01`, gone: true },
  ]
  expect(list([row('b:m01', 'undeliverable')], calls).callList[0]!.told).toBe(false)
})

test('what was sent again counts by its last row, and cancelled rows not at all', () => {
  const again = list([
    row('b:m01', 'sent', { order: 7 }),
    row('b:m01', 'unknown', { order: 3 }),
    row('b:m02', 'cancelled'),
  ])
  expect(names(again.sent)).toEqual(['Đồng chí m01'])
  expect(again.inDoubt).toEqual([])
  expect(again.waiting).toEqual([])
})

test('somebody who has left the branch since is still listed, by his id', () => {
  expect(list([row('b:m77', 'sent')]).sent).toMatchObject([{ recipient: 'b:m77', name: null }])
})
