import { randomUUID } from 'node:crypto'
import { assemble } from '../../assemble.js'
import type { Clock } from '../../clock.js'
import type { Config } from '../../config.js'
import { branchLane } from '../../domain/record.js'
import type { Roster } from '../../domain/people/roster.js'
import { noFailpoint } from '../../failpoint.js'
import { createLog } from '../../log.js'
import type { Entry } from '../../store/entry.js'
import { createOwnership } from '../../store/owner/owner.js'
import type { Store } from '../../store/store.js'
import { awaitEntry } from './await-entry.js'
import { exitCodes } from '../exit-codes.js'
import { changesNothing, countImport, reportLines } from './import-report.js'
import { linkOutcome } from './link-outcome.js'
import { readListFile } from './read-list-file.js'
import { readRosterFile } from './read-roster-file.js'
import { rehearseImport } from './rehearse-import.js'
import type { Terminal } from '../terminal.js'
import { withStore } from '../with-store.js'

interface Import {
  config: Config
  terminal: Terminal
  file: string
  /** Whose members a CSV list names; not needed while there is only one branch. */
  branch?: string | undefined
  dryRun?: boolean
  /** A CSV list is taken without asking. */
  yes?: boolean
  /** How long the service is waited for. */
  patienceMs?: number
}

/** Brings a branch in from a file: one entry in its lane, which posts one to every account and group. Returns the exit code. */
export async function importFile(given: Import): Promise<number> {
  const { config, terminal, file, dryRun = false } = given
  const { t } = terminal
  if (/\.csv$/iu.test(file)) return withStore(config, (store, clock) => importList(given, store, clock))
  const reading = await readRosterFile(file, t)
  if ('problems' in reading) {
    for (const problem of reading.problems) terminal.complain(problem)
    terminal.complain(t('cli-file-refused', { file }))
    return exitCodes.badFile
  }
  return withStore(config, async (store, clock) => {
    const { roster } = reading
    if (!dryRun) return carryOut(given, roster, store, clock)
    const counts = countImport(roster, await rehearseImport({ store, clock, words: terminal.words }, roster))
    if (changesNothing(counts)) terminal.print(t('cli-import-same', { name: roster.name, branch: roster.branch }))
    else {
      for (const line of reportLines(t, roster, counts, true)) terminal.print(line)
      if (counts.posts > 0) terminal.print(t('cli-import-would-link', { count: String(counts.posts) }))
    }
    terminal.print(t('cli-import-dry-run'))
    return exitCodes.ok
  })
}

/** The members of a branch that exists, from a list of any office: what it would do is printed, and done only on a yes. */
async function importList(given: Import, store: Store, clock: Clock): Promise<number> {
  const { terminal, file, branch, dryRun = false, yes = false } = given
  const { t } = terminal
  const reading = await readListFile(store, clock, file, branch ?? null, t)
  if ('problems' in reading) {
    for (const problem of reading.problems) terminal.complain(problem)
    return exitCodes.badFile
  }
  terminal.print(reading.text)
  if (dryRun) {
    terminal.print(t('cli-import-dry-run'))
    return exitCodes.ok
  }
  const agreed = yes || (await terminal.confirm(t('cli-import-sure')))
  if (agreed) return carryOut(given, reading.roster, store, clock)
  terminal.complain(t(agreed === null ? 'cli-import-ask' : 'cli-import-left', { file }))
  return exitCodes.failed
}

async function carryOut(
  { config, terminal, patienceMs = 60_000 }: Import,
  roster: Roster,
  store: Store,
  clock: Clock,
): Promise<number> {
  const { t, words } = terminal
  const house = assemble({
    store,
    clock,
    words,
    log: createLog('silent'),
    failpoint: noFailpoint,
    nudge: () => undefined,
  })
  const ownership = createOwnership(store, { dataDir: config.dataDir, life: house.life, clock })
  const entry = `cli:${randomUUID()}`
  await house.journal.accept([
    { _id: entry, lane: branchLane(roster.branch), at: clock.now(), payload: { kind: 'import', roster } },
  ])
  try {
    const done = await awaitEntry({ store, rounds: house.rounds, ownership, clock, entry, patienceMs })
    if (!done) {
      terminal.print(t('cli-import-later', { entry, seconds: String(Math.round(patienceMs / 1000)) }))
      return exitCodes.ok
    }
    return await report(terminal, roster, store, done)
  } finally {
    await ownership.release()
  }
}

async function report(
  terminal: Terminal,
  roster: Roster,
  store: Store,
  [imported, ...followed]: Entry[],
): Promise<number> {
  const { t } = terminal
  if (imported!.failed) {
    terminal.complain(t('cli-import-failed', { entry: imported!._id }))
    return exitCodes.failed
  }
  const decision = imported!.decision!
  const counts = countImport(roster, decision)
  if (changesNothing(counts)) {
    terminal.print(t('cli-import-same', { name: roster.name, branch: roster.branch }))
    return exitCodes.ok
  }
  for (const line of reportLines(t, roster, counts, false)) terminal.print(line)
  const byId = new Map(followed.map((entry) => [entry._id, entry]))
  for (const { _id } of decision.posts) {
    const asked = byId.get(_id)!
    const answer = asked.decision!.posts[0]
    terminal.print(await linkOutcome({ t, store, roster }, asked, answer && byId.get(answer._id)))
  }
  return followed.some(({ failed }) => failed) ? exitCodes.failed : exitCodes.ok
}
