import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { exitCodes } from '../../../src/cli/exit-codes.js'
import { importFile } from '../../../src/cli/import/import-file.js'
import type { Terminal } from '../../../src/cli/terminal.js'
import { columnsOf } from '../../../src/duties/branch/roster-csv/columns.js'
import { demoFile } from '../../support/demo-file.js'
import { openDesk, type Desk } from '../desk.js'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
  await run(await desk.write('branch.json', demoFile()))
  desk.read()
})
afterEach(() => desk.clear())

const run = (file: string, more: { dryRun?: boolean; branch?: string; yes?: boolean } = {}): Promise<number> =>
  importFile({ config: desk.config, terminal: desk.terminal, file, ...more })
const members = () => desk.look((store) => store.find('members', { lane: 'branch:CB-PTH' }))

test('a list shows what it would do, does it, and a second time changes nothing; nobody else is touched', async () => {
  const file = await desk.write(
    'ds.csv',
    '\uFEFFHọ và tên;Chức vụ;Tổ đảng\nLê Quang Đạt;Phó bí thư;2\nTrần Thị Lan;;1\n',
  )
  expect(await run(file, { dryRun: true })).toBe(exitCodes.ok)
  expect(desk.read()).toContain('Trần Thị Lan')
  expect(await members()).toHaveLength(11)
  expect(await run(file, { yes: true })).toBe(exitCodes.ok)
  const after = await members()
  expect(after).toHaveLength(12)
  expect(after.find(({ name }) => name === 'Trần Thị Lan')).toMatchObject({ key: 'm12', accounts: [] })
  expect(after.find(({ key }) => key === 'm03')).toMatchObject({ place: 2, roles: ['deputy'] })
  expect(new Set(after.map(({ place }) => place)).size).toBe(12)
  expect(await run(file, { yes: true })).toBe(exitCodes.ok)
  expect(await members()).toEqual(after)
})

describe('without --yes', () => {
  const list = 'Họ và tên,Chức vụ\nTrần Thị Lan,\n'

  test('where nobody sits to answer nothing is written, and he reads what to do', async () => {
    const before = await members()
    expect(await run(await desk.write('ds.csv', list))).toBe(exitCodes.failed)
    const said = desk.read()
    expect(said).toContain('Trần Thị Lan')
    expect(said).toContain('Nothing was written')
    expect(said).toMatch(/--yes.*--dry-run/u)
    expect(await members()).toEqual(before)
  })

  test.each([
    ['no', false, 11, exitCodes.failed],
    ['yes', true, 12, exitCodes.ok],
  ] as const)('at a terminal he is asked after the report: %s', async (_said, answer, count, code) => {
    const asked: string[] = []
    const terminal: Terminal = {
      ...desk.terminal,
      confirm(question) {
        asked.push(question, desk.read())
        return Promise.resolve(answer)
      },
    }
    const file = await desk.write('ds.csv', list)
    expect(await importFile({ config: desk.config, terminal, file })).toBe(code)
    expect(asked).toEqual(['Write this? (y/n)', expect.stringContaining('Trần Thị Lan')])
    expect(await members()).toHaveLength(count)
  })
})

/** The fenced blocks of the page: what it shows has to be taken as it stands. */
const examples = Array.from(
  readFileSync(new URL('../../../docs/import.md', import.meta.url), 'utf8').matchAll(/```csv\n([^]*?)```/gu),
  ([, list]) => list!,
)

test.each(['\n', '\r\n'])('the lists shown in the docs are taken: %j', async (end) => {
  expect(examples).toHaveLength(2)
  for (const [n, list] of examples.entries()) {
    const file = await desk.write(`docs-${n}.csv`, list.replaceAll('\n', end))
    expect(await run(file, { yes: true, branch: 'CB-PTH' })).toBe(exitCodes.ok)
  }
  const after = await members()
  expect(after.find(({ name }) => name === 'Trần Thị Lan')).toMatchObject({
    roles: ['minuteTaker', 'cellLeader'],
    cell: '1',
  })
  expect(after.find(({ name }) => name === 'Phạm Văn Bình')).toMatchObject({
    status: 'probationary',
    officialDue: '2027-09-12',
  })
  expect(after.find(({ name }) => name === 'Hoàng Thị Mai')).toMatchObject({ key: 'm20', status: 'official' })
})

test('every head that the docs name is known to the reader', () => {
  const page = readFileSync(new URL('../../../docs/import.md', import.meta.url), 'utf8')
  const named = page.split('\n').filter((line) => /^\| (?:Họ và tên|Mã|Chức vụ|Tổ đảng|Tình trạng|Ngày)/u.test(line))
  expect(named).toHaveLength(6)
  for (const line of named) {
    for (const [, head] of line.split('|')[2]!.matchAll(/`([^`]+)`/gu)) {
      const columns = columnsOf([head!]) ?? columnsOf([head!, 'Tên'])
      expect([head, columns?.ignored]).toEqual([head, []])
    }
  }
})

test('with faults nothing is taken, and every line is named', async () => {
  const file = await desk.write('ds.csv', 'Họ và tên,Chức vụ\n,Bí thư\nTrần Thị Lan,Chủ tịch\n')
  expect(await run(file)).toBe(exitCodes.badFile)
  expect(desk.read()).toMatch(/ 2[\s\S]* 3/u)
  expect(await members()).toHaveLength(11)
})

test('for a branch that is not there it is refused, and the known ones are named', async () => {
  const file = await desk.write('ds.csv', 'Họ và tên\nTrần Thị Lan\n')
  expect(await run(file, { branch: 'CB-0' })).toBe(exitCodes.badFile)
  expect(desk.read()).toContain('CB-PTH')
})
