import type { Replaced } from './store.js'

export interface Versioned {
  _id: string
  version: number
  by: string
}

/** A replace that matched nothing is right only if this entry has done it before, or a later one came after it. */
export function judgeReplace(stored: Versioned | null, wanted: Versioned): Replaced {
  if (!stored || stored.version < wanted.version) return 'mismatch'
  return stored.version > wanted.version || stored.by === wanted.by ? 'already' : 'mismatch'
}
