import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { MongoMemoryServer } from 'mongodb-memory-server-core'
import { backup } from '../../src/cli/backup/backup.js'
import { exitCodes } from '../../src/cli/exit-codes.js'
import { printsOf } from '../../src/cli/move-store/compare-stores.js'
import { restore } from '../../src/cli/restore/restore.js'
import { SCHEMA } from '../../src/store/journal.js'
import { createOwnership } from '../../src/store/owner/owner.js'
import { createLoader } from '../../src/store/whole/place.js'
import { describeMongo, dropDatabase, mongoUri } from '../support/mongo.js'
import { lane, member } from '../store/samples.js'
import { openDesk, type Desk } from './desk.js'

const branch = { _id: 'b1', lane: 'branch:b1', version: 1, by: 'e', gone: false, nextAt: null, code: 'B1', name: 'Chi bộ Bến Gỗ', superior: '', place: '', locale: 'vi' as const, meeting: { rule: { day: 5 }, time: '19:30', place: '', conflict: 'keep' as const, minutes: 90 }, notice: { daysBefore: 3, hour: '08:00', earlierWorkingDay: true, evenUnconfirmed: true }, quiet: {} as never, holidays: [], rulePack: 'x', rules: 'x', groups: [], plannedUntil: '2027-01', topics: 0 } // prettier-ignore
const picture = Buffer.from(Array.from({ length: 700_000 }, (_, at) => (at * 7919) % 251))

