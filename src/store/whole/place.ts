import { createMongoLoader, openMongoSnapshot } from '../mongodb/mongo-whole.js'
import { createSqliteLoader, openSqliteSnapshot } from '../sql/sqlite-whole.js'
import type { Loader, Snapshot } from './snapshot.js'

/** Where a store lies: MongoDB where there is an address, else the data folder. */
export interface Place {
  mongodbUri: string | null
  dataDir: string
}

/**
 * Of a store that has been opened before, so that every collection is there. `alone`: nobody else writes, so a server
 * that has no snapshots may be read as it is; else it rejects with NoSnapshot.
 */
export const openSnapshot = ({ mongodbUri, dataDir }: Place, { alone }: { alone: boolean }): Promise<Snapshot> =>
  mongodbUri === null ? openSqliteSnapshot(dataDir) : openMongoSnapshot(mongodbUri, alone)

export const createLoader = ({ mongodbUri, dataDir }: Place): Promise<Loader> =>
  mongodbUri === null ? createSqliteLoader(dataDir) : createMongoLoader(mongodbUri)
