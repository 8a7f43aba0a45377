import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { exitCodes } from '../../../src/cli/exit-codes.js'
import { importFile } from '../../../src/cli/import/import-file.js'
import { demoFile } from '../../support/demo-file.js'
import { openDesk, type Desk } from '../desk.js'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
  await run(await desk.write('branch.json', demoFile()))
  desk.read()
})
afterEach(() => desk.clear())

const run = (file: string, more: { dryRun?: boolean; branch?: string } = {}): Promise<number> =>
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
  expect(await run(file)).toBe(exitCodes.ok)
  const after = await members()
  expect(after).toHaveLength(12)
  expect(after.find(({ name }) => name === 'Trần Thị Lan')).toMatchObject({ key: 'm12', accounts: [] })
  expect(after.find(({ key }) => key === 'm03')).toMatchObject({ place: 2, roles: ['deputy'] })
  expect(new Set(after.map(({ place }) => place)).size).toBe(12)
  expect(await run(file)).toBe(exitCodes.ok)
  expect(await members()).toEqual(after)
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
