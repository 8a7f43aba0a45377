import { collectionNames } from '../../store/collections.js'
import type { Store } from '../../store/store.js'
import { createFingerprint, isSame, type Print } from '../../store/whole/fingerprint.js'
import { openSnapshot, type Place } from '../../store/whole/place.js'
import { placeBound } from '../../store/whole/snapshot.js'
import type { Terminal } from '../terminal.js'

const FILES = 500

/** Reads a store from beginning to end: its collections, and its files by their names. */
export async function printsOf(place: Place, store: Store): Promise<Map<string, Print>> {
  const snapshot = await openSnapshot(place, { alone: true })
  const prints = new Map<string, Print>()
  try {
    for (const name of collectionNames) {
      const fingerprint = createFingerprint()
      for await (const row of snapshot.rows(name)) {
        if (name !== 'machines' || !placeBound.includes(row._id)) fingerprint.add(row)
      }
      prints.set(name, fingerprint.print())
    }
  } finally {
    await snapshot.close()
  }
  prints.set('bytes', await printOfFiles(store))
  return prints
}

async function printOfFiles(store: Store): Promise<Print> {
  const fingerprint = createFingerprint()
  for (let after = ''; ;) {
    const page = await store.files.list(after, FILES)
    for (const { sha256, size } of page) fingerprint.add({ _id: sha256, size })
    if (page.length < FILES) return fingerprint.print()
    after = page.at(-1)!.sha256
  }
}

/** The table of both; whether they hold the same. */
export function showComparison({ t, print }: Terminal, from: Map<string, Print>, to: Map<string, Print>): boolean {
  const cells = [...from].map(([name, source]) => {
    const target = to.get(name)!
    const same = isSame(source, target)
    return { same, cells: [name, String(source.count), String(target.count), target.sha256.slice(0, 12)] }
  })
  const heading = [t('cli-move-collection'), t('cli-move-from'), t('cli-move-to'), 'sha256']
  const widths = heading.map((word, column) => Math.max(word.length, ...cells.map((row) => row.cells[column]!.length)))
  const line = (row: string[]): string =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join('  ')
  print(line(heading))
  for (const { same, cells: row } of cells) print(`${line(row)}  ${same ? '=' : t('cli-move-differs')}`)
  return cells.every(({ same }) => same)
}
