import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createConnection } from 'mongoose'
import type { Files } from '../../../src/store/files/files.js'
import { openMongo } from '../../../src/store/mongo.js'
import { openSqlite } from '../../../src/store/sqlite.js'
import type { Store } from '../../../src/store/store.js'
import { describeMongo, dropDatabase, mongoUri } from '../../support/mongo.js'

const folder = mkdtempSync(join(tmpdir(), 'chibot-files-test-'))
afterAll(() => rmSync(folder, { recursive: true }))

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const hour = 3_600_000

async function read(files: Files, sha256: string, from?: number): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of files.open(sha256, from === undefined ? {} : { from })) pieces.push(piece)
  return Buffer.concat(pieces)
}

async function* broken(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes)
  throw new Error('the line is cut')
}

function filesContract(open: () => Promise<Store>, leftovers: () => Promise<number>): void {
  let store: Store
  beforeAll(async () => {
    store = await open()
  })
  afterAll(() => store.close())

  test.each([0, 1, 261_119, 261_120, 261_121, 1_000_000])('gives back %i bytes as they were put', async (size) => {
    const bytes = randomBytes(size)
    const stored = await store.files.put([bytes])
    expect(stored).toEqual({ sha256: hash(bytes), size })
    expect((await read(store.files, stored.sha256)).equals(bytes)).toBe(true)
    expect(await store.files.has(stored.sha256)).toBe(true)
  })

  test('takes a stream in pieces of any size, and reads from any byte on', async () => {
    const pieces = [randomBytes(7), randomBytes(300_000), randomBytes(0), randomBytes(64)]
    const { sha256 } = await store.files.put(pieces)
    const whole = Buffer.concat(pieces)
    for (const from of [0, 1, 7, 262_000, whole.length - 1, whole.length, whole.length + 5])
      expect((await read(store.files, sha256, from)).equals(whole.subarray(from))).toBe(true)
  })

  test('the same bytes twice are once, also at the same time', async () => {
    const bytes = randomBytes(70_000)
    const all = await Promise.all([1, 2, 3].map(() => store.files.put([bytes])))
    expect(new Set(all.map(({ sha256 }) => sha256)).size).toBe(1)
    await store.files.put([bytes])
    expect((await read(store.files, all[0]!.sha256)).equals(bytes)).toBe(true)
  })

  test('a stream that breaks off leaves nothing that could be read, and what was left half-written is cleared away', async () => {
    const bytes = randomBytes(400_000)
    await expect(store.files.put(broken(bytes))).rejects.toThrow('the line is cut')
    expect(await store.files.has(hash(bytes))).toBe(false)
    expect((await store.files.list('', 1000)).map(({ sha256 }) => sha256)).not.toContain(hash(bytes))
    await store.files.tidy(Date.now() + hour)
    expect(await leftovers()).toBe(0)
  })

  test('what is being written now is not cleared away', async () => {
    const bytes = randomBytes(600_000)
    async function* slow(): AsyncGenerator<Uint8Array> {
      yield bytes.subarray(0, 300_000)
      await store.files.tidy(Date.now() - hour)
      yield bytes.subarray(300_000)
    }
    const { sha256 } = await store.files.put(slow())
    expect((await read(store.files, sha256)).equals(bytes)).toBe(true)
  })

  test('lists by name, page by page', async () => {
    for (let n = 0; n < 5; n++) await store.files.put([randomBytes(10)])
    const all = await store.files.list('', 1000)
    const paged = []
    for (let after = ''; ;) {
      const page = await store.files.list(after, 2)
      paged.push(...page)
      if (page.length < 2) break
      after = page.at(-1)!.sha256
    }
    expect(new Set(paged.map(({ sha256 }) => sha256))).toEqual(new Set(all.map(({ sha256 }) => sha256)))
    expect(all.map(({ sha256 }) => sha256)).toEqual(all.map(({ sha256 }) => sha256).sort())
    expect(Math.abs(all[0]!.putAt - Date.now())).toBeLessThan(hour)
  })

  test('removes what is old, never what was put again', async () => {
    const { sha256 } = await store.files.put([randomBytes(1000)])
    expect(await store.files.remove(sha256, Date.now() - hour)).toBe(false)
    expect(await store.files.has(sha256)).toBe(true)
    expect(await store.files.remove(sha256, Date.now() + hour)).toBe(true)
    expect(await store.files.has(sha256)).toBe(false)
    expect(await store.files.remove(sha256, Date.now() + hour)).toBe(false)
    await expect(read(store.files, sha256)).rejects.toThrow('no bytes are kept')
  })

  test('names are hashes and nothing else', async () => {
    for (const name of ['', '../chibot.db', 'x'.repeat(64), hash(Buffer.from('x')).toUpperCase()]) {
      await expect(store.files.has(name)).rejects.toThrow('named by their sha256')
      await expect(read(store.files, name)).rejects.toThrow('named by their sha256')
      await expect(store.files.remove(name, 0)).rejects.toThrow('named by their sha256')
    }
  })
}

const halves = (path: string): number => readdirSync(path).filter((name) => name.startsWith('.')).length

describe('files beside the embedded store', () => {
  filesContract(
    () => openSqlite({ path: join(folder, 'chibot.db') }),
    () => Promise.resolve(halves(join(folder, 'files'))),
  )

  test('lie in a folder beside it, for its owner alone', async () => {
    const store = await openSqlite({ path: join(folder, 'again', '..', 'chibot.db') })
    const { sha256 } = await store.files.put([Buffer.from('một')])
    expect(readdirSync(join(folder, 'files'))).toContain(sha256)
    await store.close()
  })
})

describe('files of a store in memory', () => {
  filesContract(
    () => openSqlite({ path: ':memory:' }),
    () => Promise.resolve(0),
  )
})

describeMongo('files in GridFS', () => {
  const database = 'files_contract'
  afterAll(() => dropDatabase(database))
  filesContract(
    async () => {
      await dropDatabase(database)
      return openMongo({ uri: mongoUri(database) })
    },
    async () => {
      const connection = await createConnection(mongoUri(database)).asPromise()
      const whole = await connection.collection('bytes.files').find({}).toArray()
      const chunks = await connection.collection('bytes.chunks').distinct('files_id')
      const begun = await connection.collection('bytes.begun').countDocuments()
      await connection.destroy()
      const known = new Set(whole.filter(({ filename }) => filename !== '').map(({ _id }) => String(_id)))
      return chunks.filter((id) => !known.has(String(id))).length + begun
    },
  )
})
