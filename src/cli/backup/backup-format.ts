import type { CollectionName, Store } from '../../store/store.js'
import type { Print } from '../../store/whole/fingerprint.js'
import { placeBound, type Row } from '../../store/whole/snapshot.js'

/**
 * A backup is a gzip of lines of JSON, the same whichever store it was made of, so that it can be restored into either:
 * a header, the rows collection by collection as they lay there, the files in pieces, and an end without which it is none.
 */
export type Line =
  | Header
  | { in: CollectionName; doc: Row }
  /** Its pieces follow, then whether that was all of it: a file that was swept meanwhile is none. */
  | { file: string; size: number }
  | { bytes: string }
  | { whole: boolean }
  | End

export interface Header {
  chibot: 'backup'
  format: typeof FORMAT
  /** Of the store; its rows may be older. */
  schema: number
  store: Store['kind']
  /** Real ms of the snapshot. */
  at: number
}

export interface End {
  end: true
  collections: Record<string, Print>
  files: number
}

export const FORMAT = 1

/** Tokens a platform renews and the keys of links are secrets, and old ones are worth nothing; what closes a gate is over by then. */
export const isLeftOut = (collection: CollectionName, { _id }: Row): boolean =>
  collection === 'machines' && (placeBound.includes(_id) || /^(?:token|gate|key|webhook|settings):/u.test(_id))
