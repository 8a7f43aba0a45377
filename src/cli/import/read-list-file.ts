import { readFile } from 'node:fs/promises'
import type { Clock } from '../../clock.js'
import { localDate } from '../../domain/calendar/local-time.js'
import type { Roster } from '../../domain/people/roster.js'
import { branchLane } from '../../domain/record.js'
import { partialRoster } from '../../duties/branch/partial-roster.js'
import { readRosterCsv } from '../../duties/branch/roster-csv/read-roster-csv.js'
import { rosterCsvText } from '../../duties/branch/roster-csv/roster-csv-text.js'
import type { Store } from '../../store/store.js'
import type { T } from '../../words.js'

type ListReading = { roster: Roster; text: string } | { problems: string[] }

/** A list of members for a branch of the store, with what it would change in words; or what stands in its way. */
export async function readListFile(
  store: Store,
  clock: Clock,
  file: string,
  wanted: string | null,
  t: T,
): Promise<ListReading> {
  const branches = (await store.find('branches', { lane: { gt: '' } })).filter(({ gone }) => !gone)
  const known = branches.map(({ _id }) => _id).join(', ')
  const branch = wanted === null ? branches[0] : branches.find(({ _id }) => _id === wanted)
  if (!branch) return { problems: [t('cli-export-unknown', { branch: wanted ?? '', known })] }
  if (wanted === null && branches.length > 1) return { problems: [t('cli-import-which-branch', { known })] }
  let bytes: Uint8Array
  try {
    bytes = await readFile(file)
  } catch (error) {
    return { problems: [t('cli-file-unreadable', { file, code: (error as NodeJS.ErrnoException).code ?? 'unknown' })] }
  }
  const existing = await store.find('members', { lane: branchLane(branch._id) })
  const today = localDate(clock.now())
  const reading = readRosterCsv({ file: bytes, existing, today, locale: branch.locale })
  const text = rosterCsvText(t, reading)
  return 'problems' in reading ? { problems: [text] } : { roster: partialRoster(branch, reading.members), text }
}
