import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openMongo } from '../src/store/mongo.js'
import { openSqlite } from '../src/store/sqlite.js'
import type { Store } from '../src/store/store.js'
import { findMongoServer } from './mongo-server.js'

/** One kind of store to measure on. Whatever is opened is new and empty. */
export interface Place {
  name: string
  /** Environment that puts the built product on a store of its own. */
  env(): Record<string, string>
  open(): Promise<Store>
}

/** The embedded store, and MongoDB where there is a server. */
export async function findPlaces(): Promise<{ places: Place[]; close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'chibot-bench-'))
  const server = await findMongoServer()
  let made = 0
  const next = (): string => `bench-${process.pid}-${made++}`
  const path = (): string => join(folder, next())
  const places: Place[] = [
    { name: 'SQLite', env: () => ({ DATA_DIR: path() }), open: () => openSqlite({ path: `${path()}.db` }) },
  ]
  if (server)
    places.push({
      name: 'MongoDB',
      env: () => ({ DATA_DIR: path(), MONGODB_URI: server.uri(next()) }),
      open: () => openMongo({ uri: server.uri(next()) }),
    })
  return {
    places,
    async close() {
      await server?.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
