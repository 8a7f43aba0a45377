/** What every document of a lane carries. */
export interface Owned {
  _id: string
  /** The lane that alone writes this document: `branch:<id>`, `account:<channel>:<id>`, `chat:<channel>:<id>`. */
  lane: string
  /** 1 at its first save; every save raises it by one. */
  version: number
  /** The entry whose decision wrote this version. */
  by: string
  /** Marked, never removed: a late repetition must not bring it back. */
  gone: boolean
}

/** A document with a future duty. */
export interface Timed extends Owned {
  /** When its duty is next looked at (domain ms); null when nothing is to come. */
  nextAt: number | null
}

export const branchLane = (branch: string): string => `branch:${branch}`
export const branchOfLane = (lane: string): string => lane.slice('branch:'.length)
