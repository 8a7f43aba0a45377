import { resolve } from 'node:path'
import type { Place } from '../../store/whole/place.js'

/** `mongodb://…` or `sqlite:<folder>`; null for anything else. */
export function targetOf(to: string, dataDir: string): Place | null {
  if (/^mongodb(?:\+srv)?:\/\//u.test(to)) return { mongodbUri: to, dataDir }
  const folder = /^sqlite:(.+)$/u.exec(to)?.[1]
  return folder === undefined ? null : { mongodbUri: null, dataDir: resolve(folder) }
}
