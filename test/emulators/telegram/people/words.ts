import type { Message, MessageEntity, TextQuote, User } from 'grammy/types'
import { findEntities } from '../world/entities.js'
import { addPost, anonymousAdmin, plainUser } from '../world/posting.js'
import type { Draft } from '../world/posting.js'
import { isMemberOf, membershipOf } from '../world/standing.js'
import type { PersonState, Post, Room } from '../world/state.js'
import { chatOf } from '../world/world.js'
import type { World } from '../world/world.js'
import type { Spot } from './place.js'

export interface Saying {
  replyTo?: Post
  /** Part of the answered message, marked by hand. */
  quote?: string
  /** Marks beside those the platform finds. */
  entities?: MessageEntity[]
}

/** The sender as bots see him: himself, or the group where he is an anonymous admin of it. */
export function senderFields(room: Room, user: User): Partial<Message> {
  if (room.kind === 'private' || !membershipOf(room, user).anonymous) return { from: plainUser(user) }
  return { from: plainUser(anonymousAdmin), sender_chat: chatOf(room) }
}

function quoteFields(replied: Post, quote: string | undefined): { quote?: TextQuote } {
  if (quote === undefined) return {}
  const position = replied.text.indexOf(quote)
  if (position < 0) throw new Error(`Nobody can quote "${quote}": it is not in the message`)
  return { quote: { text: quote, position, is_manual: true } }
}

/** In a topic everything answers at least the message that opened it; a reply elsewhere opens a thread of its own. */
function threadOf(
  { room, thread }: Spot,
  replyTo: Post | undefined,
): { replyTo: Post | null; fields: Partial<Message> } {
  const topic = thread === null ? undefined : room.topics.get(thread)
  if (topic)
    return { replyTo: replyTo ?? topic.created, fields: { message_thread_id: topic.id, is_topic_message: true } }
  if (!replyTo) return { replyTo: null, fields: {} }
  const root = replyTo.message.message_thread_id ?? replyTo.id
  return { replyTo, fields: room.kind === 'supergroup' ? { message_thread_id: root } : {} }
}

/** What every message of a person has in common. */
export function personDraft({ user }: PersonState, spot: Spot, { replyTo, quote }: Saying): Draft {
  const thread = threadOf(spot, replyTo)
  return {
    author: user.id,
    replyTo: thread.replyTo,
    fields: {
      ...senderFields(spot.room, user),
      ...thread.fields,
      ...(replyTo && quoteFields(replyTo, quote)),
    },
  }
}

/** Text or caption with what the platform marks in it. */
export function wordFields(text: string, given: MessageEntity[], name: 'text' | 'caption'): Partial<Message> {
  if (text === '') return {}
  if (text.length > (name === 'text' ? 4096 : 1024)) throw new Error('No client sends a text this long in one message')
  const marks = [...given, ...findEntities(text)].sort((a, b) => a.offset - b.offset)
  const field = name === 'text' ? 'entities' : 'caption_entities'
  return { [name]: text, ...(marks.length > 0 && { [field]: marks }) }
}

/** Throws where no client would let the person speak. */
function mustSpeak({ user, blocked }: PersonState, { room }: Spot): void {
  const bot = room.bot
  if (bot && blocked.has(bot.user.id)) throw new Error(`${user.first_name} has blocked ${bot.user.username}`)
  if (room.upgradedTo) throw new Error('The group has become a supergroup: nobody can write there')
  if (!bot && !isMemberOf(room, user)) throw new Error(`${user.first_name} is no member of ${room.title}`)
}

export function say(world: World, person: PersonState, spot: Spot, draft: Draft): Post {
  mustSpeak(person, spot)
  if (spot.room.bot) person.started.add(spot.room.bot.user.id)
  return addPost(world, spot.room, draft)
}
