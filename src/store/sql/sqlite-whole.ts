import { randomUUID } from 'node:crypto'
import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { collectionNames } from '../collections.js'
import type { CollectionName } from '../store.js'
import { placeBound, type Loader, type Row, type Snapshot } from '../whole/snapshot.js'
import { answered, openDatabase } from './sqlite-database.js'
import { insertSql } from './sqlite-sql.js'

/** Rows read in a row before others have their turn. */
const BREATH = 200

const pathIn = (dataDir: string): string => join(dataDir, 'chibot.db')

/** A copy beside the file, gone when it is closed: the file itself is read for as long as SQLite copies, and no longer. */
export async function openSqliteSnapshot(dataDir: string): Promise<Snapshot> {
  await clearLeft(dataDir)
  const copy = join(dataDir, `snapshot-${process.pid}-${randomUUID()}.db`)
  await writeFile(copy, '', { mode: 0o600, flag: 'wx' })
  try {
    const source = await openDatabase(pathIn(dataDir))
    try {
      answered(() => {
        source.exec('PRAGMA busy_timeout = 5000')
        source.prepare('VACUUM INTO ?').run(copy)
      })
    } finally {
      source.close()
    }
    return await readCopy(copy)
  } catch (error) {
    await rm(copy, { force: true })
    throw error
  }
}

async function readCopy(copy: string): Promise<Snapshot> {
  const database = await openDatabase(copy)
  return {
    count: (collection) => {
      const { n } = answered(() => database.prepare(`SELECT count(*) AS n FROM ${collection}`).get() as { n: number })
      return Promise.resolve(n)
    },
    async *rows(collection) {
      // No iterator of the library: one that outlives its database takes the process with it.
      const places = answered(
        () => database.prepare(`SELECT rowid AS place FROM ${collection} ORDER BY id`).all() as { place: number }[],
      )
      const at = database.prepare(`SELECT doc FROM ${collection} WHERE rowid = ?`)
      for (const [read, row] of places.entries()) {
        // The library answers at once: a lease that is held meanwhile has to be renewed.
        if (read % BREATH === BREATH - 1) await nextTurn()
        const { doc } = answered(() => at.get(row.place) as { doc: string })
        yield JSON.parse(doc) as Row
      }
    },
    async close() {
      database.close()
      await rm(copy, { force: true })
    },
  }
}

/** Copies of processes that died in the middle. */
async function clearLeft(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    const pid = /^snapshot-(\d+)-/.exec(name)?.[1]
    if (pid !== undefined && !isAlive(Number(pid))) await rm(join(dataDir, name), { force: true })
  }
}

/** Another one that bears our number is one before us. */
function isAlive(pid: number): boolean {
  try {
    return pid !== process.pid && process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

/** One transaction from the first row to the last: a process that dies leaves what was there before. */
export async function createSqliteLoader(dataDir: string): Promise<Loader> {
  const database = await openDatabase(pathIn(dataDir))
  answered(() => database.exec('PRAGMA busy_timeout = 5000; PRAGMA synchronous = FULL; BEGIN IMMEDIATE'))
  let finished = false
  const bound = placeBound.map((id) => `'${id}'`).join(', ')
  const run = (work: () => void): Promise<void> => new Promise((resolve) => resolve(answered(work)))
  return {
    clear: () =>
      run(() => {
        for (const name of collectionNames) {
          database.exec(`DELETE FROM ${name}${name === 'machines' ? ` WHERE id NOT IN (${bound})` : ''}`)
        }
      }),
    load: (collection: CollectionName, rows: Row[]) =>
      run(() => {
        const statement = database.prepare(insertSql(collection, { _id: '' }).sql)
        for (const row of rows) statement.run(...insertSql(collection, row).values)
      }),
    finish: () =>
      run(() => {
        database.exec('COMMIT')
        finished = true
      }),
    close: () =>
      run(() => {
        if (!finished) database.exec('ROLLBACK')
        database.close()
      }),
  }
}
