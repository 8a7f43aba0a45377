import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { exitCodes } from '../../../src/cli/exit-codes.js'
import { importFile } from '../../../src/cli/import/import-file.js'
import { createOwnership } from '../../../src/store/owner/owner.js'
import { demoFile } from '../../support/demo-file.js'
import { openDesk, type Desk } from '../desk.js'

let desk: Desk
let file: string
beforeEach(async () => {
  desk = await openDesk()
  file = await desk.write('branch.json', demoFile())
})
afterEach(() => desk.clear())

const run = (more: Partial<Parameters<typeof importFile>[0]> = {}): Promise<number> =>
  importFile({ config: desk.config, terminal: desk.terminal, file, ...more })

const count = (collection: 'members' | 'topics' | 'meetings' | 'journal'): Promise<number> =>
  desk.look(async (store) => (await store.find(collection, {})).length)

test('founds the branch while nobody owns the store, and says what came of each account and group', async () => {
  expect(await run()).toBe(exitCodes.ok)
  const lines = desk.printed
  expect(lines.slice(0, 3)).toEqual([
    'Chi bộ Phòng Tổng hợp (CB-PTH): founded.',
    'Members: 11 new, 0 changed, 0 unchanged.',
    'Topics: 4 new, 0 unchanged.',
  ])
  expect(lines.filter((line) => line.endsWith(' is linked.'))).toHaveLength(10)
  expect(lines).toContain('Nguyễn Văn Hòa: web:m01 is linked.')
  expect(lines).toContain('Group web:group: bound to the branch.')
  const [secretary, branch] = await desk.look((store) =>
    Promise.all([store.get('members', 'CB-PTH:m01'), store.get('branches', 'CB-PTH')]),
  )
  expect([secretary!.accounts, branch!.groups]).toEqual([
    [{ channel: 'web', id: 'm01' }],
    [{ channel: 'web', id: 'group' }],
  ])
})

test('a second import changes nothing and says so', async () => {
  await run()
  const before = await desk.look((store) =>
    Promise.all([store.find('members', {}), store.find('branches', {}), store.find('meetings', {})]),
  )
  desk.read()
  expect(await run()).toBe(exitCodes.ok)
  expect(desk.read()).toBe('Chi bộ Phòng Tổng hợp (CB-PTH): is as the file says, nothing changed.')
  const after = await desk.look((store) =>
    Promise.all([store.find('members', {}), store.find('branches', {}), store.find('meetings', {})]),
  )
  expect(after).toEqual(before)
})

test('a file with one member changed and one new says just that', async () => {
  await run()
  desk.read()
  const changed = demoFile()
  changed.members[4] = { ...changed.members[4]!, name: 'Hoàng Minh Đức Anh' }
  changed.members.push({ id: 'm12', name: 'Siu H’Nghen', accounts: [{ channel: 'web', id: 'm12' }] })
  file = await desk.write('branch.json', changed)
  expect(await run()).toBe(exitCodes.ok)
  expect(desk.printed).toEqual([
    'Chi bộ Phòng Tổng hợp (CB-PTH): brought up to date.',
    'Members: 1 new, 1 changed, 10 unchanged.',
    'Topics: 0 new, 4 unchanged.',
    'Siu H’Nghen: web:m12 is linked, but has not agreed yet; nothing is sent to it.',
  ])
})

test('who has several accounts is reached in the order of the file, whichever of them answers first', async () => {
  const channels = ['zalo-oa', 'zalo-bot', 'telegram']
  const members = demoFile().members.map((member) => ({
    ...member,
    accounts: channels.map((channel) => ({ channel, id: member.id.slice(1), agreed: true })),
  }))
  file = await desk.write('branch.json', { ...demoFile(), members })
  expect(await run()).toBe(exitCodes.ok)
  const kept = await desk.look((store) => store.find('members', {}))
  for (const { accounts } of kept) expect(accounts.map(({ channel }) => channel)).toEqual(channels)
})

