import { createHash } from 'node:crypto'
import type { Row } from './snapshot.js'

/** What a collection holds, told by two values that are the same on every store. */
export interface Print {
  count: number
  /** Of its rows in their order, each as JSON with sorted keys. */
  sha256: string
}

export function createFingerprint(): { add(row: Row): void; print(): Print } {
  const hash = createHash('sha256')
  let count = 0
  return {
    add(row) {
      hash.update(`${JSON.stringify(sorted(row))}\n`)
      count++
    },
    print: () => ({ count, sha256: hash.digest('hex') }),
  }
}

export const isSame = (a: Print | undefined, b: Print | undefined): boolean =>
  a?.count === b?.count && a?.sha256 === b?.sha256

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(fields.map(([key, item]) => [key, sorted(item)]))
}
