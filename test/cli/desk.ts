import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Terminal } from '../../src/cli/terminal.js'
import { withStore } from '../../src/cli/with-store.js'
import type { Clock } from '../../src/clock.js'
import { readConfig, type Config } from '../../src/config.js'
import type { Store } from '../../src/store/store.js'
import type { Locale } from '../../src/words.js'
import { words } from '../support/words.js'

/** A data folder of its own, and a terminal whose lines are kept. */
export interface Desk {
  config: Config
  terminal: Terminal
  printed: string[]
  complained: string[]
  /** What was printed and complained since the last call, as one text. */
  read(): string
  write(name: string, content: unknown): Promise<string>
  look<R>(work: (store: Store, clock: Clock) => Promise<R>): Promise<R>
  clear(): Promise<void>
}

export async function openDesk({
  locale = 'en',
  answer = null,
  env = {},
}: { locale?: Locale; answer?: boolean | null; env?: Record<string, string> } = {}): Promise<Desk> {
  const folder = await mkdtemp(join(tmpdir(), 'chibot-cli-'))
  const config = readConfig({ DATA_DIR: join(folder, 'data'), ...env })
  const printed: string[] = []
  const complained: string[] = []
  const terminal: Terminal = {
    words,
    t: words.in(locale),
    print: (line) => void printed.push(line),
    complain: (line) => void complained.push(line),
    confirm: () => Promise.resolve(answer),
  }
  return {
    config,
    terminal,
    printed,
    complained,
    read: () => [...printed.splice(0), ...complained.splice(0)].join('\n'),
    async write(name, content) {
      const file = join(folder, name)
      await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content))
      return file
    },
    look: (work) => withStore(config, work),
    clear: () => rm(folder, { recursive: true, force: true }),
  }
}
