import type { TelegramBot } from '../emulators/telegram/people/bot.js'
import type { TelegramPerson } from '../emulators/telegram/people/person.js'
import type { Telegram } from '../emulators/telegram/start-telegram.js'
import { telegramDevice, telegramView } from '../support/devices/telegram-device.js'
import { demoFile } from '../support/demo-file.js'
import { openDevices, type YearChats } from '../support/year/devices-people.js'
import { chats } from '../support/year/table.js'

/** The sample branch with every member but one on Telegram; the people and the group as a file to import names them. */
export function openChats(tg: Telegram, bot: TelegramBot): { chats: YearChats; roster: object } {
  const people = new Map<string, TelegramPerson>()
  for (const member of chats.filter((chat) => chat !== 'group')) {
    people.set(member, tg.user({ id: 1000 + Number(member.slice(1)), first_name: member, language_code: 'vi' }))
    people.get(member)!.start(bot)
  }
  const secretary = people.get('m01')!
  const group = tg.group({ title: 'Chi bộ', by: secretary })
  for (const [member, person] of people) if (member !== 'm01') group.add(person, secretary)
  group.add(bot, secretary)

  const holders = [...people].map(([chat, person]) => ({
    chat,
    devices: [telegramDevice(tg, bot, person)],
    inGroup: (text: string) => void person.says(group, text),
  }))
  const members = demoFile().members.map((member) => {
    const person = people.get(member.id)
    return { ...member, accounts: person ? [{ channel: 'telegram', id: String(person.id), agreed: true }] : [] }
  })
  return {
    chats: openDevices(holders, [{ chat: 'group', devices: [telegramView(tg, group)] }]),
    roster: { members, chats: [{ channel: 'telegram', id: String(group.id) }] },
  }
}
