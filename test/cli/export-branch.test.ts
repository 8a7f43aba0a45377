import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { exitCodes } from '../../src/cli/exit-codes.js'
import { exportBranch } from '../../src/cli/export-branch.js'
import { importFile } from '../../src/cli/import/import-file.js'
import { readAll } from '../../src/cli/read-all.js'
import type { Comment } from '../../src/domain/topic/topic.js'
import { demoFile } from '../support/demo-file.js'
import { openDesk, type Desk } from './desk.js'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
  await importFile({ config: desk.config, terminal: desk.terminal, file: await desk.write('branch.json', demoFile()) })
  desk.read()
})
afterEach(() => desk.clear())

type Exported = Record<string, Record<string, unknown>[]> & { branch: Record<string, unknown> }

async function exported(pageSize?: number): Promise<Exported> {
  const code = await exportBranch({
    config: desk.config,
    terminal: desk.terminal,
    branch: 'CB-PTH',
    ...(pageSize ? { pageSize } : {}),
  })
  expect(code).toBe(exitCodes.ok)
  return JSON.parse(desk.read()) as Exported
}

const parts = [
  { text: 'Tôi xin góp ý\n\n  phần  nguyên nhân', at: 1_790_000_000_000, id: 'm1', file: null },
  { text: 'đề nghị Chi ủy xem lại'.normalize('NFD'), at: 1_790_000_060_000, id: 'm2', file: null },
]
const comment = (number: number): Comment => ({
  _id: `CB-PTH:cd1:${number}`, lane: 'branch:CB-PTH', version: 1, by: 'test', gone: false, nextAt: null, branch: 'CB-PTH', topic: 'CB-PTH:cd1',
  number, edition: 1, member: 'CB-PTH:m10', parts, kind: 'substantive', from: 'private', enteredBy: null, late: false, withdrawn: false, typed: null, proposed: null, tag: null, told: null, earlier: [],
}) // prettier-ignore

test('everything of a branch is there', async () => {
  const all = await exported()
  expect(all.branch).toMatchObject({ _id: 'CB-PTH', name: 'Chi bộ Phòng Tổng hợp' })
  expect(Object.keys(all)).toEqual([
    'exportedAt', 'branch', 'members', 'meetings', 'answers', 'turns', 'skips', 'swaps', 'topics', 'comments', 'dialogues', 'files', 'accounts', 'calls', 'deliveries', 'journal',
  ]) // prettier-ignore
  expect([all['members']!.length, all['topics']!.length, all['accounts']!.length]).toEqual([11, 4, 10])
  expect(all['meetings']!.length).toBeGreaterThanOrEqual(12)
  expect(all['accounts']![0]).toMatchObject({ _id: 'web:m01', agreed: { how: 'paper' } })
})

test('comments are verbatim, in all their parts', async () => {
  await desk.look((store) => store.insert('comments', [comment(1)]))
  expect((await exported())['comments']).toEqual([comment(1)])
})

test('the journal says who, what and when, and no words', async () => {
  const entries = (await exported())['journal']!
  const imported = entries.find(({ kind }) => kind === 'import')!
  expect(imported).toMatchObject({ actor: 'cli', did: 'import', failed: false, open: false })
  expect(imported['saved']).toContain('members/CB-PTH:m01@1')
  expect(Object.keys(imported)).not.toContain('payload')
  expect(entries.filter(({ kind }) => kind === 'linked')).toHaveLength(10)
})

test('pages of three give the same as one page', async () => {
  await desk.look((store) =>
    store.insert(
      'comments',
      Array.from({ length: 20 }, (_, at) => comment(at + 1)),
    ),
  )
  const whole = await exported()
  const paged = await exported(3)
  expect({ ...paged, exportedAt: 0 }).toEqual({ ...whole, exportedAt: 0 })
  expect(whole['comments']).toHaveLength(20)
})

test('nothing is cut off: what does not fit into a page is an error', async () => {
  await desk.look(async (store) => {
    await store.insert('comments', [comment(1), comment(2), comment(3)])
    const where = { lane: 'branch:CB-PTH' }
    await expect(readAll(store, 'comments', { where, field: 'topic', from: '' }, 3)).rejects.toThrow(
      'comments: 3 or more share topic CB-PTH:cd1',
    )
    expect(await readAll(store, 'comments', { where, field: 'topic', from: '' }, 4)).toHaveLength(3)
  })
})

test('a branch whose id begins alike is another branch', async () => {
  const other = { ...demoFile(), branch: 'CB-PTH-2', code: 'CB-PTH-2' }
  other.members = other.members.map((member) => ({ ...member, accounts: [] }))
  await importFile({ config: desk.config, terminal: desk.terminal, file: await desk.write('other.json', other) })
  desk.read()
  const all = await exported()
  expect(all['members']!.every(({ branch }) => branch === 'CB-PTH')).toBe(true)
  expect(all['journal']!.some(({ _id }) => String(_id).includes('CB-PTH-2'))).toBe(false)
})

test('a branch that is not there is refused, and those there are named', async () => {
  const code = await exportBranch({ config: desk.config, terminal: desk.terminal, branch: 'CB-X' })
  expect(code).toBe(exitCodes.failed)
  expect(desk.read()).toBe('There is no branch CB-X. In the store: CB-PTH.')
})
