import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { addMonths, dateIn } from '../../../src/domain/calendar/local-time.js'
import { chooseNext, forecast, type Rota, type RotaMonth } from '../../../src/domain/rota/rota.js'
import { sortMembers } from '../../../src/domain/people/names.js'
import type { Member } from '../../../src/domain/people/member.js'
import { eleven, person } from '../people/people.js'

const monthsFrom = (first: string, count: number, day = 3): RotaMonth[] =>
  Array.from({ length: count }, (_, place) => {
    const month = addMonths(first, place)
    return { month, meetingDate: dateIn(month, day) }
  })

const empty: Rota<Member> = { members: eleven, history: [], fixed: new Map(), skips: [], busy: new Map() }
const id = (key: string): string => `b:${key}`
const nameOf = (member: string | null): string | undefined => eleven.find(({ _id }) => _id === member)?.name

const dates2027 = [
  '01-04',
  '02-03',
  '03-03',
  '04-05',
  '05-04',
  '06-03',
  '07-05',
  '08-03',
  '09-06',
  '10-04',
  '11-03',
  '12-03',
]
const year2027 = dates2027.map((date) => ({ month: `2027-${date.slice(0, 2)}`, meetingDate: `2027-${date}` }))
const authors2027 = new Map([
  ['2027-02', new Set([id('m05')])],
  ['2027-05', new Set([id('m06')])],
  ['2027-08', new Set([id('m02')])],
  ['2027-11', new Set([id('m08')])],
])
const presenters2027 = [
  'Võ Thị Mai Anh',
  'Phạm Thị Ánh',
  'Đặng Xuân Ân',
  'Ngô Gia Bảo',
  'Lê Quang Đạt',
  'Hoàng Minh Đức',
  'Nguyễn Văn Hòa',
  'Bùi Thị Hương',
  'Trần Thị Thu Hương',
  'Thạch Thị Sa Riên',
  'Lò Văn Sơn',
  'Võ Thị Mai Anh',
]

test('the year 2027 of the sample branch', () => {
  const year = forecast({ ...empty, busy: authors2027, months: year2027 })
  expect(year.map(({ member }) => nameOf(member))).toEqual(presenters2027)
})

test('the same year with the swap of August and October', () => {
  const fixed = new Map([
    ['2027-08', id('m10')],
    ['2027-10', id('m08')],
  ])
  const expected = [...presenters2027]
  expected[7] = 'Thạch Thị Sa Riên'
  expected[9] = 'Bùi Thị Hương'
  const year = forecast({ ...empty, busy: authors2027, fixed, months: year2027 })
  expect(year.map(({ member }) => nameOf(member))).toEqual(expected)
})

test('whoever is exempt on the day of the meeting is passed over, and comes first when he is back', () => {
  const history = presenters2027
    .slice(0, 2)
    .map((name, place) => ({ month: `2027-0${place + 1}`, member: eleven.find((member) => member.name === name)!._id }))
  const members = eleven.map((member) =>
    member.key === 'm07' ? { ...member, tempExempt: { from: '2027-03-03', to: '2027-04-30' } } : member,
  )
  const year = forecast({ ...empty, members, history, months: year2027.slice(2, 6) })
  expect(year.map(({ member }) => nameOf(member))).toEqual([
    'Ngô Gia Bảo',
    'Lê Quang Đạt',
    'Đặng Xuân Ân',
    'Hoàng Minh Đức',
  ])
  expect(year[0]!.choice!.passedOver.map(({ member, why }) => [member.key, why])).toEqual([['m07', 'exempt']])
})

test('the choice says why', () => {
  const one = (rota: Partial<Rota<Member>>) =>
    chooseNext({ ...empty, ...rota, month: '2027-02', meetingDate: '2027-02-03' })!
  expect(one({}).why).toEqual({ key: 'thoisu-why-never', args: {} })
  const history = sortMembers(eleven).map(({ _id }, place) => ({ month: addMonths('2026-03', place), member: _id }))
  expect(one({ history }).why).toEqual({ key: 'thoisu-why-longest', args: { month: '2026-03' } })
  const skipped = one({ history, skips: [{ month: '2026-12', member: id('m09') }], fixed: new Map() })
  expect([skipped.member.key, skipped.why.key]).toEqual(['m06', 'thoisu-why-longest'])
  const owed = one({ history: history.slice(0, 10), skips: [{ month: '2026-12', member: id('m09') }] })
  expect([owed.member.key, owed.why]).toEqual(['m09', { key: 'thoisu-why-skipped', args: { month: '2026-12' } }])
})

test('authors, the absent and the skipped are passed over, each with his reason', () => {
  const month = '2027-02'
  const choice = chooseNext({
    ...empty,
    busy: new Map([[month, new Set([id('m06')])]]),
    away: new Map([[month, new Set([id('m04')])]]),
    skips: [{ month, member: id('m07') }],
    month,
    meetingDate: '2027-02-03',
  })!
  expect(choice.member.key).toBe('m11')
  expect(choice.passedOver.map(({ why }) => why)).toEqual(['author', 'away', 'skipped'])
})

