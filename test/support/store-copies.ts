import { randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createConnection } from 'mongoose'
import { openUnchecked } from '../../src/store/open-store.js'
import type { Store } from '../../src/store/store.js'
import { dropDatabase, mongoUri } from './mongo.js'

/** A store named `prepared`, and copies of it to be killed on. */
export interface StoreCopies {
  env(copy: string): Record<string, string>
  /** Copies the prepared store under this name. */
  copy(name: string): Promise<void>
  /** To look into it while the product runs on it. */
  open(name: string): Promise<Store>
  drop(name: string): Promise<void>
}

export function copiesOnSqlite(): StoreCopies {
  const folder = mkdtempSync(join(tmpdir(), 'chibot-kill-'))
  const env = (name: string): Record<string, string> => ({ DATA_DIR: join(folder, name) })
  return {
    env,
    copy: (name) => Promise.resolve(cpSync(env('prepared')['DATA_DIR']!, env(name)['DATA_DIR']!, { recursive: true })),
    open: (name) => openUnchecked({ mongodbUri: null, dataDir: env(name)['DATA_DIR']! }),
    drop: (name) =>
      Promise.resolve(rmSync(name === 'prepared' ? folder : env(name)['DATA_DIR']!, { recursive: true, force: true })),
  }
}

export function copiesOnMongo(): StoreCopies {
  const folder = mkdtempSync(join(tmpdir(), 'chibot-kill-mongo-'))
  const run = randomUUID().slice(0, 8)
  const database = (name: string): string => `kill-${run}-${name.replaceAll(':', '-')}`
  return {
    env: (name) => ({ DATA_DIR: join(folder, name), MONGODB_URI: mongoUri(database(name)) }),
    async copy(name) {
      const from = await createConnection(mongoUri(database('prepared'))).asPromise()
      for (const { name: collection } of await from.db!.listCollections().toArray()) {
        // The lease of the instance that prepared it was given back; the copies start without one.
        await from
          .db!.collection(collection)
          .aggregate([{ $out: { db: database(name), coll: collection } }])
          .toArray()
      }
      await from.destroy()
    },
    open: (name) => openUnchecked({ mongodbUri: mongoUri(database(name)), dataDir: join(folder, name) }),
    drop: (name) => dropDatabase(database(name)),
  }
}
