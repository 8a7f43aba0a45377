import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import type { Roster } from '../../../src/domain/people/roster.js'
import { readRoster } from '../../../src/duties/branch/read-roster.js'

type Json = Record<string, unknown>

const demo = JSON.parse(readFileSync(new URL('../../../data/demo-branch.json', import.meta.url), 'utf8')) as unknown
const shared = { branch: 'CB-1', name: 'Chi bộ 1', meeting: { rule: { day: 3 }, time: '14:00' } }
const secretary = { id: 'm01', name: 'Nguyễn Văn Hòa', roles: ['bi_thu'] }
const plain = { id: 'm02', name: 'Bùi Thị Hương' }

const fileOf = (members: Json[], more: Json = {}): Json => ({ ...shared, members, ...more })

function rosterOf(json: unknown): Roster {
  const reading = readRoster(json)
  if ('problems' in reading) throw new Error(reading.problems.join('\n'))
  return reading.roster
}

function problemsOf(json: unknown): string[] {
  const reading = readRoster(json)
  if ('roster' in reading) throw new Error('read without a problem')
  return reading.problems
}

describe('the demo branch', () => {
  const roster = rosterOf(demo)

  test('is read without a problem', () => {
    expect([roster.branch, roster.members.length, roster.topics.length]).toEqual(['CB-PTH', 11, 4])
  })

  test('gives everybody but Lò Văn Sơn an account he has agreed to', () => {
    const without = roster.members.filter(({ accounts }) => accounts.length === 0)
    expect(without.map(({ name, proxyBy }) => [name, proxyBy])).toEqual([['Lò Văn Sơn', 'm04']])
    const accounts = roster.members.flatMap((member) =>
      member.accounts.map((account) => ({ key: member.key, ...account })),
    )
    expect(accounts).toHaveLength(10)
    expect(accounts.every(({ key, channel, id, agreed }) => channel === 'web' && id === key && agreed)).toBe(true)
    expect(roster.chats).toEqual([{ channel: 'web', id: 'group' }])
  })

  test('keeps the titles of its topics whole', () => {
    expect(roster.topics.map(({ key, quarter, author, reviewer }) => [key, quarter, author, reviewer])).toEqual([
      ['cd1', 'I', 'm05', 'm03'],
      ['cd2', 'II', 'm06', 'm01'],
      ['cd3', 'III', 'm02', 'm01'],
      ['cd4', 'IV', 'm08', 'm02'],
    ])
    const titles = (demo as { topics: { title: string }[] }).topics.map(({ title }) => title)
    expect(roster.topics.map(({ title }) => title)).toEqual(titles)
  })

  test('holds who is exempt, who is on probation and who types the fewest words', () => {
    const find = (key: string) => roster.members.find((member) => member.key === key)
    expect(find('m07')).toMatchObject({ tempExempt: { from: '2027-08-01', to: '2027-10-31' }, simple: true })
    expect(find('m11')).toMatchObject({ status: 'probationary', officialDue: '2027-09-12' })
  })
})

describe('a file that contradicts itself', () => {
  test('two members of one id are both named', () => {
    expect(problemsOf(fileOf([secretary, plain, { ...plain, name: 'Trần Thị Thu Hương' }]))).toEqual([
      'members: the id m02 is given to both Bùi Thị Hương and Trần Thị Thu Hương; give each member an id of his own',
    ])
  })

  test('two secretaries are both named', () => {
    const [problem, ...others] = problemsOf(fileOf([secretary, { ...plain, roles: ['secretary'] }]))
    expect(problem).toMatch(/^members: .*Nguyễn Văn Hòa, Bùi Thị Hương$/u)
    expect(others).toEqual([])
  })

  test('two secretaries of one id give a line for each thing that is wrong', () => {
    const problems = problemsOf(fileOf([secretary, { ...secretary, name: 'Lê Quang Đạt' }]))
    expect(problems).toHaveLength(2)
    expect(problems[0]).toMatch(/id m01 .*Nguyễn Văn Hòa.*Lê Quang Đạt/u)
    expect(problems[1]).toMatch(/exactly one member is the secretary/u)
  })

  test('a branch without a secretary is refused', () => {
    expect(problemsOf(fileOf([plain]))).toEqual([expect.stringMatching(/exactly one member is the secretary.*nobody/u)])
  })

  test('a proxy who is no member is named with the place', () => {
    expect(problemsOf(fileOf([secretary, { ...plain, proxyBy: 'm99' }]))).toEqual([
      'members.m02.proxyBy: there is no member with the id m99',
    ])
  })

  test('a topic by nobody is named with the place', () => {
    const topics = [{ id: 'cd1', title: 'Một chuyên đề', author: 'm98', reviewer: 'm01' }]
    expect(problemsOf(fileOf([secretary], { topics }))).toEqual(['topics.cd1: there is no member with the id m98'])
  })

  test('one account of two members is refused', () => {
    const accounts = [{ channel: 'web', id: 'x' }]
    expect(
      problemsOf(
        fileOf([
          { ...secretary, accounts },
          { ...plain, accounts },
        ]),
      ),
    ).toEqual(['members: the account web:x is given to both Nguyễn Văn Hòa and Bùi Thị Hương'])
  })
})

