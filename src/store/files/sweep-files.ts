import type { Clock } from '../../clock.js'
import { day, hour } from '../../domain/calendar/local-time.js'
import type { Store } from '../store.js'
import { toldBy } from './fetch.js'

const PAGE = 50
/** Between the end of one walk and the beginning of the next. */
const PAUSE = day

/** Bytes that no document names go: what was refused after it was stored, replaced, or left by a process that died. */
export interface FileSweep {
  /** Looks at the next page, a walk through all of them a day. Returns whether the walk goes on. */
  sweep(): Promise<boolean>
}

export function createFileSweep(options: {
  store: Store
  clock: Pick<Clock, 'real'>
  /** After they were put last: a message that is on its way may still send them on. */
  orphanDays?: number
}): FileSweep {
  const { store, clock, orphanDays = 7 } = options
  let after = ''
  let notBefore = 0

  return {
    async sweep() {
      const real = clock.real()
      if (real < notBefore) return false
      if (after === '') await store.files.tidy(real - hour)
      const before = real - orphanDays * day
      const page = await store.files.list(after, PAGE)
      for (const { sha256, putAt } of page) {
        if (putAt < before && !(await isNamed(store, sha256))) await store.files.remove(sha256, before)
      }
      after = page.length < PAGE ? '' : page.at(-1)!.sha256
      if (after === '') notBefore = real + PAUSE
      return after !== ''
    },
  }
}

/** By a document, or by an entry that is still to make one. */
async function isNamed(store: Store, sha256: string): Promise<boolean> {
  const files = await store.find('files', { sha256 })
  if (files.some(({ gone }) => !gone)) return true
  for (const row of await store.find('fetches', { sha256 })) {
    const entry = await store.get('journal', toldBy(row))
    if (entry && (entry.open !== 0 || (entry.failed && entry.payload !== null))) return true
  }
  return false
}
