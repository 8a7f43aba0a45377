import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Failpoint } from '../../failpoint.js'
import { collectionNames } from '../../store/collections.js'
import type { Store } from '../../store/store.js'
import { createFingerprint } from '../../store/whole/fingerprint.js'
import type { Snapshot } from '../../store/whole/snapshot.js'
import { FORMAT, isLeftOut, type End, type Line } from './backup-format.js'

/** What goes to the compressor at a time. */
const CHUNK = 65_536
const FILES = 100

interface Given {
  store: Store
  snapshot: Snapshot
  schema: number
  /** Real ms of the snapshot. */
  at: number
  /** Rows, and files, that have gone out. */
  went: (more: number) => void
  failpoint: Failpoint
}

/** Writes beside the target and renames when all of it is on the disk: what bears the name is whole. Readable by its owner alone. */
export async function writeBackup(target: string, given: Given): Promise<End> {
  const part = join(dirname(target), `.${basename(target)}.${randomUUID().slice(0, 8)}.part`)
  const ended: { end: End | null } = { end: null }
  try {
    await pipeline(
      Readable.from(inChunks(linesOf(given, ended)), { objectMode: false }),
      createGzip(),
      createWriteStream(part, { mode: 0o600, flags: 'wx', flush: true }),
    )
    given.failpoint('backup:rename')
    await rename(part, target)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
  await syncFolder(dirname(target))
  return ended.end!
}

/** Documents before files: whatever a document names was kept before it. */
async function* linesOf(given: Given, ended: { end: End | null }): AsyncGenerator<Line> {
  const { store, snapshot, schema, at, went, failpoint } = given
  yield { chibot: 'backup', format: FORMAT, schema, store: store.kind, at }
  const collections: End['collections'] = {}
  for (const name of collectionNames) {
    const fingerprint = createFingerprint()
    for await (const doc of snapshot.rows(name)) {
      if (isLeftOut(name, doc)) continue
      fingerprint.add(doc)
      yield { in: name, doc }
      went(1)
      failpoint('backup:row')
    }
    collections[name] = fingerprint.print()
  }
  let files = 0
  for await (const line of fileLines(store)) {
    if ('whole' in line) went(1)
    if ('whole' in line && line.whole) files++
    yield line
  }
  ended.end = { end: true, collections, files }
  yield ended.end
}

async function* fileLines(store: Store): AsyncGenerator<Line> {
  for (let after = ''; ;) {
    const page = await store.files.list(after, FILES)
    for (const { sha256, size } of page) {
      yield { file: sha256, size }
      let whole = true
      try {
        for await (const piece of store.files.open(sha256)) yield { bytes: Buffer.from(piece).toString('base64') }
      } catch (error) {
        whole = false
        if (await store.files.has(sha256)) throw error
      }
      yield { whole }
    }
    const last = page.at(-1)
    if (last === undefined || page.length < FILES) return
    after = last.sha256
  }
}

async function* inChunks(lines: AsyncIterable<Line>): AsyncGenerator<Buffer> {
  let text = ''
  for await (const line of lines) {
    text += `${JSON.stringify(line)}\n`
    if (text.length < CHUNK) continue
    yield Buffer.from(text)
    text = ''
  }
  yield Buffer.from(text)
}

/** A name is durable when its folder is; some systems cannot open a folder, and need not. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}
