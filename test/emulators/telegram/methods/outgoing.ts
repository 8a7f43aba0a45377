import type { InlineKeyboardMarkup, Message, MessageEntity, ReplyParameters } from 'grammy/types'
import { findPost } from './access.js'
import { refusals } from '../http/api-error.js'
import { allEntities } from '../world/entities.js'
import { checkMarkup } from './keyboard.js'
import type { MethodCall } from './method-call.js'
import type { Draft } from '../world/posting.js'
import { plainUser } from '../world/posting.js'
import type { Post, Room } from '../world/state.js'
import { chatOf } from '../world/world.js'

/** Which words of a call are the text, and how long they may be. */
interface Wording {
  name: 'text' | 'caption'
  entities: 'entities' | 'caption_entities'
  limit: number
}

export const asText: Wording = { name: 'text', entities: 'entities', limit: 4096 }
export const asCaption: Wording = { name: 'caption', entities: 'caption_entities', limit: 1024 }

/** Text with its marks, checked; `source` is the call or one item of an album. */
export function wording({ name, entities, limit }: Wording, text: string, given: MessageEntity[]): Partial<Message> {
  const words = text.trimEnd()
  if (words.trim() === '') {
    if (name === 'text') throw refusals.emptyText()
    return {}
  }
  if (words.length > limit) throw name === 'text' ? refusals.textTooLong() : refusals.captionTooLong()
  const marks = allEntities(words, given)
  return { [name]: words, ...(marks.length > 0 && { [entities]: marks }) }
}

export function wordsOf({ params }: MethodCall, kind: Wording): Partial<Message> {
  // Loudly, so that nobody believes such text was understood.
  if (params.text('parse_mode') !== '') throw refusals.badRequest('the emulator reads entities only, no parse_mode')
  return wording(kind, params.text(kind.name), (params.json(kind.entities) ?? []) as MessageEntity[])
}

function repliedPost({ params }: MethodCall, room: Room): { replyTo: Post | null; fields: Partial<Message> } {
  const given = params.json('reply_parameters') as ReplyParameters | undefined
  const id = given?.message_id ?? params.int('reply_to_message_id')
  if (!id) return { replyTo: null, fields: {} }
  const replyTo = findPost(room, id) ?? null
  if (!replyTo) {
    if (given?.allow_sending_without_reply ?? params.flag('allow_sending_without_reply')) return { replyTo, fields: {} }
    throw refusals.messageNotFound('message to be replied')
  }
  const quote = given?.quote
  if (quote === undefined) return { replyTo, fields: {} }
  const position = replyTo.text.indexOf(quote)
  if (position < 0 || quote.length > 1024) throw refusals.badRequest('QUOTE_TEXT_INVALID')
  return { replyTo, fields: { quote: { text: quote, position, is_manual: true } } }
}

function threadFields({ params }: MethodCall, room: Room): Partial<Message> {
  const id = params.int('message_thread_id')
  if (!id) return {}
  if (!room.topics.get(id)?.open) throw refusals.threadNotFound()
  return { message_thread_id: id, is_topic_message: true }
}

export const markupOf = ({ params }: MethodCall): InlineKeyboardMarkup | undefined =>
  checkMarkup(params.json('reply_markup'))

/** Everything a sent message has whatever it bears: who, where, reply, buttons. */
export function draftOf(call: MethodCall, method: string, room: Room): Draft {
  const { bot, params } = call
  const { replyTo, fields } = repliedPost(call, room)
  const keyboard = markupOf(call)
  return {
    author: bot.user.id,
    sentBy: bot,
    method,
    replyTo,
    silent: params.flag('disable_notification'),
    fields: {
      ...(room.kind === 'channel' ? { sender_chat: chatOf(room) } : { from: plainUser(bot.user) }),
      ...threadFields(call, room),
      ...fields,
      ...(params.flag('protect_content') && { has_protected_content: true as const }),
      ...(keyboard && { reply_markup: keyboard }),
    },
  }
}
