import type { FileRef } from '../../chat.js'
import type { Owned } from '../record.js'

/** A file a member sent, as his branch keeps it. `_id`: `<branch>:f:<key>`; the bytes lie in the store under `sha256`. */
export interface KeptFile extends Owned {
  branch: string
  sha256: string
  size: number
  mime: string
  /** Fit to be shown and to be sent on. */
  name: string
  kind: FileRef['kind']
  /** Member id of whoever sent it. */
  from: string
  /** When it was sent (domain ms). */
  at: number
  /** The platform's id of the message it came in. */
  message: string | null
  /** Words that came with it. */
  caption: string
  /** Command line it was sent for; of a comment's, once it has its place: `gopy cd1:4`. */
  purpose: string
  /** As its platform knows it: sent on by that id where the reader is on the same one. */
  known: FileRef | null
  /** False where no words could be read in it (a scan, a recording): whoever sent it answers for what it is. */
  legible: boolean
}

/** `key` is what command lines name it by. */
export const fileId = (branch: string, key: string): string => `${branch}:f:${key}`
