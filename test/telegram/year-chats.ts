import type { TelegramBot } from '../emulators/telegram/people/bot.js'
import type { TelegramGroup } from '../emulators/telegram/people/group.js'
import type { TelegramPerson } from '../emulators/telegram/people/person.js'
import type { Telegram } from '../emulators/telegram/start-telegram.js'
import type { Post } from '../emulators/telegram/world/state.js'
import { demoFile } from '../support/demo-file.js'
import { isCalled } from '../support/is-called.js'
import type { Shown } from '../support/service.js'
import type { People } from '../support/year/live.js'
import { chats } from '../support/year/table.js'

/** The answers to a kill and a new start are in it. */
const PATIENCE_MS = 60_000

export interface YearChats {
  people: People
  /** Members and group as a file to import names them. */
  roster(): { members: object[]; chats: object[] }
  chatOf(account: string): string
  sent(chat: string): Post[]
  /** Somebody is told on the telephone what did not come: he knows it, and answers by typing. */
  tell(chat: string, message: Shown): void
}

/** The sample branch on Telegram: who is who there, and what people can do, as `test/support/year` asks for it. */
export function openChats(tg: Telegram, bot: TelegramBot): YearChats {
  const readers = new Map<string, TelegramPerson | TelegramGroup>()
  const reader = (chat: string): TelegramPerson | TelegramGroup => {
    const found = readers.get(chat)
    if (!found) throw new Error(`there is no ${chat}`)
    return found
  }
  const person = (member: string): TelegramPerson => reader(member) as TelegramPerson
  for (const member of chats.filter((chat) => chat !== 'group')) {
    readers.set(member, tg.user({ id: 1000 + Number(member.slice(1)), first_name: member, language_code: 'vi' }))
    person(member).start(bot)
  }
  const group = tg.group({ title: 'Chi bộ', by: person('m01') })
  for (const member of chats.filter((chat) => chat !== 'group' && chat !== 'm01'))
    group.add(person(member), person('m01'))
  group.add(bot, person('m01'))
  readers.set('group', group)
  const told = new Map<string, Shown[]>()

  const chatOf = (account: string): string => [...readers].find(([, { id }]) => String(id) === account)![0]
  const shownIn = (chat: string): Shown[] =>
    [
      ...tg
        .posts(reader(chat))
        .filter(({ deleted }) => !deleted)
        .map(shown),
      ...(told.get(chat) ?? []),
    ].sort((a, b) => a.at - b.at)
  const ofBot = (chat: string): Shown[] => shownIn(chat).filter(({ author }) => author === 'bot')
  const postOf = (chat: string, id: string): Post | undefined =>
    tg.posts(reader(chat)).find((post) => String(post.id) === id)

  async function choose(member: string, chat: string, message: Shown, does: string): Promise<void> {
    const post = postOf(chat, message.id)
    if (!post) return void person(member).says(bot, `/${does}`)
    const pressed = person(member).presses(post, does)
    await tg.until(() => pressed.answer !== null, PATIENCE_MS)
  }

  return {
    people: {
      messages: (chat) => Promise.resolve(shownIn(chat)),
      say(member, text, { chat = 'private', replyTo } = {}) {
        const where = chat === 'group' ? group : bot
        const answers = replyTo === undefined ? undefined : postOf(chat === 'group' ? 'group' : member, replyTo)
        person(member).says(where, text, answers ? { replyTo: answers } : {})
        return Promise.resolve()
      },
      async press(member, label, chat = 'private') {
        const where = chat === 'group' ? 'group' : member
        const message = ofBot(where).findLast(({ choices }) => choices.some((choice) => isCalled(choice, label)))
        if (!message) throw new Error(`${member} sees no button «${label}»`)
        await choose(member, where, message, message.choices.find((choice) => isCalled(choice, label))!.does)
      },
      async pressWhere(member, test) {
        for (const message of ofBot(member).reverse()) {
          const choice = message.choices.find(({ does, label }) => test(does, label))
          if (!choice) continue
          await choose(member, member, message, choice.does)
          return true
        }
        return false
      },
      async until(chat, test) {
        const last = (): Shown | undefined => ofBot(chat).at(-1)
        await tg
          .until(() => last() !== undefined && test(last()!), PATIENCE_MS)
          .catch(() => {
            throw new Error(`${chat} did not see it; last: ${JSON.stringify(last())}`)
          })
        return last()!
      },
    },
    roster: () => ({
      members: demoFile().members.map((member) => ({
        ...member,
        accounts: readers.has(member.id)
          ? [{ channel: 'telegram', id: String(person(member.id).id), agreed: true }]
          : [],
      })),
      chats: [{ channel: 'telegram', id: String(group.id) }],
    }),
    chatOf,
    sent: (chat) => tg.sent(reader(chat)),
    tell: (chat, message) => void told.set(chat, [...(told.get(chat) ?? []), message]),
  }
}

/** The title is the bold beginning; what a button does is what it carries. */
function shown(post: Post): Shown {
  const [first] = post.entities
  const title = post.sentBy && first?.type === 'bold' && first.offset === 0 ? post.text.slice(0, first.length) : null
  const keys = (post.message.reply_markup?.inline_keyboard ?? []).flat()
  return {
    id: String(post.id),
    author: post.sentBy ? 'bot' : String(post.author),
    title,
    text: title === null ? post.text : post.text.slice(title.length).replace(/^\n/u, ''),
    choices: keys.map((key) => ({ label: key.text, does: 'callback_data' in key ? key.callback_data : '' })),
    attachment: null,
    first: post.at,
    at: post.at,
    edited: post.edits.length > 0,
  }
}
