import type { CollectionName } from '../store.js'

/** What lies in a store, whatever the schema it was written under. */
export interface Row {
  _id: string
  [field: string]: unknown
}

/** A store as it stood at one moment, whatever others write meanwhile. */
export interface Snapshot {
  count(collection: CollectionName): Promise<number>
  /** By `_id`, in the order of its UTF-8 bytes. */
  rows(collection: CollectionName): AsyncIterable<Row>
  close(): Promise<void>
}

/** Writes a store as another one is: rows as they are, unchecked. For whoever owns it, while it is marked as unfinished. */
export interface Loader {
  /** All that is there goes, but for the lease and the mark. */
  clear(): Promise<void>
  load(collection: CollectionName, rows: Row[]): Promise<void>
  /** When it resolves all of it is durable. */
  finish(): Promise<void>
  /** Without `finish` before it, what was loaded may be there in part, or not at all. */
  close(): Promise<void>
}

/** What of the machinery belongs to a place and not to what lies there: who works on it, and whether it is whole. */
export const placeBound = ['lease', 'unfinished']

/** `standalone`: the server has no snapshots; `too-long`: it keeps the past for five minutes, and reading took longer. */
export class NoSnapshot extends Error {
  constructor(readonly why: 'standalone' | 'too-long') {
    super(`no snapshot: ${why}`)
  }
}
