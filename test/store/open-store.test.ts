import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { createLog } from '../../src/log.js'
import { SCHEMA } from '../../src/store/journal.js'
import { openStore } from '../../src/store/open-store.js'
import { configText } from '../support/config-text.js'
import { describeMongo, dropDatabase, mongoUri } from '../support/mongo.js'

const folder = mkdtempSync(join(tmpdir(), 'chibot-open-'))
afterAll(() => rmSync(folder, { recursive: true }))
const log = createLog('silent')
const refusal = async (dataDir: string): Promise<string> =>
  configText(await openStore({ dataDir, log }).catch((error: unknown) => error))

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
  const refused = await refusal(dataDir)
  expect(refused).toContain(`schema ${SCHEMA + 1}; this one knows ${SCHEMA}`)
  expect(refused).toContain('\n→ Start that version')
})

test('a folder that cannot be made and a file that is no database name DATA_DIR', async () => {
  writeFileSync(join(folder, 'file'), 'x')
  expect(await refusal(join(folder, 'file', 'data'))).toMatch(
    /^DATA_DIR: the folder .*file\/data cannot be made\.\n→ Set DATA_DIR/u,
  )

  const dataDir = mkdtempSync(join(folder, 'not-a-database-'))
  writeFileSync(
    join(dataDir, 'chibot.db'),
    'this is a letter, and no database at all; it is long enough to be read as one',
  )
  expect(await refusal(dataDir)).toMatch(/^DATA_DIR: .*chibot\.db cannot be opened\.\n→ See that/u)
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
