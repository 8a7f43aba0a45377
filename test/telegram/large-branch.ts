import { rosterOf } from '../../bench/roster.js'
import { importFile } from '../../src/cli/import/import-file.js'
import { openDesk } from '../cli/desk.js'
import type { TelegramBot } from '../emulators/telegram/people/bot.js'
import type { TelegramPerson } from '../emulators/telegram/people/person.js'
import { startTelegram, type Telegram } from '../emulators/telegram/start-telegram.js'
import type { Post } from '../emulators/telegram/world/state.js'
import { prepareNotice } from './prepare-notice.js'
import { createTalk } from './talk.js'

const token = '7000000005:AAE-load_load_load_load_load_load_loa'
const notice = /^THÔNG BÁO SINH HOẠT CHI BỘ/u
const menu = /^Các lệnh đồng chí dùng được/u

/** A branch of many on Telegram; the tests and the bench watch a notice go to it. */
export interface LargeBranch {
  tg: Telegram
  bot: TelegramBot
  people: TelegramPerson[]
  secretary: TelegramPerson
  /** What the product is started with. */
  env: Record<string, string>
  /** The notice of a meeting waits for «Gửi». `log`: of the product that runs on it. */
  prepareNotice: (log: () => string) => Promise<() => Promise<void>>
  notices: () => Post[]
  /** Whether the menu that person asked for has come. */
  hasMenu: (person: TelegramPerson) => boolean
  /** How often the bot was told to slow down. */
  refused: () => number
}

export async function openLargeBranch(count: number, store: Record<string, string>): Promise<LargeBranch> {
  const tg = await startTelegram()
  const bot = tg.bot(token, { username: 'ChiBoBot' })
  const account = (n: number) => ({ channel: 'telegram', id: String(1000 + n) })
  const people = Array.from({ length: count }, (_, n) => {
    const person = tg.user({ id: 1000 + n, first_name: `m${n}`, language_code: 'vi' })
    // They opened the bot long ago.
    person.state.started.add(bot.id)
    return person
  })
  const desk = await openDesk({ env: store })
  const file = await desk.write('branch.json', rosterOf(count, 1, account))
  const code = await importFile({ config: desk.config, terminal: desk.terminal, file })
  if (code !== 0) throw new Error(`the branch was not imported:\n${desk.read()}`)
  await desk.clear()
  const secretary = people[0]!
  return {
    tg,
    bot,
    people,
    secretary,
    env: { ...store, TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: tg.url },
    async prepareNotice(log) {
      const talk = createTalk(tg, log)
      await prepareNotice(talk, { secretary, bot, now: tg.now() })
      return () => talk.press(secretary, 'Gửi')
    },
    notices: () => tg.sent().filter(({ text }) => notice.test(text)),
    hasMenu: ({ id }) => tg.sent().some(({ room, text }) => room.id === id && menu.test(text)),
    refused: () => tg.calls.filter(({ status }) => status === 429).length,
  }
}
