import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { collectionNames } from '../../store/collections.js'
import { SCHEMA } from '../../store/journal.js'
import type { CollectionName } from '../../store/store.js'
import { createFingerprint, isSame } from '../../store/whole/fingerprint.js'
import type { Row } from '../../store/whole/snapshot.js'
import { FORMAT, type End, type Header, type Line } from './backup-format.js'

/** `damaged`: cut off or changed; `foreign`: no backup; `newer`: written by a newer version; `unreadable`: no such file, or not ours. */
export class BadBackup extends Error {
  constructor(readonly why: 'damaged' | 'foreign' | 'newer' | 'unreadable') {
    super(`backup: ${why}`)
  }
}

export interface Reader {
  /** First of all. */
  header(header: Header): void
  row(collection: CollectionName, row: Row): Promise<void> | void
  /** Takes all its pieces; they end with an error where the file was not whole, and that is the reader's to swallow. */
  file(sha256: string, pieces: AsyncIterable<Uint8Array>): Promise<void>
}

/** Reads a backup to its end, and rejects with BadBackup where anything in it is not as it was written. */
export async function readBackup(path: string, reader: Reader): Promise<End> {
  const lines = linesOf(path)
  try {
    return await readLines(lines, reader)
  } finally {
    await lines.return(undefined)
  }
}

async function readLines(lines: AsyncGenerator<Line, undefined>, reader: Reader): Promise<End> {
  const first = (await lines.next()).value
  if (first === undefined || !('chibot' in first)) throw new BadBackup('foreign')
  if (first.format !== FORMAT || first.schema > SCHEMA) throw new BadBackup('newer')
  reader.header(first)
  const prints = new Map(collectionNames.map((name) => [name, createFingerprint()]))
  let files = 0
  for await (const line of { [Symbol.asyncIterator]: () => ({ next: () => lines.next() }) }) {
    if ('in' in line) {
      const print = prints.get(line.in)
      if (!print) throw new BadBackup('newer')
      print.add(line.doc)
      await reader.row(line.in, line.doc)
    } else if ('file' in line) {
      const pieces = { whole: false }
      await reader.file(line.file, piecesOf(lines, line.file, pieces))
      if (pieces.whole) files++
    } else if ('end' in line) {
      for (const [name, print] of prints) {
        const wanted = line.collections[name] ?? createFingerprint().print()
        if (!isSame(print.print(), wanted)) throw new BadBackup('damaged')
      }
      if (files !== line.files) throw new BadBackup('damaged')
      return line
    } else throw new BadBackup('damaged')
  }
  throw new BadBackup('damaged')
}

/** A file that was swept while it was written out. */
export class NotWhole extends Error {}

async function* piecesOf(
  lines: AsyncGenerator<Line, undefined>,
  sha256: string,
  came: { whole: boolean },
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  for (;;) {
    const { value: line } = await lines.next()
    if (line && 'bytes' in line) {
      const piece = Buffer.from(line.bytes, 'base64')
      hash.update(piece)
      yield piece
    } else if (line && 'whole' in line) {
      if (!line.whole) throw new NotWhole()
      if (hash.digest('hex') !== sha256) throw new BadBackup('damaged')
      came.whole = true
      return
    } else throw new BadBackup('damaged')
  }
}

async function* linesOf(path: string): AsyncGenerator<Line, undefined> {
  const file = createReadStream(path)
  const text = createGunzip()
  file.on('error', (error) => text.destroy(error))
  let rest: Buffer[] = []
  try {
    for await (const chunk of file.pipe(text) as AsyncIterable<Buffer>) {
      let from = 0
      for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
        yield parsed(Buffer.concat([...rest, chunk.subarray(from, end)]))
        rest = []
        from = end + 1
      }
      rest.push(chunk.subarray(from))
    }
  } catch (error) {
    throw badBackupOf(error)
  } finally {
    file.destroy()
  }
  if (rest.some((piece) => piece.length > 0)) throw new BadBackup('damaged')
}

function badBackupOf(error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  if (code === 'Z_DATA_ERROR' || code === 'Z_BUF_ERROR') return new BadBackup('damaged')
  return /^E[A-Z]+$/u.test(code) ? new BadBackup('unreadable') : error
}

function parsed(line: Buffer): Line {
  try {
    const value: unknown = JSON.parse(line.toString())
    if (value !== null && typeof value === 'object') return value as Line
  } catch {
    // Said below.
  }
  throw new BadBackup('damaged')
}
