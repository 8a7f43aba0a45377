import { join } from 'node:path'
import { ConfigError } from '../errors.js'
import type { Log } from '../log.js'
import { SCHEMA } from './journal.js'
import { makeFolder } from './make-folder.js'
import { openMongo } from './mongo.js'
import { isBusy } from './sql/sqlite-database.js'
import { openSqlite } from './sqlite.js'
import type { Store } from './store.js'
import type { Place } from './whole/place.js'
import { unfinishedBy } from './whole/unfinished.js'

/** MongoDB where a URI is given, else one file in the data folder. Refuses a store that a newer version has written, and one that is not whole. */
export async function openStore({
  mongodbUri,
  dataDir,
  log,
}: {
  mongodbUri?: string
  dataDir: string
  log: Log
}): Promise<Store> {
  const store = await openUnchecked({ mongodbUri: mongodbUri ?? null, dataDir })
  try {
    await checkWhole(store)
    await checkSchema(store)
  } catch (error) {
    await store.close()
    throw error
  }
  log.info({ store: store.kind }, 'store open')
  return store
}

/** The same for whoever fills it: what is in it, and whether it is whole, is not asked. */
export async function openUnchecked({ mongodbUri, dataDir }: Place): Promise<Store> {
  await makeDataFolder(dataDir)
  return mongodbUri === null ? openFile(join(dataDir, 'chibot.db')) : openMongo({ uri: mongodbUri })
}

async function makeDataFolder(dataDir: string): Promise<void> {
  try {
    await makeFolder(dataDir)
  } catch (error) {
    throw new ConfigError('config-data-dir', { folder: dataDir }, { cause: error })
  }
}

async function openFile(path: string): Promise<Store> {
  try {
    return await openSqlite({ path })
  } catch (error) {
    if (isBusy((error as Error).cause)) throw error
    throw new ConfigError('config-data-file', { file: path }, { cause: error })
  }
}

async function checkWhole(store: Store): Promise<void> {
  const by = await unfinishedBy(store)
  if (by === null) return
  throw new ConfigError(by === 'restore' ? 'config-half-restored' : 'config-half-moved')
}

async function checkSchema(store: Store): Promise<void> {
  await store.insert('machines', [{ _id: 'schema', version: 1, value: { number: SCHEMA } }])
  const stored = (await store.get('machines', 'schema'))?.value['number']
  if (typeof stored === 'number' && stored <= SCHEMA) return
  throw new ConfigError('config-newer-store', { stored: String(stored), known: String(SCHEMA) })
}
