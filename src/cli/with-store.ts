import { createClock, type Clock } from '../clock.js'
import type { Config } from '../config.js'
import { readOffset } from '../duties/advance.js'
import { createLog } from '../log.js'
import { openStore } from '../store/open-store.js'
import type { Store } from '../store/store.js'

/** Opens the store beside whoever works on it, and closes it again. No log: what there is to say is printed. */
export async function withStore<R>(
  { mongodbUri, dataDir }: Pick<Config, 'mongodbUri' | 'dataDir'>,
  work: (store: Store, clock: Clock) => Promise<R>,
): Promise<R> {
  const store = await openStore({ ...(mongodbUri === null ? {} : { mongodbUri }), dataDir, log: createLog('silent') })
  try {
    const clock = createClock()
    await readOffset(store, clock)
    return await work(store, clock)
  } finally {
    await store.close()
  }
}
