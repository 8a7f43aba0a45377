import type { DatabaseSyncInstance, SqliteModule } from '@photostructure/sqlite'
import { StoreUnavailable } from '../../errors.js'

/** The `node:sqlite` API: the built-in one where this Node has it without a flag, else the package with the same API. */
export async function openDatabase(path: string): Promise<DatabaseSyncInstance> {
  const builtIn = process.getBuiltinModule('node:sqlite') as SqliteModule | undefined
  const { DatabaseSync: Database } = builtIn ?? (await import('@photostructure/sqlite'))
  return answered(() => new Database(path))
}

/** BUSY, LOCKED, READONLY, IOERR, FULL, CANTOPEN, PROTOCOL: the file cannot be used now, nothing is wrong with what was asked. */
const unavailable = [5, 6, 8, 10, 13, 14, 15]
const busy = [5, 6]

const codeOf = (error: unknown): number => ((error as { errcode?: number } | null)?.errcode ?? 0) & 0xff

export const isBusy = (error: unknown): boolean => busy.includes(codeOf(error))

const isClosed = (error: unknown): boolean => (error as { code?: string } | null)?.code === 'ERR_INVALID_STATE'

/** Runs a call of the library. What it throws need not be an instance of this realm's Error, so the code decides. */
export function answered<R>(call: () => R): R {
  try {
    return call()
  } catch (error) {
    if (unavailable.includes(codeOf(error)) || isClosed(error)) throw new StoreUnavailable({ cause: error })
    throw error instanceof Error ? error : new Error(String((error as { message?: unknown }).message), { cause: error })
  }
}

/** All of it or nothing: what throws is undone. The file is taken for writing at once, so that it cannot fail for that half-way. */
export function transaction<R>(database: DatabaseSyncInstance, work: () => R): R {
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    try {
      database.exec('ROLLBACK')
    } catch {
      // The library has rolled back by itself; the first error is the one that tells.
    }
    throw error
  }
}
