import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { ConfigError } from '../../src/errors.js'
import { createLog } from '../../src/log.js'
import { SCHEMA } from '../../src/store/journal.js'
import { openStore } from '../../src/store/open-store.js'
import { describeMongo, dropDatabase, mongoUri } from '../support/mongo.js'

const folder = mkdtempSync(join(tmpdir(), 'chibot-open-'))
afterAll(() => rmSync(folder, { recursive: true }))
const log = createLog('silent')

test('without a MongoDB address it is a file in the data folder, which is made for its owner alone', async () => {
  const dataDir = join(folder, 'new', 'data')
  const store = await openStore({ dataDir, log })
  expect(store.kind).toBe('sqlite')
  expect(await store.get('machines', 'schema')).toEqual({ _id: 'schema', version: 1, value: { number: SCHEMA } })
  await store.close()
  expect(statSync(dataDir).mode & 0o777).toBe(0o700)
  expect(statSync(join(dataDir, 'chibot.db')).isFile()).toBe(true)
})

test('opens what it wrote, and refuses what a newer version wrote', async () => {
  const dataDir = join(folder, 'newer')
  await (await openStore({ dataDir, log })).close()
  const store = await openStore({ dataDir, log })
  await store.update('machines', 'schema', { version: 1 }, { version: 2, value: { number: SCHEMA + 1 } })
  await store.close()
  const refused = openStore({ dataDir, log })
  await expect(refused).rejects.toThrow(ConfigError)
  await expect(refused).rejects.toThrow(`schema ${SCHEMA + 1}; this one knows ${SCHEMA}`)
})

test('a folder that cannot be made and a file that is no database name DATA_DIR', async () => {
  writeFileSync(join(folder, 'file'), 'x')
  const notMade = openStore({ dataDir: join(folder, 'file', 'data'), log })
  await expect(notMade).rejects.toThrow(ConfigError)
  await expect(notMade).rejects.toThrow(/^DATA_DIR: the folder/)

  const dataDir = mkdtempSync(join(folder, 'not-a-database-'))
  writeFileSync(
    join(dataDir, 'chibot.db'),
    'this is a letter, and no database at all; it is long enough to be read as one',
  )
  const notOpened = openStore({ dataDir, log })
  await expect(notOpened).rejects.toThrow(ConfigError)
  await expect(notOpened).rejects.toThrow(/^DATA_DIR: .*chibot\.db cannot be opened/)
})

describeMongo('opening a store on MongoDB', () => {
  afterAll(() => dropDatabase('open-store'))

  test('with an address it is MongoDB, in the database the address names', async () => {
    const store = await openStore({ mongodbUri: mongoUri('open-store'), dataDir: join(folder, 'beside'), log })
    expect(store.kind).toBe('mongo')
    expect((await store.get('machines', 'schema'))?.value).toEqual({ number: SCHEMA })
    await store.close()
  })
})
