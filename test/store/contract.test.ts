import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { createConnection } from 'mongoose'
import { StoreUnavailable } from '../../src/errors.js'
import { collectionNames, declarations } from '../../src/store/collections.js'
import { openMongo } from '../../src/store/mongo.js'
import { openDatabase } from '../../src/store/sql/sqlite-database.js'
import { openSqlite } from '../../src/store/sqlite.js'
import { configText } from '../support/config-text.js'
import { describeMongo, dropDatabase, mongoUri } from '../support/mongo.js'
import { storeContract } from './contract.js'
import { lane } from './samples.js'

const folder = mkdtempSync(join(tmpdir(), 'chibot-store-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('the embedded store, in memory', () => {
  storeContract(() => openSqlite({ path: ':memory:' }))
})

describe('the embedded store, in a file', () => {
  let file = 0
  storeContract(() => openSqlite({ path: join(folder, `${++file}.db`) }))

  test('keeps what it has over a restart', async () => {
    const path = join(folder, 'again.db')
    const first = await openSqlite({ path })
    await first.insert('lanes', [lane('a', { seq: 3 })])
    await first.close()
    const second = await openSqlite({ path })
    expect(await second.get('lanes', 'a')).toStrictEqual(lane('a', { seq: 3 }))
    await second.close()
  })

  test('two openings of one file see each other, and the loser of a compare-and-set knows it', async () => {
    const path = join(folder, 'both.db')
    const [one, two] = [await openSqlite({ path }), await openSqlite({ path })]
    await one.insert('lanes', [lane('a')])
    const won = await Promise.all(
      [one, two].map((store, n) => store.update('lanes', 'a', { current: null }, { current: `e${n}` })),
    )
    expect(won.filter(Boolean)).toHaveLength(1)
    expect(await two.get('lanes', 'a')).toStrictEqual(await one.get('lanes', 'a'))
    await Promise.all([one.close(), two.close()])
  })
})

test('a file that another process writes is unavailable, and free again afterwards', async () => {
  const path = join(folder, 'busy.db')
  const store = await openSqlite({ path })
  await store.insert('lanes', [lane('a')])
  const other = await openDatabase(path)
  other.exec('BEGIN IMMEDIATE')
  await expect(store.update('lanes', 'a', {}, { seq: 1 })).rejects.toThrow(StoreUnavailable)
  await expect(store.insert('lanes', [lane('b')])).rejects.toThrow(StoreUnavailable)
  expect((await store.get('lanes', 'a'))?.seq).toBe(0)
  other.exec('COMMIT')
  expect(await store.update('lanes', 'a', {}, { seq: 1 })).toBe(true)
  expect(await store.insert('lanes', [lane('b')])).toBe(1)
  other.close()
  await store.close()
})

describeMongo('the store on MongoDB', () => {
  afterAll(() => dropDatabase('contract'))
  let opened = 0
  storeContract(async () => {
    if (opened++ === 0) await dropDatabase('contract')
    return openMongo({ uri: mongoUri('contract') })
  })

  test('has every declared index', async () => {
    const connection = await createConnection(mongoUri('contract')).asPromise()
    for (const name of collectionNames.filter((name) => declarations[name].indexes.length > 0)) {
      const keys = (await connection.collection(name).indexes()).map(({ key }) => Object.keys(key as object))
      expect(keys).toEqual(expect.arrayContaining([['_id'], ...declarations[name].indexes]))
    }
    await connection.destroy()
  })

  test('is unavailable where no server answers, and within seconds', async () => {
    await expect(openMongo({ uri: 'mongodb://127.0.0.1:9/x?replicaSet=none' })).rejects.toThrow(StoreUnavailable)
  })

  test.each(['http://localhost/', 'mongodb://', 'nonsense'])(
    'an address that is none (%s) is a matter of configuration',
    async (uri) => {
      const refused = await openMongo({ uri }).catch((error: unknown) => error)
      expect(configText(refused)).toMatch(/^MONGODB_URI: not a MongoDB address\.\n→ .*mongodb:\/\/user/u)
    },
  )
})
