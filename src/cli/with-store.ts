import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createClock, type Clock } from '../clock.js'
import type { Config } from '../config.js'
import { readOffset } from '../duties/advance.js'
import { ConfigError } from '../errors.js'
import { createLog } from '../log.js'
import { openStore } from '../store/open-store.js'
import type { Store } from '../store/store.js'

type Where = Pick<Config, 'mongodbUri' | 'dataDir'>
type Work<R> = (store: Store, clock: Clock) => Promise<R>

/** The same for commands that only read: they make no store where none is, which would look like one that lost everything. */
export async function withOldStore<R>(where: Where, work: Work<R>): Promise<R> {
  const { mongodbUri, dataDir } = where
  if (mongodbUri === null && !existsSync(join(dataDir, 'chibot.db'))) {
    throw new ConfigError('config-no-store', { folder: resolve(dataDir) })
  }
  return withStore(where, work)
}

/** Opens the store beside whoever works on it, and closes it again. No log: what there is to say is printed. */
export async function withStore<R>({ mongodbUri, dataDir }: Where, work: Work<R>): Promise<R> {
  const store = await openStore({ ...(mongodbUri === null ? {} : { mongodbUri }), dataDir, log: createLog('silent') })
  try {
    const clock = createClock()
    await readOffset(store, clock)
    return await work(store, clock)
  } finally {
    await store.close()
  }
}
