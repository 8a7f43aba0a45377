import type { TelegramBot } from '../../emulators/telegram/people/bot.js'
import type { TelegramGroup } from '../../emulators/telegram/people/group.js'
import type { TelegramPerson } from '../../emulators/telegram/people/person.js'
import type { Telegram } from '../../emulators/telegram/start-telegram.js'
import type { Post } from '../../emulators/telegram/world/state.js'
import { isCalled } from '../is-called.js'
import type { Shown } from '../service.js'
import type { Device, Handheld } from './device.js'

/** The answers to a kill and a new start are in it. */
const PATIENCE_MS = 60_000

/** A private chat with the bot on Telegram. */
export function telegramDevice(tg: Telegram, bot: TelegramBot, person: TelegramPerson): Handheld {
  const postOf = (id: string): Post | undefined => tg.posts(person).find((post) => String(post.id) === id)

  return {
    ...telegramView(tg, person),
    says(text, replyTo) {
      const answers = replyTo === undefined ? undefined : postOf(replyTo)
      person.says(bot, text, answers ? { replyTo: answers } : {})
      return Promise.resolve()
    },
    async chooses({ id, choices }, label) {
      const choice = choices.find((one) => isCalled(one, label))!
      const pressed = person.presses(postOf(id)!, choice.does)
      await tg.until(() => pressed.answer !== null, PATIENCE_MS)
    },
  }
}

/** What stands in a chat on Telegram. */
export function telegramView(tg: Telegram, reader: TelegramPerson | TelegramGroup): Device {
  return {
    address: { channel: 'telegram', id: String(reader.id) },
    shown: () =>
      tg
        .posts(reader)
        .filter(({ deleted }) => !deleted)
        .map(shown),
    accepted: () => tg.sent(reader).map(({ id, text, at }) => ({ id: String(id), text, at })),
  }
}

/** The title is the bold beginning; what a button does is what it carries. */
function shown(post: Post): Shown {
  const [first] = post.entities
  const title = post.sentBy && first?.type === 'bold' && first.offset === 0 ? post.text.slice(0, first.length) : null
  const keys = (post.message.reply_markup?.inline_keyboard ?? []).flat()
  const [file] = post.files
  return {
    id: String(post.id),
    author: post.sentBy ? 'bot' : String(post.author),
    title,
    text: title === null ? post.text : post.text.slice(title.length).replace(/^\n/u, ''),
    choices: keys.map((key) => ({ label: key.text, does: 'callback_data' in key ? key.callback_data : '' })),
    attachment: file ? { name: file.name ?? '', size: file.bytes.length } : null,
    first: post.at,
    at: post.at,
    edited: post.edits.length > 0,
  }
}
