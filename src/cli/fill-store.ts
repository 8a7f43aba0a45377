import type { Failpoint } from '../failpoint.js'
import type { CollectionName } from '../store/store.js'
import type { Loader, Row } from '../store/whole/snapshot.js'

const ROWS = 500
const BYTES = 4 * 1024 * 1024

/** Gathers rows for a loader, so that a write is worth its while and never too large. */
export interface Batches {
  add(collection: CollectionName, row: Row): Promise<void>
  /** What is still in hand. */
  flush(): Promise<void>
}

export function createBatches(loader: Loader, went: (more: number) => void, failpoint: Failpoint): Batches {
  let rows: Row[] = []
  let of: CollectionName | null = null
  let bytes = 0

  async function flush(): Promise<void> {
    if (of !== null && rows.length > 0) await loader.load(of, rows)
    rows.forEach(() => failpoint('fill:row'))
    went(rows.length)
    rows = []
    bytes = 0
  }

  return {
    flush,
    async add(collection, row) {
      const size = JSON.stringify(row).length
      if (collection !== of || rows.length === ROWS || bytes + size > BYTES) await flush()
      of = collection
      rows.push(row)
      bytes += size
    },
  }
}
