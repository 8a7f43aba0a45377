import { readFile } from 'node:fs/promises'
import { readRoster, type RosterReading } from '../../duties/branch/read-roster.js'
import type { T } from '../../words.js'

/** A branch's file, or what stands in its way, one line a problem. */
export async function readRosterFile(file: string, t: T): Promise<RosterReading> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    return { problems: [t('cli-file-unreadable', { file, code: (error as NodeJS.ErrnoException).code ?? 'unknown' })] }
  }
  try {
    return readRoster(JSON.parse(text.replace(/^\uFEFF/u, '')))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return { problems: [t('cli-file-not-json', { file, why: error.message })] }
  }
}
