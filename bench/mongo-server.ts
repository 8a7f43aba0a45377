import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A server to measure on; every name is a database of its own. */
export interface MongoServer {
  uri(database: string): string
  stop(): Promise<void>
}

/** A running server, or a replica set of three begun here, in the order of docs/testing.md. Null: there is none. */
export async function findMongoServer(): Promise<MongoServer | null> {
  const running = process.env['MONGODB_URI_TEST']
  if (running) return { uri: (database) => withDatabase(running, database), stop: () => Promise.resolve() }
  const beside = fileURLToPath(new URL('../../../shared/mongodb/bin/mongod', import.meta.url))
  const onPath = (process.env['PATH'] ?? '').split(':').map((folder) => join(folder, 'mongod'))
  const places = [process.env['MONGOMS_SYSTEM_BINARY'], beside, ...onPath]
  const binary = places.find((path) => path && existsSync(path))
  return binary ? startReplicaSet(binary) : null
}

async function startReplicaSet(systemBinary: string): Promise<MongoServer> {
  const said = spawnSync(systemBinary, ['--version'], { encoding: 'utf8' })
  const version = /v(\d+\.\d+\.\d+)/u.exec(said.stdout ?? '')?.[1]
  if (version === undefined) throw new Error(`${systemBinary} does not run: ${said.stderr ?? said.error?.message}`)
  process.env['MONGOMS_SYSTEM_BINARY'] = systemBinary
  process.env['MONGOMS_VERSION'] = version
  const { MongoMemoryReplSet } = await import('mongodb-memory-server-core')
  const set = await MongoMemoryReplSet.create({
    binary: { systemBinary, version },
    replSet: { count: 3, storageEngine: 'wiredTiger', args: ['--wiredTigerCacheSizeGB', '0.25'] },
  })
  return { uri: (database) => withDatabase(set.getUri(), database), stop: async () => void (await set.stop()) }
}

function withDatabase(uri: string, database: string): string {
  const [, hosts, query] = /^(mongodb(?:\+srv)?:\/\/[^/?]+)\/?[^?]*(\?.*)?$/u.exec(uri)!
  return `${hosts}/${database}${query ?? ''}`
}
