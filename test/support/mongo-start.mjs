import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const beside = fileURLToPath(new URL('../../../shared/mongodb/bin/mongod', import.meta.url))

/** One replica set of three for the whole run. Tests find it by `CHIBOT_TEST_MONGO`, and say in a file what they left out without it. */
export default async function startMongo(globalConfig) {
  if (asksForOthersOnly(globalConfig.nonFlagArgs)) return
  process.env.CHIBOT_TEST_SKIPPED = join(mkdtempSync(join(tmpdir(), 'chibot-skipped-')), 'suites')
  if (process.env.CHIBOT_TEST_NO_MONGO) return
  if (process.env.MONGODB_URI_TEST) {
    process.env.CHIBOT_TEST_MONGO = process.env.MONGODB_URI_TEST
    return
  }
  const named = process.env.MONGOMS_SYSTEM_BINARY
  if (named && !existsSync(named)) throw new Error(`MONGOMS_SYSTEM_BINARY: there is no ${named}`)
  const server = [named, beside, onPath()].find((path) => path && existsSync(path))
  if (server === undefined) return
  globalThis.chibotTestMongo = await replicaSet(server)
  process.env.CHIBOT_TEST_MONGO = globalThis.chibotTestMongo.getUri()
}

/** A run of named tests none of which uses MongoDB need not wait for it. */
function asksForOthersOnly(paths) {
  if (paths.length === 0 || !paths.every((path) => existsSync(path))) return false
  return paths.flatMap(testsUnder).every((file) => !readFileSync(file, 'utf8').includes('support/mongo.js'))
}

function testsUnder(path) {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { recursive: true })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join(path, name))
}

function onPath() {
  const folders = (process.env.PATH ?? '').split(':').map((folder) => join(folder, 'mongod'))
  return folders.find((path) => existsSync(path))
}

async function replicaSet(server) {
  const said = spawnSync(server, ['--version'], { encoding: 'utf8' })
  const version = /v(\d+\.\d+\.\d+)/.exec(said.stdout ?? '')?.[1]
  if (version === undefined) {
    throw new Error(
      `${server} does not run. On Debian: apt-get install -y libcurl4 libssl3 liblzma5\n${said.stderr ?? ''}`,
    )
  }
  process.env.MONGOMS_SYSTEM_BINARY = server
  process.env.MONGOMS_VERSION = version
  const { MongoMemoryReplSet } = await import('mongodb-memory-server-core')
  return MongoMemoryReplSet.create({
    binary: { systemBinary: server, version },
    replSet: { count: 3, storageEngine: 'wiredTiger', args: ['--wiredTigerCacheSizeGB', '0.25'] },
  })
}