test('the exempt, the moved and the gone never present; the probationary and the temporary do', () => {
  const members = [
    person('p1', 'Lê An', { status: 'exempt' }),
    person('p2', 'Lê Bình', { status: 'moved' }),
    person('p3', 'Lê Chi', { gone: true }),
    person('p4', 'Lê Dung', { status: 'temporary' }),
    person('p5', 'Lê Giang', { status: 'probationary' }),
  ]
  const year = forecast({ ...empty, members, months: monthsFrom('2027-01', 4) })
  expect(year.map(({ member }) => member)).toEqual([id('p4'), id('p5'), id('p4'), id('p5')])
})

test('where nobody is free, nobody is chosen', () => {
  expect(chooseNext({ ...empty, members: [], month: '2027-02', meetingDate: '2027-02-03' })).toBeNull()
  expect(
    forecast({ ...empty, members: [person('p1', 'Lê An', { status: 'exempt' })], months: monthsFrom('2027-02', 1) }),
  ).toEqual([{ month: '2027-02', member: null, choice: null }])
})

const free = eleven.map((member) => ({ ...member, tempExempt: null }))
/** Any past: months before the forecast, each with some presenter. */
const anyHistory = fc
  .array(fc.integer({ min: 0, max: 10 }), { maxLength: 30 })
  .map((places) => places.map((place, ago) => ({ month: addMonths('2026-12', -ago), member: free[place]!._id })))

test('in any eleven months on end with eleven free members everybody presents once', () => {
  fc.assert(
    fc.property(anyHistory, fc.integer({ min: 0, max: 24 }), (history, from) => {
      const year = forecast({ ...empty, members: free, history, months: monthsFrom('2027-01', 36) })
      expect(new Set(year.slice(from, from + 11).map(({ member }) => member)).size).toBe(11)
    }),
  )
})

test('nobody presents a second time while somebody who could present has not yet', () => {
  const anyAbsence = fc.array(fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 10 })), {
    maxLength: 80,
  })
  fc.assert(
    fc.property(anyHistory, anyAbsence, (history, absences) => {
      const months = monthsFrom('2027-01', 24)
      const busy = new Map(months.map(({ month }) => [month, new Set<string>()]))
      for (const [place, who] of absences) busy.get(months[place]!.month)!.add(free[who]!._id)
      const turns = forecast({ ...empty, members: free, history, busy, months })
      const since = new Map(history.map(({ month, member }) => [member, month]).reverse() as [string, string][])
      for (const { month, member } of turns) {
        const able = free.filter(({ _id }) => !busy.get(month)!.has(_id))
        if (member === null) {
          expect(able).toEqual([])
          continue
        }
        for (const { _id } of able) expect((since.get(member) ?? '') <= (since.get(_id) ?? '')).toBe(true)
        since.set(member, month)
      }
    }),
  )
})

test('the same past gives the same future, in whatever order the members come', () => {
  fc.assert(
    fc.property(anyHistory, fc.shuffledSubarray([...free], { minLength: 11 }), (history, shuffled) => {
      const months = monthsFrom('2027-01', 24)
      const turns = (members: readonly Member[]) =>
        forecast({ ...empty, members, history, months }).map(({ member }) => member)
      expect(turns(shuffled)).toEqual(turns(free))
    }),
  )
})

test('a skip delays only the skipped one, by a single turn', () => {
  fc.assert(
    fc.property(anyHistory, fc.integer({ min: 0, max: 10 }), (history, place) => {
      const months = monthsFrom('2027-01', 12)
      const before = forecast({ ...empty, members: free, history, months }).map(({ member }) => member!)
      const skips = [{ month: months[place]!.month, member: before[place]! }]
      const after = forecast({ ...empty, members: free, history, skips, months }).map(({ member }) => member!)
      for (const { _id } of free) {
        const delay = after.indexOf(_id) - before.indexOf(_id)
        if (_id === before[place]) expect(delay).toBe(1)
        else expect(delay).toBeLessThanOrEqual(0)
      }
    }),
  )
})

test('a substitute is not asked again, and the one he stood in for comes next', () => {
  const fixed = new Map([['2027-01', id('m09')]])
  const year = forecast({ ...empty, members: free, fixed, months: monthsFrom('2027-01', 12) })
  expect(year.slice(0, 3).map(({ member }) => nameOf(member))).toEqual(['Lò Văn Sơn', 'Võ Thị Mai Anh', 'Phạm Thị Ánh'])
  expect(new Set(year.slice(0, 11).map(({ member }) => member)).size).toBe(11)
})

test('several skipped ones come back in the order in which they were skipped', () => {
  const skips = [
    { month: '2027-01', member: id('m06') },
    { month: '2027-01', member: id('m04') },
    { month: '2027-02', member: id('m06') },
    { month: '2027-02', member: id('m04') },
  ]
  const year = forecast({ ...empty, members: free, skips, months: monthsFrom('2027-01', 4) })
  expect(year.map(({ member }) => nameOf(member))).toEqual([
    'Đặng Xuân Ân',
    'Ngô Gia Bảo',
    'Võ Thị Mai Anh',
    'Phạm Thị Ánh',
  ])
})
