import type {
  CallbackQuery,
  Chat,
  ChatMember,
  ChatMemberUpdated,
  Message,
  Update as Received,
  User,
} from 'grammy/types'
import { addressKey, type Address, type Update } from '../../chat.js'
import { addressed, type Bot } from './addressed.js'
import { readFile } from './read-file.js'

/** The kinds of updates that concern us; Telegram keeps back all others. */
export const allowedUpdates = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const

/**
 * A batch of Bot API updates in neutral words, one for one; null for what does not concern us. `now` (ms) is the
 * moment of receipt. The types say what Telegram promises; what breaks the promise is passed over too.
 */
export function readBatch(batch: readonly Received[], bot: Bot, now: number): (Update | null)[] {
  const read: (Update | null)[] = []
  // A press bears no date: it was made before whatever follows it.
  let next = now
  for (const received of batch.toReversed()) {
    const date = dateOf(received)
    if (date !== null) next = Math.min(date, now)
    read.unshift(readUpdate(received, bot, Math.floor(next / 1000) * 1000))
  }
  return read
}

function dateOf({ message, edited_message: edited, my_chat_member: member }: Received): number | null {
  const seconds = edited?.edit_date ?? (message ?? edited ?? member)?.date
  return typeof seconds === 'number' ? seconds * 1000 : null
}

function readUpdate(received: Received, bot: Bot, at: number): Update | null {
  const { message, edited_message: edited, callback_query: press, my_chat_member: member } = received
  if (message) return readMessage(message, bot, at)
  if (edited) return readMessage(edited, bot, at)
  if (press) return readPress(press, bot, at)
  if (member) return readStanding(member, `telegram:${bot.id}:my_chat_member:${received.update_id}`, at)
  return null
}

function readMessage(message: Message, bot: Bot, at: number): Update | null {
  const { chat, message_id: messageId, edit_date: editDate } = message
  // Without a number of its own (messages only one person sees) it could not be told from the next.
  if (!isTalk(chat) || !(messageId > 0)) return null
  if (message.migrate_to_chat_id !== undefined) return readMove(chat.id, message.migrate_to_chat_id, message, at)
  if (message.migrate_from_chat_id !== undefined) return readMove(message.migrate_from_chat_id, chat.id, message, at)
  const who = speakerOf(message)
  const file = readFile(message)
  const group = isGroup(chat)
  const raw = message.text ?? (file ? (message.caption ?? '') : group ? undefined : wordless(message))
  if (!who || typeof raw !== 'string' || message.via_bot) return null
  const entities = message.entities ?? message.caption_entities ?? []
  const words = group ? addressed(raw, entities, bot) : { text: raw, mention: false }
  if (!words) return null
  const replyTo = repliedTo(message)
  const said = {
    id: `telegram:${bot.id}:m:${chat.id}:${messageId}:${editDate ?? 0}`,
    at,
    ...who,
    chat: addressOf(chat.id),
    group,
    text: words.text,
    messageId: String(messageId),
    ...(replyTo !== undefined && { replyTo: String(replyTo) }),
    ...(words.mention && { mention: true }),
    ...(editDate !== undefined && { edited: true }),
    ...(message.forward_origin && { forwarded: true }),
  }
  if (!file) return { ...said, kind: 'text' }
  const album = message.media_group_id
  return { ...said, kind: 'file', file, ...(album !== undefined && { album }) }
}

const things = ['sticker', 'contact', 'location', 'poll', 'dice', 'story', 'paid_media'] as const

/** What somebody sent us that is no words: in private it is answered, or he would take us for dead. */
const wordless = (message: Message): string | undefined =>
  things.some((thing) => message[thing] !== undefined) ? '' : undefined

function readPress({ id, from, message, data }: CallbackQuery, bot: Bot, at: number): Update | null {
  if (data === undefined || !message || !isTalk(message.chat) || !from || from.is_bot) return null
  return {
    kind: 'choice',
    id: `telegram:${bot.id}:cb:${id}`,
    at,
    ...person(from),
    chat: addressOf(message.chat.id),
    group: isGroup(message.chat),
    data,
    messageId: String(message.message_id),
  }
}

function readStanding(member: ChatMemberUpdated, id: string, at: number): Update | null {
  const { chat, from, old_chat_member: before, new_chat_member: now } = member
  if (!isTalk(chat) || !from || !now) return null
  // Added as an administrator at once, it has come in too.
  const came = before && standingOf(before) === 'out' && standingOf(now) === 'admin'
  const standing = came ? 'in' : standingOf(now)
  // Whoever is no administrator any more, or may speak again, has not come in anew.
  if (isGroup(chat) && standing === 'in' && before && standingOf(before) !== 'out') return null
  const who = from.is_bot ? hiddenBehind(chat) : person(from)
  return { kind: 'standing', id, at, ...who, chat: addressOf(chat.id), group: isGroup(chat), standing }
}

function standingOf(member: ChatMember): 'in' | 'admin' | 'out' {
  if (member.status === 'administrator' || member.status === 'creator') return 'admin'
  if (member.status === 'restricted') return member.is_member ? 'in' : 'out'
  return member.status === 'member' ? 'in' : 'out'
}

/** Said in the old chat and in the new one: both are the same event and get the same id. */
function readMove(old: number, to: number, { chat }: Message, at: number): Update {
  const from = addressOf(old)
  const id = `moved:${addressKey(from)}:${addressKey(addressOf(to))}`
  return { kind: 'moved', id, at, ...hiddenBehind(chat), from, chat: from, group: true, to: String(to) }
}

/** Null: nobody whose words concern us, as another bot or the channel a group belongs to. */
function speakerOf({ from, sender_chat: behind, is_automatic_forward: fromChannel }: Message): Who | null {
  if (fromChannel) return null
  // `from` names a stand-in here, the same one for all who hide.
  if (behind) return hiddenBehind(behind)
  return !from || from.is_bot ? null : person(from)
}

/** In a topic, a message that answers none names the one that opened the topic. */
function repliedTo({ reply_to_message: answered }: Message): number | undefined {
  return answered?.forum_topic_created ? undefined : answered?.message_id
}

/** The topic of a chat that a message or a press belongs to. */
export function threadOf(received: Received): number | null {
  const { message, edited_message: edited, callback_query: press } = received
  const said = message ?? edited ?? (press?.message as Message | undefined)
  return said?.is_topic_message ? (said.message_thread_id ?? null) : null
}

type Who = Pick<Update, 'from' | 'name' | 'hidden' | 'lang'>

const person = ({ id, first_name: first, last_name: last, language_code: lang }: User): Who => ({
  from: addressOf(id),
  name: [first, last].filter(Boolean).join(' '),
  ...(lang !== undefined && { lang }),
})

const hiddenBehind = (chat: Chat): Who => ({ from: addressOf(chat.id), name: chat.title ?? '', hidden: true })

const addressOf = (id: number): Address => ({ channel: 'telegram', id: String(id) })
const isGroup = (chat: Chat): boolean => chat.type === 'group' || chat.type === 'supergroup'
/** Channels only speak; nobody is asked or answered there. */
const isTalk = (chat: Chat | undefined): chat is Chat =>
  typeof chat?.id === 'number' && (chat.type === 'private' || isGroup(chat))
