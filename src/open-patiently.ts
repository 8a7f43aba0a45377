import { setTimeout as sleep } from 'node:timers/promises'
import { StoreUnavailable } from './errors.js'
import type { Log } from './log.js'
import { openStore } from './store/open-store.js'
import type { Store } from './store/store.js'
import type { Place } from './store/whole/place.js'

const AGAIN_MS = 1000
const OPENING_MS = 30_000

/** A database that is being started with us, or is choosing its primary, is waited for half a minute. */
export async function openPatiently({ mongodbUri, dataDir }: Place, log: Log): Promise<Store> {
  for (const until = performance.now() + OPENING_MS; ;) {
    try {
      return await openStore({ ...(mongodbUri === null ? {} : { mongodbUri }), dataDir, log })
    } catch (error) {
      if (!(error instanceof StoreUnavailable) || performance.now() > until) throw error
      log.warn('the store does not answer yet')
      await sleep(AGAIN_MS)
    }
  }
}
