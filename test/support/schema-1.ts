import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { instant } from '../../src/domain/calendar/local-time.js'
import type { CollectionName } from '../../src/store/store.js'
import { openDatabase } from '../../src/store/sql/sqlite-database.js'
import { createLoader } from '../../src/store/whole/place.js'
import type { Row } from '../../src/store/whole/snapshot.js'

/** The demo branch, on the day before its first meeting of 2027; a comment was decided, and the process killed before it was applied. */
const stands = instant('2027-01-03', '08:00')

/** What the version before the first change of the schema has written: its own file, with its clock where it stood. */
export async function laySchema1(dataDir: string): Promise<void> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const file = new URL('../fixtures/schema-1/chibot.db.gz', import.meta.url)
  const path = join(dataDir, 'chibot.db')
  writeFileSync(path, gunzipSync(readFileSync(file)))
  const database = await openDatabase(path)
  const simulator = { _id: 'simulator', version: 30, value: { offset: stands - Date.now() } }
  database.prepare('UPDATE machines SET doc = ? WHERE id = ?').run(JSON.stringify(simulator), 'simulator')
  database.close()
}

/** Its rows as they lie there, by table. */
export async function rowsOfSchema1(dataDir: string): Promise<Map<CollectionName, Row[]>> {
  const database = await openDatabase(join(dataDir, 'chibot.db'))
  const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all() as { name: string }[]
  const rows = tables.map(({ name }): [CollectionName, Row[]] => {
    const found = database.prepare(`SELECT doc FROM ${name}`).all() as { doc: string }[]
    return [name as CollectionName, found.map(({ doc }) => JSON.parse(doc) as Row)]
  })
  database.close()
  return new Map(rows)
}

/** The same store on MongoDB. */
export async function laySchema1InMongo(dataDir: string, mongodbUri: string): Promise<void> {
  await laySchema1(dataDir)
  const loader = await createLoader({ mongodbUri, dataDir })
  for (const [name, rows] of await rowsOfSchema1(dataDir)) if (rows.length > 0) await loader.load(name, rows)
  await loader.close()
}
