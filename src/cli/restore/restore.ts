import { createClock, type Clock } from '../../clock.js'
import type { Config } from '../../config.js'
import { readOffset } from '../../duties/advance.js'
import { createFailpoint } from '../../failpoint.js'
import { localDate, localTime } from '../../domain/calendar/local-time.js'
import { openUnchecked } from '../../store/open-store.js'
import type { Ownership } from '../../store/owner/owner.js'
import type { Store } from '../../store/store.js'
import { createLoader } from '../../store/whole/place.js'
import { isEmpty, markUnfinished, unfinishedBy } from '../../store/whole/unfinished.js'
import { isLeftOut, type End, type Header } from '../backup/backup-format.js'
import { BadBackup, NotWhole, readBackup } from '../backup/read-backup.js'
import { exitCodes } from '../exit-codes.js'
import { createBatches } from '../fill-store.js'
import { createProgress } from '../progress.js'
import { takeStore } from '../take-store.js'
import type { Terminal } from '../terminal.js'
import { settleRestored } from './settle-restored.js'

interface Restore {
  config: Config
  terminal: Terminal
  file: string
  /** Nobody is asked. */
  yes?: boolean
  /** Only reads the backup to its end. */
  check?: boolean
}

/** Makes the store what it was when the backup was made; what may have happened since is told and not done. Returns the exit code. */
export async function restore(given: Restore): Promise<number> {
  const { terminal, file } = given
  const { t } = terminal
  try {
    const whole = await checkBackup(file)
    const { at, store } = whole.header
    const args = { file, time: localTime(at), date: localDate(at), rows: String(rowsOf(whole.end)), kind: store }
    terminal.print(t('cli-restore-is', { ...args, files: String(whole.end.files) }))
    return given.check === true ? exitCodes.ok : await restoreInto(given, whole)
  } catch (error) {
    if (!(error instanceof BadBackup)) throw error
    terminal.complain(t(`cli-restore-${error.why}`, { file }))
    return exitCodes.badFile
  }
}

interface Whole {
  header: Header
  end: End
}

/** All of it before anything is touched. */
async function checkBackup(file: string): Promise<Whole> {
  let header: Header
  const end = await readBackup(file, {
    header: (found) => void (header = found),
    row: () => undefined,
    file: (_, pieces) => drained(pieces),
  })
  return { header: header!, end }
}

async function drained(pieces: AsyncIterable<Uint8Array>): Promise<void> {
  try {
    for await (const _ of pieces);
  } catch (error) {
    if (!(error instanceof NotWhole)) throw error
  }
}

const rowsOf = ({ collections }: End): number => Object.values(collections).reduce((sum, { count }) => sum + count, 0)

async function restoreInto(given: Restore, whole: Whole): Promise<number> {
  const { config, terminal } = given
  const refuse = (why: string): number => {
    terminal.complain(terminal.t(`cli-restore-${why}`))
    return exitCodes.failed
  }
  const clock = createClock()
  const store = await openUnchecked(config)
  let ownership: Ownership | null = null
  try {
    ownership = await takeStore({ store, dataDir: config.dataDir, clock, terminal })
    if (!ownership) return refuse('owned')
    const agreed = given.yes === true || (await maybeReplace(store, terminal))
    if (agreed === null) return refuse('ask')
    if (!agreed) return refuse('left')
    await markUnfinished(store, 'restore')
    await fill(given, store, whole.end, clock)
    await readOffset(store, clock)
    const doubtful = await settleRestored({ store, clock, words: terminal.words, taken: whole.header.at })
    if (!ownership.held) return refuse('lost')
    await markUnfinished(store, null)
    terminal.print(terminal.t('cli-restore-done', { rows: String(doubtful) }))
    return exitCodes.ok
  } finally {
    await ownership?.release()
    await store.close()
  }
}

/** Whether what is there may go; null where nobody is there to say so. */
async function maybeReplace(store: Store, { t, ...terminal }: Terminal): Promise<boolean | null> {
  if ((await isEmpty(store)) || (await unfinishedBy(store)) === 'restore') return true
  const names = (await store.find('branches', {})).map(({ name }) => name).join(', ')
  terminal.print(t('cli-restore-replaces', { names: names === '' ? '–' : names }))
  return terminal.confirm(t('cli-restore-sure'))
}

async function fill({ config, terminal, file }: Restore, store: Store, end: End, clock: Clock): Promise<void> {
  const failpoint = createFailpoint(config.failpoint)
  const went = createProgress(terminal, () => clock.mono(), rowsOf(end) + end.files)
  const loader = await createLoader(config)
  try {
    const batches = createBatches(loader, went, failpoint)
    await loader.clear()
    await readBackup(file, {
      header: () => undefined,
      row: (collection, row) => (isLeftOut(collection, row) ? undefined : batches.add(collection, row)),
      async file(_, pieces) {
        await store.files.put(pieces).catch((error: unknown) => {
          if (!(error instanceof NotWhole)) throw error
        })
        went(1)
        failpoint('fill:file')
      },
    })
    await batches.flush()
    await loader.finish()
  } finally {
    await loader.close()
  }
  failpoint('fill:after')
}