function facts(envOf: () => Record<string, string>, forget: () => Promise<void>): void {
  let desk: Desk
  let folder: string
  beforeEach(async () => {
    desk = await openDesk({ env: envOf() })
    folder = join(desk.config.dataDir, '..', 'backups')
    await mkdir(folder)
    await desk.look(async (store) => {
      await store.insert('branches', [branch])
      await store.insert(
        'members',
        Array.from({ length: 1200 }, (_, n) => member(`b1:m${n}`, { name: `Số ${n}\u0000 «”` })),
      )
      await store.insert('lanes', [lane('branch:b1', { seq: 7 })])
      await store.files.put([picture.subarray(0, 1000), picture.subarray(1000)])
    })
  })
  afterEach(async () => {
    await forget()
    await desk.clear()
  })

  const back = (file: string, more = {}): Promise<number> =>
    restore({ config: desk.config, terminal: desk.terminal, file, ...more })
  const held = () => desk.look(async (store) => Object.fromEntries(await printsOf(desk.config, store)))
  async function backedUp(to = folder): Promise<string> {
    expect(await backup({ config: desk.config, terminal: desk.terminal, to })).toBe(exitCodes.ok)
    return to === folder ? join(folder, readdirSync(folder)[0]!) : to
  }

  test('what is restored is what was backed up, documents and files', async () => {
    const before = await held()
    expect(before['members']).toMatchObject({ count: 1200 })
    const file = await backedUp()
    await desk.look(async (store) => {
      await store.update('lanes', 'branch:b1', {}, { seq: 8 })
      await store.insert('members', [member('b1:since')])
    })
    expect(await back(file, { yes: true })).toBe(exitCodes.ok)
    const after = await held()
    // One entry more: the branch is told.
    expect({ ...after, journal: 0, lanes: 0, machines: 0 }).toEqual({ ...before, journal: 0, lanes: 0, machines: 0 })
    const bytes = await desk.look(async (store) => {
      const [kept] = await store.files.list('', 10)
      const pieces: Uint8Array[] = []
      for await (const piece of store.files.open(kept!.sha256)) pieces.push(piece)
      return Buffer.concat(pieces)
    })
    expect(bytes.equals(picture)).toBe(true)
  })

  test('the file is named by its moment, whole, for its owner alone, and nothing else is left', async () => {
    const file = await backedUp()
    expect(readdirSync(folder)).toEqual([expect.stringMatching(/^chibot-\d{8}T\d{6}Z\.ndjson\.gz$/u)])
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readdirSync(desk.config.dataDir).filter((name) => name.startsWith('snapshot-'))).toEqual([])
    const lines = gunzipSync(readFileSync(file)).toString().trimEnd().split('\n')
    expect(JSON.parse(lines[0]!)).toMatchObject({ chibot: 'backup', format: 1, schema: SCHEMA })
    expect(JSON.parse(lines.at(-1)!)).toMatchObject({ end: true, files: 1, collections: { members: { count: 1200 } } })
  })

  test('no file is written over, and none is begun where none can be', async () => {
    const file = await backedUp(join(folder, 'mine.gz'))
    desk.read()
    expect(await backup({ config: desk.config, terminal: desk.terminal, to: file })).toBe(exitCodes.failed)
    expect(desk.read()).toContain('is not written over')
    const nowhere = join(folder, 'no', 'folder.gz')
    expect(await backup({ config: desk.config, terminal: desk.terminal, to: nowhere })).toBe(exitCodes.failed)
    expect(desk.read()).toContain('ENOENT')
    const folderToBe = join(folder, 'monthly')
    expect(await backup({ config: desk.config, terminal: desk.terminal, to: folderToBe })).toBe(exitCodes.failed)
    expect(desk.read()).toContain(`There is no folder ${folderToBe}. Make it first`)
    expect(readdirSync(folder)).toEqual(['mine.gz'])
  })

  test('tokens, the lease and closed gates are in no backup', async () => {
    await desk.look((store) =>
      store.insert('machines', [
        { _id: 'token:zalo-oa', version: 1, value: { refresh: 'vô cùng kín' } },
        { _id: 'gate:telegram', version: 1, value: { closedUntil: 5 } },
        { _id: 'self:telegram', version: 1, value: { name: 'bot' } },
      ]),
    )
    const file = await backedUp()
    const text = gunzipSync(readFileSync(file)).toString()
    expect(text).not.toContain('vô cùng kín')
    expect(text).not.toMatch(/"_id":"(?:lease|gate)/u)
    expect(text).toContain('self:telegram')
    expect(desk.read()).toContain('Not in it')
  })

  test('a store in which something is asks first; without an answer it is left alone', async () => {
    const file = await backedUp()
    const before = await held()
    expect(await back(file)).toBe(exitCodes.failed)
    expect(desk.read()).toContain('Chi bộ Bến Gỗ')
    const no = { ...desk.terminal, confirm: () => Promise.resolve(false) }
    expect(await restore({ config: desk.config, terminal: no, file })).toBe(exitCodes.failed)
    expect(await held()).toEqual({ ...before, machines: expect.anything() as unknown })
    const yes = { ...desk.terminal, confirm: () => Promise.resolve(true) }
    expect(await restore({ config: desk.config, terminal: yes, file })).toBe(exitCodes.ok)
  })

  test('what is cut off, changed, of a newer version or no backup is refused before anything is touched', async () => {
    const file = await backedUp()
    const whole = readFileSync(file)
    const text = gunzipSync(whole).toString()
    const bad: [name: string, content: Buffer, said: string][] = [
      ['cut', whole.subarray(0, whole.length - 20), 'is not whole'],
      ['shorter', gzipSync(text.slice(0, text.lastIndexOf('{"end"'))), 'is not whole'],
      ['changed', gzipSync(text.replace('Số 7\\u0000', 'Số 8\\u0000')), 'is not whole'],
      ['bytes', gzipSync(text.replace('{"bytes":"A', '{"bytes":"B')), 'is not whole'],
      ['row', gzipSync(text.replace(/\{"in":"members".*\n/u, '')), 'is not whole'],
      ['letter', Buffer.from('this is a letter'), 'is not whole'],
      ['other', gzipSync('{"a":1}\n'), 'is no backup of chibot'],
      ['newer', gzipSync(text.replace(`"schema":${SCHEMA}`, `"schema":${SCHEMA + 1}`)), 'newer version'],
    ]
    const before = await held()
    for (const [name, content, said] of bad) {
      const path = join(folder, name)
      writeFileSync(path, content)
      desk.read()
      expect([name, await back(path, { yes: true })]).toEqual([name, exitCodes.badFile])
      expect(desk.read()).toContain(said)
    }
    expect(await back(join(folder, 'none'), { yes: true })).toBe(exitCodes.badFile)
    expect(await held()).toEqual(before)
  })

  test('while a service owns the store it is not restored', async () => {
    const file = await backedUp()
    await desk.look(async (store, clock) => {
      const owner = createOwnership(store, { dataDir: desk.config.dataDir, life: 'service', clock })
      expect(await owner.tryOnce()).toBe(true)
      expect(await back(file, { yes: true })).toBe(exitCodes.failed)
      await owner.release()
    })
    expect(desk.read()).toContain('A service is working on this store')
  })

  test('only checked, it is read and nothing is written', async () => {
    const file = await backedUp()
    await desk.look((store) => store.insert('members', [member('b1:since')]))
    expect(await back(file, { check: true })).toBe(exitCodes.ok)
    expect(desk.read()).toContain('it is whole')
    expect(await desk.look((store) => store.get('members', 'b1:since'))).not.toBeNull()
  })
}

describe('a backup of the embedded store', () =>
  facts(
    () => ({}),
    () => Promise.resolve(),
  ))

test('an empty store is no store to back up: the folder given may be the wrong one', async () => {
  const desk = await openDesk()
  await desk.look(() => Promise.resolve())
  expect(await backup({ config: desk.config, terminal: desk.terminal, to: desk.config.dataDir })).toBe(exitCodes.failed)
  expect(desk.read()).toContain('nothing in this store')
  await desk.clear()
})

describeMongo('a backup of a store on MongoDB', () => {
  const database = `backup-${randomUUID().slice(0, 8)}`
  afterAll(() => dropDatabase(database))
  facts(
    () => ({ MONGODB_URI: mongoUri(database) }),
    // Emptied, not dropped: making every index anew is what takes the time.
    async () => {
      const loader = await createLoader({ mongodbUri: mongoUri(database), dataDir: '' })
      await loader.clear()
      await loader.close()
    },
  )

  test('a standalone server is refused, with what to do', async () => {
    if (process.env['MONGOMS_SYSTEM_BINARY'] === undefined) return
    const server = await MongoMemoryServer.create({ instance: { storageEngine: 'wiredTiger' } })
    const desk = await openDesk({ env: { MONGODB_URI: `${server.getUri()}chibot` } })
    try {
      await desk.look((store) => store.insert('branches', [branch]))
      expect(await backup({ config: desk.config, terminal: desk.terminal, to: desk.config.dataDir })).toBe(
        exitCodes.failed,
      )
      expect(desk.read()).toContain('rs.initiate()')
    } finally {
      await desk.clear()
      await server.stop()
    }
  })
})
