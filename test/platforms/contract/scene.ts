import { setTimeout as sleep } from 'node:timers/promises'
import { addDays, localDate } from '../../../src/domain/calendar/local-time.js'
import type { Abilities, Done, Driver, Person, Shown } from './driver.js'

const PATIENCE_MS = 20_000

export const help = /^Các lệnh đồng chí dùng được/u

/** What the scenarios look with. The driver is there from the first test on. */
export interface Scene {
  can: Abilities
  driver: () => Driver
  who: (name: string) => Person
  /** The newest message of the bot to him with these words. A choice stands under it or, where a long one took several, under what follows. */
  sees: (name: string, words: RegExp, label?: string) => Promise<Shown>
  seesInGroup: (words: RegExp) => Promise<Shown>
  presses: (name: string, words: RegExp, label: string) => Promise<Done>
  /** Files sent to him at these words or behind them: where a document goes alone, it comes a moment later. */
  seesFiles: (name: string, words: RegExp) => Promise<Shown['files']>
  count: (name: string, words: RegExp) => Promise<number>
  /** He is answered: everything said before it has been dealt with, for a chat is answered in order. */
  isAnswered: (name: string) => Promise<void>
  /** `02/12/2026` */
  inDays: (days: number) => Promise<string>
}

export function createScene(can: Abilities, driver: () => Driver): Scene {
  const who = (name: string): Person => driver().person(name)

  async function until<T>(look: () => Promise<T | undefined>, otherwise: () => string | Promise<string>): Promise<T> {
    for (const end = performance.now() + PATIENCE_MS; performance.now() < end; await sleep(25)) {
      const found = await look()
      if (found !== undefined) return found
    }
    throw new Error(`${await otherwise()}\n${driver().log()}`)
  }

  async function newest(chat: string, all: () => Promise<Shown[]>, words: RegExp, label?: string): Promise<Shown> {
    let shown: Shown[] = []
    const found = async (): Promise<Shown | undefined> => {
      shown = await all()
      const at = shown.findLastIndex(({ text }) => words.test(text))
      return at < 0 ? undefined : shown.slice(at).find(({ labels }) => !label || labels.includes(label))
    }
    return until(found, () => {
      const last = shown.slice(-3).map(({ text, labels }) => `«${text}» [${labels.join('|')}]`)
      return `${chat} does not see ${words.source} [${label}]; last: ${last.join('\n')}`
    })
  }

  const sees: Scene['sees'] = (name, words, label) => newest(name, () => who(name).sees(), words, label)
  const count: Scene['count'] = async (name, words) =>
    (await who(name).sees()).filter(({ text }) => words.test(text)).length

  return {
    can,
    driver,
    who,
    sees,
    count,
    seesInGroup: (words) => newest('the group', () => driver().group.sees(), words),
    presses: async (name, words, label) => who(name).presses(await sees(name, words, label), label),
    async seesFiles(name, words) {
      await sees(name, words)
      const found = async (): Promise<Shown['files'] | undefined> => {
        const shown = await who(name).sees()
        const files = shown.slice(shown.findLastIndex(({ text }) => words.test(text))).flatMap((one) => one.files)
        return files.length > 0 ? files : undefined
      }
      return until(found, () => `${name} sees no file at ${words.source}`)
    },
    async isAnswered(name) {
      const before = await count(name, help)
      await who(name).says('/trogiup')
      await until(
        async () => ((await count(name, help)) > before ? true : undefined),
        () => `${name} is not answered`,
      )
    },
    inDays: async (days) =>
      addDays(localDate(await driver().now()), days)
        .split('-')
        .reverse()
        .join('/'),
  }
}
