import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openMongo } from '../src/store/mongo.js'
import { openSqlite } from '../src/store/sqlite.js'
import type { Store } from '../src/store/store.js'

/** A place to measure on: environments for the built product, and stores to be used directly. */
export interface Place {
  name: string
  env(): Record<string, string>
  open(): Promise<Store>
}

export interface Places {
  places: Place[]
  close(): Promise<void>
}

/** The embedded store, and a MongoDB replica set of three where a server is found as docs/testing.md says. */
export async function findPlaces(): Promise<Places> {
  const folder = mkdtempSync(join(tmpdir(), 'chibot-bench-'))
  let made = 0
  const next = (): string => join(folder, String(made++))
  const sqlite: Place = {
    name: 'SQLite',
    env: () => ({ DATA_DIR: next() }),
    open: () => openSqlite({ path: `${next()}.db` }),
  }
  const server = await findMongo()
  const mongo = server && {
    name: 'MongoDB',
    env: () => ({ DATA_DIR: next(), MONGODB_URI: server.uri(`bench-${made++}`) }),
    open: () => openMongo({ uri: server.uri(`bench-${made++}`) }),
  }
  return {
    places: mongo ? [sqlite, mongo] : [sqlite],
    async close() {
      await server?.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function findMongo(): Promise<{ uri(database: string): string; stop(): Promise<void> } | null> {
  const given = process.env['MONGODB_URI_TEST']
  if (given !== undefined) return { uri: (database) => withDatabase(given, database), stop: () => Promise.resolve() }
  const beside = fileURLToPath(new URL('../../../shared/mongodb/bin/mongod', import.meta.url))
  const binary = [process.env['MONGOMS_SYSTEM_BINARY'], beside].find((path) => path !== undefined && existsSync(path))
  if (binary === undefined) return null
  const { MongoMemoryReplSet } = await import('mongodb-memory-server-core')
  process.env['MONGOMS_VERSION'] ??= '6.0.5'
  const set = await MongoMemoryReplSet.create({
    binary: { systemBinary: binary, version: process.env['MONGOMS_VERSION'] },
    replSet: { count: 3, storageEngine: 'wiredTiger', args: ['--wiredTigerCacheSizeGB', '0.25'] },
  })
  return { uri: (database) => withDatabase(set.getUri(), database), stop: async () => void (await set.stop()) }
}

function withDatabase(uri: string, database: string): string {
  const url = new URL(uri.replace(/^mongodb:/u, 'http:').replace(/,[^/]*/u, ''))
  const hosts = /^mongodb(?:\+srv)?:\/\/([^/?]+)/u.exec(uri)![1]!
  return `mongodb://${hosts}/${database}${url.search}`
}
