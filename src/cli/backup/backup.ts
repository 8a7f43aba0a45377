import { stat } from 'node:fs/promises'
import { extname, join, resolve } from 'node:path'
import type { Clock } from '../../clock.js'
import type { Config } from '../../config.js'
import { createFailpoint } from '../../failpoint.js'
import { collectionNames } from '../../store/collections.js'
import type { Store } from '../../store/store.js'
import { NoSnapshot, type Snapshot } from '../../store/whole/snapshot.js'
import { openSnapshot } from '../../store/whole/place.js'
import { isEmpty } from '../../store/whole/unfinished.js'
import { exitCodes } from '../exit-codes.js'
import { createProgress } from '../progress.js'
import type { Terminal } from '../terminal.js'
import { withOldStore } from '../with-store.js'
import { writeBackup } from './write-backup.js'

/** Writes the store as it stands at one moment into one file, beside a service that works on it. Returns the exit code. */
export async function backup(given: { config: Config; terminal: Terminal; to: string }): Promise<number> {
  const { config, terminal, to } = given
  const { t } = terminal
  return withOldStore(config, async (store, clock) => {
    const refuse = (why: string, args = {}): number => {
      terminal.complain(t(`cli-backup-${why}`, args))
      return exitCodes.failed
    }
    if (await isEmpty(store)) return refuse('empty')
    const at = clock.real()
    try {
      const target = await targetOf(to, at)
      if (target === null) return refuse('exists', { file: to })
      if (extname(target) === '') return refuse('no-folder', { file: to })
      const snapshot = await openSnapshot(config, { alone: false })
      try {
        const { collections, files } = await write(given, store, snapshot, { clock, at, target })
        const rows = Object.values(collections).reduce((sum, { count }) => sum + count, 0)
        const bytes = (await stat(target)).size
        const kilobytes = String(Math.ceil(bytes / 1024))
        terminal.print(t('cli-backup-done', { file: target, rows: String(rows), files: String(files), kilobytes }))
        terminal.print(t('cli-backup-left-out'))
        return exitCodes.ok
      } finally {
        await snapshot.close()
      }
    } catch (error) {
      if (error instanceof NoSnapshot) return refuse(error.why)
      const { code, path } = error as NodeJS.ErrnoException
      if (typeof code !== 'string' || !/^E[A-Z]+$/u.test(code)) throw error
      return refuse('unwritable', { file: path ?? to, code })
    }
  })
}

async function write(
  { config, terminal }: { config: Config; terminal: Terminal },
  store: Store,
  snapshot: Snapshot,
  { clock, at, target }: { clock: Clock; at: number; target: string },
) {
  const counts = await Promise.all(collectionNames.map((name) => snapshot.count(name)))
  const total = counts.reduce((sum, count) => sum + count, 0)
  const schema = Number((await store.get('machines', 'schema'))?.value['number'])
  const went = createProgress(terminal, () => clock.mono(), total)
  return writeBackup(target, { store, snapshot, schema, at, went, failpoint: createFailpoint(config.failpoint) })
}

/** In a folder a name of its own; null where a file of that name exists already. */
async function targetOf(to: string, at: number): Promise<string | null> {
  const path = resolve(to)
  const found = await stat(to).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' && !to.endsWith('/')) return null
    throw error
  })
  if (!found) return path
  const moment = new Date(at).toISOString().replace(/[-:]|\.\d+/gu, '')
  return found.isDirectory() ? join(path, `chibot-${moment}.ndjson.gz`) : null
}
