import { openDesk } from '../cli/desk.js'
import type { TelegramBot } from '../emulators/telegram/people/bot.js'
import type { TelegramGroup } from '../emulators/telegram/people/group.js'
import type { TelegramPerson } from '../emulators/telegram/people/person.js'
import { startTelegram, type Telegram } from '../emulators/telegram/start-telegram.js'
import { connectedBranch } from '../support/connected-branch.js'

export const accountOf = (member: string): string => String(1000 + Number(member.slice(1)))
/** The demo branch but m09, who has no device. */
export const members = ['m01', 'm02', 'm03', 'm04', 'm05', 'm06', 'm07', 'm08', 'm10', 'm11']

export interface BranchOnTelegram {
  tg: Telegram
  bot: TelegramBot
  group: TelegramGroup
  /** By the member's id; m01 is the secretary. */
  people: Map<string, TelegramPerson>
}

/** The demo branch in the store of `env`, with its members and its group on an emulator whose bot has that token. */
export async function branchOnTelegram(token: string, env: Record<string, string>): Promise<BranchOnTelegram> {
  const tg = await startTelegram()
  const bot = tg.bot(token, { username: 'ChiBoBot' })
  const people = new Map<string, TelegramPerson>()
  for (const name of members) {
    people.set(name, tg.user({ id: Number(accountOf(name)), first_name: name, language_code: 'vi' }))
    people.get(name)!.start(bot)
  }
  const secretary = people.get('m01')!
  const group = tg.group({ title: 'Chi bộ', by: secretary })
  group.add(bot, secretary)
  const desk = await openDesk({ env })
  await connectedBranch(desk, { channel: 'telegram', account: accountOf, group: String(group.id) })
  await desk.clear()
  return { tg, bot, group, people }
}