test('a group of another branch is not taken, and that is told', async () => {
  await run()
  desk.read()
  const other = { ...demoFile(), branch: 'CB-2', code: 'CB-2', name: 'Chi bộ 2' }
  other.members = other.members.map((member) => ({ ...member, accounts: [] }))
  file = await desk.write('other.json', other)
  expect(await run()).toBe(exitCodes.ok)
  expect(desk.printed.at(-1)).toBe('Group web:group: belongs to another branch, not bound.')
})

test('a rehearsal says what would be founded and writes nothing', async () => {
  expect(await run({ dryRun: true })).toBe(exitCodes.ok)
  expect(desk.printed).toEqual([
    'Chi bộ Phòng Tổng hợp (CB-PTH): would be founded.',
    'Members: 11 new, 0 changed, 0 unchanged.',
    'Topics: 4 new, 0 unchanged.',
    'Accounts and groups that would be linked: 11.',
    'This was a rehearsal: nothing was written.',
  ])
  expect(await Promise.all([count('members'), count('topics'), count('meetings'), count('journal')])).toEqual([
    0, 0, 0, 0,
  ])
})

test('a rehearsal of what is there already says that nothing would change', async () => {
  await run()
  desk.read()
  await run({ dryRun: true })
  expect(desk.printed[0]).toBe('Chi bộ Phòng Tổng hợp (CB-PTH): is as the file says, nothing changed.')
})

test('while a service owns the store it is left to that service', async () => {
  const done = await desk.look(async (store, clock) => {
    const service = createOwnership(store, { dataDir: desk.config.dataDir, life: 'service', clock })
    expect(await service.tryOnce()).toBe(true)
    const code = await run({ patienceMs: 300 })
    await service.release()
    return code
  })
  expect(done).toBe(exitCodes.ok)
  expect(desk.printed).toEqual([
    expect.stringMatching(/^Not done after 0 seconds\. The entry cli:\S+ is in the journal and the service goes on/u),
  ])
  expect([await count('journal'), await count('members')]).toEqual([1, 0])
})

test('takes over when the service ends while it is waited for', async () => {
  await desk.look(async (store, clock) => {
    const service = createOwnership(store, { dataDir: desk.config.dataDir, life: 'service', clock })
    await service.tryOnce()
    const running = run()
    await service.release()
    expect(await running).toBe(exitCodes.ok)
  })
  expect(desk.printed).toContain('Members: 11 new, 0 changed, 0 unchanged.')
})

const bad: [name: string, content: unknown, line: RegExp][] = [
  ['no JSON', '{ "branch": ', /is no correct JSON/u],
  ['an empty file', '', /is no correct JSON/u],
  [
    'two members of one id',
    { ...demoFile(), members: [...demoFile().members, { id: 'm01', name: 'Ai Đó' }] },
    /the id m01 is given to both Nguyễn Văn Hòa and Ai Đó/u,
  ],
  [
    'no secretary',
    { ...demoFile(), members: [{ id: 'm01', name: 'Ai Đó' }], topics: [] },
    /exactly one member is the secretary/u,
  ],
]
test.each(bad)('%s is refused with 65 and a line a problem', async (_, content, line) => {
  file = await desk.write('bad.json', content)
  expect(await run()).toBe(exitCodes.badFile)
  expect(desk.complained[0]).toMatch(line)
  expect(desk.complained.at(-1)).toMatch(/Nothing was brought in/u)
  expect(desk.printed).toEqual([])
})

test('a file that is not there is refused with 65', async () => {
  expect(await run({ file: '/nowhere/branch.json' })).toBe(exitCodes.badFile)
  expect(desk.complained[0]).toBe('The file /nowhere/branch.json cannot be read (ENOENT).')
})

test('a mark at the beginning of the file, as Windows writes it, does no harm', async () => {
  file = await desk.write('branch.json', `\uFEFF${JSON.stringify(demoFile())}`)
  expect(await run()).toBe(exitCodes.ok)
})

test('speaks Vietnamese where the terminal does', async () => {
  const vietnamese = await openDesk({ locale: 'vi' })
  file = await vietnamese.write('branch.json', demoFile())
  await run({ config: vietnamese.config, terminal: vietnamese.terminal })
  expect(vietnamese.printed).toContain('Đảng viên: 11 mới, 0 thay đổi, 0 giữ nguyên.')
  await vietnamese.clear()
})
