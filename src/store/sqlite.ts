import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { StatementSyncInstance } from '@photostructure/sqlite'
import { createFolderFiles } from './files/folder-files.js'
import { checked, checkedAll, checkedBatch, checkedUpdate, checkId, type Update } from './schema/checked.js'
import { lifted } from './schema/lift.js'
import { planQuery } from './query.js'
import { judgeReplace, type Versioned } from './replaced.js'
import { answered, openDatabase, transaction } from './sql/sqlite-database.js'
import { getSql, insertSql, replaceSql, selectSql, tables, updateSql, type Sql } from './sql/sqlite-sql.js'
import type { CollectionName, Replaced, Store, Write } from './store.js'

/** Longest row of writes between which nobody else has a turn. */
const BREATH_MS = 10

/** The embedded store: one file, one table a collection, each row an id and its document as JSON; bytes in `files/` beside it. `:memory:` is gone when it is closed, files and all. */
export async function openSqlite({ path }: { path: string }): Promise<Store> {
  const database = await openDatabase(path)
  const inMemory = path === ':memory:'
  const folder = inMemory ? join(tmpdir(), `chibot-files-${randomUUID()}`) : join(dirname(path), 'files')
  const breath = createBreath()
  // Statements and their database live as long as the store: one collected before the other takes the process with it.
  const statements = new Map<string, StatementSyncInstance>()
  const prepared = (sql: string) => {
    const statement = statements.get(sql) ?? database.prepare(sql)
    statements.set(sql, statement)
    return statement
  }
  const rows = ({ sql, values }: Sql): unknown[] => prepared(sql).all(...values)
  const change = ({ sql, values }: Sql) => Number(prepared(sql).run(...values).changes)

  const read = (collection: CollectionName, id: string): object | null => {
    const [row] = rows(getSql(collection, id)) as { doc: string }[]
    return row ? (JSON.parse(row.doc) as object) : null
  }
  const insertAll = (collection: CollectionName, docs: { _id: string }[]) =>
    docs.reduce((news, doc) => news + change(insertSql(collection, doc)), 0)
  const replace = (collection: CollectionName, doc: Versioned): Replaced => {
    const done = change(doc.version === 1 ? insertSql(collection, doc) : replaceSql(collection, doc))
    return done === 1 ? 'replaced' : judgeReplace(read(collection, doc._id) as Versioned | null, doc)
  }
  /** False for a mismatch: nothing after it may be written. */
  const perform = (write: Write): boolean => {
    if ('insert' in write) insertAll(write.insert, write.docs)
    else if ('update' in write) change(updateSql(write))
    else return replace(write.replace, write.doc) !== 'mismatch'
    return true
  }

  answered(() => {
    database.exec('PRAGMA busy_timeout = 500; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
    const there = database.prepare('SELECT name FROM sqlite_schema').all() as { name: string }[]
    const missing = tables().filter(([name]) => !there.some((table) => table.name === name))
    if (missing.length > 0) transaction(database, () => missing.forEach(([, sql]) => database.exec(sql)))
  })

  return {
    kind: 'sqlite',
    files: createFolderFiles(folder),
    get: (collection, id) =>
      promised(() => {
        const found = read(collection, checkId(id))
        return found === null ? null : lifted(collection, found)
      }),
    find: (collection, where, options) =>
      promised(() => {
        const found = rows(selectSql(collection, planQuery(collection, where, options), 'doc')) as { doc: string }[]
        return found.map((row) => lifted(collection, JSON.parse(row.doc) as object))
      }),
    count: (collection, where) =>
      promised(() => {
        const found = rows(selectSql(collection, planQuery(collection, where), 'count(*) AS n')) as { n: number }[]
        return found[0]!.n
      }),
    insert: async (collection, docs) => {
      const ready = await checkedAll(collection, docs)
      await breath()
      return ready.length === 0 ? 0 : answered(() => transaction(database, () => insertAll(collection, ready)))
    },
    replace: async (collection, doc) => {
      const ready = await checked(collection, doc)
      await breath()
      return answered(() => replace(collection, ready))
    },
    update: async (collection, id, expect, set) => {
      const ready = await checkedUpdate({ update: collection, id, expect, set } as Update)
      await breath()
      return answered(() => change(updateSql(ready))) === 1
    },
    batch: async (writes) => {
      const ready = await checkedBatch(writes)
      await breath()
      const mismatch = answered(() => transaction(database, () => ready.findIndex((write) => !perform(write))))
      return { mismatch: mismatch < 0 ? null : mismatch }
    },
    ping: () => promised(() => void rows({ sql: 'SELECT count(*) FROM machines', values: [] })),
    close: async () => {
      await promised(() => {
        if (database.isOpen) database.close()
        statements.clear()
      })
      if (inMemory) await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Nothing else has a turn while calls that are answered at once follow one another: no request, no timer, no signal. */
function createBreath(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < BREATH_MS) return
    await nextTurn()
    since = performance.now()
  }
}

/** The library answers at once, the port in promises. */
const promised = <R>(call: () => R): Promise<R> => new Promise((resolve) => resolve(answered(call)))
