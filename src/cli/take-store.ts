import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from '../clock.js'
import { createOwnership, type Ownership } from '../store/owner/owner.js'
import type { Store } from '../store/store.js'
import type { Terminal } from './terminal.js'

/** A lease lasts 15 s and is renewed every 5: a holder on another host is alive or dead by then. */
const PATIENCE_MS = 20_000
const LOOK_MS = 1000

/** Owns a store so that no service works on it meanwhile; null where one does. */
export async function takeStore(given: {
  store: Store
  dataDir: string
  clock: Clock
  terminal: Terminal
}): Promise<Ownership | null> {
  const { store, dataDir, clock, terminal } = given
  const ownership = createOwnership(store, { dataDir, life: `cli:${process.pid}:${randomUUID()}`, clock })
  if (await ownership.tryOnce()) return ownership
  if (store.kind === 'mongo') {
    terminal.complain(terminal.t('cli-take-waits', { seconds: String(PATIENCE_MS / 1000) }))
    const seen = await renewals(store)
    for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_MS) {
      await sleep(LOOK_MS)
      if (await ownership.tryOnce()) return ownership
      if ((await renewals(store)) !== seen) break
    }
  }
  await ownership.release()
  return null
}

/** Whoever renews the lease is alive. */
const renewals = async (store: Store): Promise<number | undefined> => (await store.get('machines', 'lease'))?.version
