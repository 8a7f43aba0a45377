import { join } from 'node:path'
import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import type { OwnerKind } from './owner.js'
import { answered, isBusy, openDatabase } from '../sql/sqlite-database.js'

/**
 * A second file beside the embedded store, locked for as long as the process lives: the kernel gives it back when the
 * process dies, and to nobody while it is only stopped.
 */
export function createFileLock(dataDir: string): OwnerKind {
  let database: DatabaseSyncInstance | null = null
  let held = false
  return {
    held: () => held,
    left: () => (held ? Infinity : 0),
    take: async () => {
      database ??= await openDatabase(join(dataDir, 'owner.db'))
      try {
        database.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE')
      } catch (error) {
        if (isBusy(error)) return false
        return answered((): boolean => {
          throw error
        })
      }
      held = true
      return true
    },
    release: () => {
      held = false
      database?.close()
      database = null
      return Promise.resolve()
    },
    onLost: () => undefined,
  }
}