describe('a value that cannot be', () => {
  const wrong: [name: string, json: unknown, place: string][] = [
    ['a day no month has', fileOf([secretary, { ...plain, officialDue: '2027-02-30' }]), 'members.1.officialDue: '],
    [
      'a date in another order',
      fileOf([{ ...secretary, tempExempt: { from: '01/08/2027', to: '2027-10-31' } }]),
      'members.0.tempExempt.from: ',
    ],
    ['an empty name', fileOf([secretary, { ...plain, name: '' }]), 'members.1.name: '],
    ['a name of marks nobody sees', fileOf([secretary, { ...plain, name: ' \u200B\u202E ' }]), 'members.1.name: '],
    ['a role nobody knows', fileOf([secretary, { ...plain, roles: ['king'] }]), 'members.1.roles.0: '],
    ['an hour no day has', fileOf([secretary], { meeting: { ...shared.meeting, time: '25:00' } }), 'meeting.time: '],
    [
      'a rule of two kinds',
      fileOf([secretary], { meeting: { ...shared.meeting, rule: { day: 3, lunarDay: 3 } } }),
      'meeting.rule: ',
    ],
    [
      'a lunar day no month has',
      fileOf([secretary], { meeting: { ...shared.meeting, rule: { lunarDay: 31 } } }),
      'meeting.rule',
    ],
    ['an id that would not go into a button', fileOf([{ ...secretary, id: 'hòa' }]), 'members.0.id: '],
    ['no members', fileOf([]), 'members: '],
    ['no object', 'CB-1', 'file: '],
    ['null', null, 'file: '],
  ]
  test.each(wrong)('%s is told with its place', (_, json, place) => {
    const problems = problemsOf(json)
    expect(problems).toEqual([expect.stringMatching(/^\S+: \S/u)])
    expect(problems[0]!.startsWith(place)).toBe(true)
  })

  test('everything wrong is told at once', () => {
    const json = fileOf(
      [
        { ...secretary, name: '' },
        { ...plain, officialDue: 'soon' },
      ],
      { noticeDaysBefore: 20 },
    )
    expect(problemsOf(json).map((problem) => problem.split(':')[0])).toEqual([
      'noticeDaysBefore',
      'members.0.name',
      'members.1.officialDue',
    ])
  })
})

describe('names', () => {
  const nameOf = (name: string): string => rosterOf(fileOf([{ ...secretary, name }])).members[0]!.name

  test('a name that turns the line round is made harmless', () => {
    expect(nameOf('\u202ENguyễn\u2066 Văn\u200B Hòa\u202C')).toBe('Nguyễn Văn Hòa')
  })

  test('a name typed in NFD is kept in NFC', () => {
    const name = 'Thạch Thị Sa Riên'
    expect(nameOf(name.normalize('NFD'))).toBe(name.normalize('NFC'))
  })
})

describe('words of other files', () => {
  test('roles are understood in Vietnamese and in English, each once', () => {
    const roles = ['pho_bi_thu', 'deputy', 'chi_uy_vien', 'thu_ky', 'to_truong']
    const [first, second] = rosterOf(
      fileOf([
        { ...secretary, roles: ['secretary'] },
        { ...plain, roles },
      ]),
    ).members
    expect(first!.roles).toEqual(['secretary'])
    expect(second!.roles).toEqual(['deputy', 'committee', 'minuteTaker', 'cellLeader'])
  })

  test('a list of wished channels is ignored: only accounts link', () => {
    const [member] = rosterOf(fileOf([{ ...secretary, channels: ['zalo', 'telegram'] }])).members
    expect(member).not.toHaveProperty('channels')
    expect(member!.accounts).toEqual([])
  })

  test('a group of a cell may be a number, an account id too', () => {
    const member = { ...secretary, group: 2, accounts: [{ channel: 'telegram', id: 1001 }] }
    const [read] = rosterOf(fileOf([member])).members
    expect(read).toMatchObject({ cell: '2', accounts: [{ channel: 'telegram', id: '1001', agreed: false }] })
  })
})
