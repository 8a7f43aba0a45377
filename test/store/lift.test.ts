import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { SCHEMA } from '../../src/store/journal.js'
import { checked } from '../../src/store/schema/checked.js'
import { lifted } from '../../src/store/schema/lift.js'
import { openDatabase } from '../../src/store/sql/sqlite-database.js'
import { openSqlite } from '../../src/store/sqlite.js'
import type { CollectionName } from '../../src/store/store.js'
import type { Row } from '../../src/store/whole/snapshot.js'
import { laySchema1, rowsOfSchema1 } from '../support/schema-1.js'
import { entry, member } from './samples.js'

const folder = mkdtempSync(join(tmpdir(), 'chibot-lift-'))
afterAll(() => rmSync(folder, { recursive: true }))

let old: Map<CollectionName, Row[]>
beforeAll(async () => {
  await laySchema1(join(folder, 'old'))
  old = await rowsOfSchema1(join(folder, 'old'))
})

test('whatever schema 1 has written is, when it is read, what this version may write', async () => {
  expect([...old.values()].flat().length).toBeGreaterThan(200)
  for (const [name, rows] of old) {
    for (const row of rows) {
      expect(await checked(name, lifted(name, row))).toMatchObject({ _id: row._id })
    }
  }
})

test('a decision that is still to be applied is lifted with all it saves and says', () => {
  const open = old.get('journal')!.filter(({ open, decision }) => open === 1 && decision !== null)
  expect(open).toHaveLength(1)
  expect(open[0]).toMatchObject({ schema: 1 })
  const { schema, decision } = lifted<'journal'>('journal', open[0]!)
  expect(schema).toBe(SCHEMA)
  expect(decision).toMatchObject({ fetches: [], secret: false })
  expect(decision!.says.map((row) => row.schema)).toEqual(decision!.says.map(() => SCHEMA))
  expect(decision!.saves.length).toBeGreaterThan(0)
})

test('a field that may be null and is missing is null; what is there stays', () => {
  const { proxyBy: _, ...without } = member('m1')
  expect(lifted('members', without)).toStrictEqual({ ...without, proxyBy: null })
  expect(lifted('members', { ...without, proxyBy: 'm2' }).proxyBy).toBe('m2')
})

test('documents bear their number in the store and nowhere else, also inside a decision', async () => {
  const path = join(folder, 'new.db')
  const store = await openSqlite({ path })
  await store.insert('members', [member('m1')])
  const decision = { order: 1, at: 1, actor: 'a', did: 'd', saves: [{ collection: 'members', doc: { ...member('m2') } }], says: [], cancels: [], marks: [], fetches: [], posts: [], secret: false, failure: null } // prettier-ignore
  await store.insert('journal', [entry('e1')])
  await store.update('journal', 'e1', { decision: null }, { decision })
  expect(await store.get('members', 'm1')).toStrictEqual(member('m1'))
  expect(await store.find('members', {})).toStrictEqual([member('m1')])
  expect((await store.get('journal', 'e1'))?.decision).toStrictEqual(decision)
  await store.close()

  const database = await openDatabase(path)
  const read = (table: string): Record<string, unknown> =>
    JSON.parse((database.prepare(`SELECT doc FROM ${table}`).get() as { doc: string }).doc) as never
  expect(read('members')['schema']).toBe(SCHEMA)
  expect(read('journal')).toMatchObject({ decision: { saves: [{ doc: { schema: SCHEMA } }] } })
  database.close()
})
