import { appendFileSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe } from '@jest/globals'

/** The clock on the wall of child processes, set from outside by Debian's `faketime`; their monotonic clock stays real. */
export interface FakeClock {
  env: Record<string, string>
  now: () => number
  /** Running processes see it at once. */
  set: (ms: number) => void
  /** What faketime leaves of a process that was killed. */
  clearAfter: (pid: number) => void
  remove: () => void
}

/** Where Debian puts it, on every architecture. */
function findLibrary(): string | null {
  if (!existsSync('/usr/lib')) return null
  const folders = ['/usr/lib', ...readdirSync('/usr/lib').map((name) => `/usr/lib/${name}`)]
  const paths = folders.map((folder) => `${folder}/faketime/libfaketimeMT.so.1`)
  return paths.find((path) => existsSync(path)) ?? null
}

const library = findLibrary()

export function createFakeClock(begins: number): FakeClock {
  if (library === null) throw new Error('faketime is missing. On Debian: apt-get install -y faketime')
  const folder = mkdtempSync(join(tmpdir(), 'chibot-clock-'))
  const file = join(folder, 'offset')
  let offset = 0
  const set = (ms: number): void => {
    offset = Math.ceil((ms - Date.now()) / 1000)
    // Replaced as a whole: it is read at every look at the clock.
    writeFileSync(`${file}.new`, `${offset < 0 ? '' : '+'}${offset}\n`)
    renameSync(`${file}.new`, file)
  }
  set(begins)
  return {
    env: {
      LD_PRELOAD: library,
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_NO_CACHE: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    },
    now: () => Date.now() + offset * 1000,
    set,
    clearAfter(pid) {
      for (const name of [`faketime_shm_${pid}`, `sem.faketime_sem_${pid}`]) rmSync(`/dev/shm/${name}`, { force: true })
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** A suite that sets the clock; without faketime it is skipped, and the run says so at its end. In CI that is a failure. */
export function describeFakeClock(name: string, suite: () => void): void {
  if (library !== null || process.env['CI'] === 'true') return describe(name, suite)
  const file = process.env['CHIBOT_TEST_SKIPPED']
  if (file !== undefined) appendFileSync(file, `${name} (apt-get install faketime)\n`)
  describe.skip(`${name} (no faketime: apt-get install faketime)`, suite)
}
