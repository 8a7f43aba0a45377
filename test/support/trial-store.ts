import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { printsOf } from '../../src/cli/move-store/compare-stores.js'
import { readConfig, type Config } from '../../src/config.js'
import { openUnchecked } from '../../src/store/open-store.js'
import type { Store } from '../../src/store/store.js'
import { dropDatabase, mongoUri } from './mongo.js'
import { laySchema1, laySchema1InMongo } from './schema-1.js'
import { freePort, openPage, ready, startService } from './service.js'

/** A kind of store to try the command line on: stores by name, made when they are first used. */
export interface Trial {
  env(name: string): Record<string, string>
  /** As `--to` of `move-store` names it. */
  target(name: string): string
  config(name: string): Config
  /** The store an earlier version has left. */
  lay(name: string): Promise<void>
  look<R>(name: string, work: (store: Store) => Promise<R>): Promise<R>
  /** A folder for backups. */
  readonly folder: string
  clear(): Promise<void>
}

export function openTrial(kind: 'sqlite' | 'mongo'): Trial {
  const folder = mkdtempSync(join(tmpdir(), 'chibot-trial-'))
  const run = randomUUID().slice(0, 8)
  const databases = new Set<string>()
  mkdirSync(join(folder, 'backups'))

  function uri(name: string): string {
    databases.add(`trial-${run}-${name}`)
    return mongoUri(`trial-${run}-${name}`)
  }
  const env = (name: string): Record<string, string> => ({
    DATA_DIR: join(folder, name),
    ...(kind === 'mongo' ? { MONGODB_URI: uri(name) } : {}),
  })
  return {
    env,
    folder: join(folder, 'backups'),
    target: (name) => (kind === 'mongo' ? uri(name) : `sqlite:${join(folder, name)}`),
    config: (name) => readConfig(env(name)),
    lay: (name) =>
      kind === 'mongo' ? laySchema1InMongo(join(folder, `${name}-laid`), uri(name)) : laySchema1(join(folder, name)),
    async look(name, work) {
      const store = await openUnchecked(readConfig(env(name)))
      try {
        return await work(store)
      } finally {
        await store.close()
      }
    },
    async clear() {
      for (const database of databases) await dropDatabase(database)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** What a store holds, by its parts, without what belongs to its place. */
export const held = (trial: Trial, name: string): Promise<Record<string, unknown>> =>
  trial.look(name, async (store) => Object.fromEntries(await printsOf(trial.config(name), store)))

/** The service starts on that store, and a member sees what was there. */
export async function expectService(trial: Trial, name: string): Promise<void> {
  const PORT = String(await freePort())
  const service = startService({ ...trial.env(name), PORT })
  try {
    await ready(service)
    const seen = await openPage(() => Number(PORT)).messages('m02')
    const said = seen.filter(({ author, text }) => author === 'web:m02' && text.startsWith('/gopy cd1'))
    if (said.length !== 1) throw new Error(`m02 sees ${seen.length} messages, and his own ${said.length} times`)
  } finally {
    await service.kill()
  }
}

/** The built command line; `code` is its exit code, or the signal that ended it. */
export async function chibot(
  env: Record<string, string>,
  args: string[],
  failpoint?: string,
): Promise<{ code: string; said: string }> {
  const run = startService({ ...env, ...(failpoint === undefined ? {} : { FAILPOINT: failpoint }) }, args)
  const code = await run.ended
  return { code, said: run.log() }
}
