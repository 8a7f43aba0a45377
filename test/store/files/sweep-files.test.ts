import { createHash, randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { KeptFile } from '../../../src/domain/files/kept-file.js'
import { newFetch } from '../../../src/store/files/fetch.js'
import { createFileSweep } from '../../../src/store/files/sweep-files.js'
import { openSqlite } from '../../../src/store/sqlite.js'
import type { Store } from '../../../src/store/store.js'
import { entry } from '../samples.js'

const day = 86_400_000
const put = async (words: string): Promise<string> => (await store.files.put([Buffer.from(words)])).sha256

let store: Store
/** Bytes are dated by the disk, so the test's days begin with the real one. */
let now: number
beforeEach(async () => {
  store = await openSqlite({ path: ':memory:' })
  now = Date.now()
})
afterEach(() => store.close())

async function sweepAll(): Promise<void> {
  const sweep = createFileSweep({ store, clock: { real: () => now } })
  while (await sweep.sweep());
}

const document = (sha256: string, gone = false): KeptFile => ({
  _id: `b1:f:${randomUUID()}`,
  lane: 'branch:b1',
  version: 1,
  by: 'e1',
  gone,
  branch: 'b1',
  sha256,
  size: 1,
  mime: 'text/plain',
  name: 'a.txt',
  kind: 'document',
  from: 'b1:m01',
  at: now,
  message: null,
  caption: '',
  purpose: 'x',
  known: null,
  legible: true,
})

test('bytes no document names go after a week, and not before', async () => {
  const named = await put('named')
  const orphan = await put('orphan')
  const left = await put('left')
  await store.insert('files', [document(named), document(left, true)])
  now += 7 * day - 60_000
  await sweepAll()
  for (const sha256 of [named, orphan, left]) expect(await store.files.has(sha256)).toBe(true)
  now += 120_000
  await sweepAll()
  expect(await store.files.has(named)).toBe(true)
  expect(await store.files.has(orphan)).toBe(false)
  expect(await store.files.has(left)).toBe(false)
})

test.each([
  ['waits', { open: 1 }, true],
  ['failed, and may be done again', { open: 0, failed: true }, true],
  ['is done', { open: 0 }, false],
] as const)('bytes of an entry that %s', async (_, state, stay) => {
  const sha256 = await put('told')
  const asked = { sender: null, purpose: 'x', caption: null, ref: null }
  const row = newFetch({ entry: entry('e1'), n: 0, ...asked })
  await store.insert('fetches', [{ ...row, state: 'ended', came: 'stored', sha256 }])
  await store.insert('journal', [entry('file:e1:0', state)])
  now += 8 * day
  await sweepAll()
  expect(await store.files.has(sha256)).toBe(stay)
})

test('all of many are looked at, page by page, once a day', async () => {
  const words = Array.from({ length: 120 }, (_, n) => `orphan ${n}`)
  for (const word of words) await put(word)
  now += 8 * day
  const sweep = createFileSweep({ store, clock: { real: () => now } })
  let pages = 1
  while (await sweep.sweep()) pages++
  expect(pages).toBe(3)
  expect(await store.files.list('', 10)).toEqual([])
  const late = createHash('sha256').update('late').digest('hex')
  await put('late')
  now += 9 * day
  expect(await sweep.sweep()).toBe(false)
  expect(await store.files.has(late)).toBe(false)
})
