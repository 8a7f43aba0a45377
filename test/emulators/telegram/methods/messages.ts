import type { Message } from 'grammy/types'
import { findPost, roomOf } from './access.js'
import { refusals } from '../http/api-error.js'
import { admit } from './method-call.js'
import type { Method, MethodCall } from './method-call.js'
import { asCaption, asText, draftOf, markupOf, wordsOf } from './outgoing.js'
import { addPost, editPost, render } from '../world/posting.js'
import { isAdminOf } from '../world/standing.js'
import type { Post } from '../world/state.js'

export const sendMessage: Method = (call) => {
  const room = roomOf(call, 'write')
  const draft = draftOf(call, 'sendMessage', room)
  const words = wordsOf(call, asText)
  admit(call, room)
  return render(addPost(call.world, room, { ...draft, fields: { ...draft.fields, ...words } }), call.bot)
}

function ownPost(call: MethodCall): Post {
  const post = findPost(roomOf(call, 'write'), call.params.int('message_id'))
  if (!post) throw refusals.messageNotFound('message to edit')
  if (post.sentBy !== call.bot) throw refusals.cannotEdit()
  return post
}

function change(call: MethodCall, post: Post, fields: Partial<Message>): Message {
  const next = { ...post.message, ...fields }
  const looks = ({ text, entities, caption, caption_entities, reply_markup }: Message) =>
    JSON.stringify([text ?? caption ?? '', entities ?? caption_entities ?? [], reply_markup ?? null])
  if (looks(next) === looks(post.message)) throw refusals.notModified()
  editPost(call.world, post, fields)
  return render(post, call.bot)
}

/** Buttons that are not given again go away with every edit. */
const keyboardFields = (call: MethodCall): Partial<Message> => ({ reply_markup: markupOf(call) }) as Partial<Message>
const noMarks = { entities: undefined } as unknown as Partial<Message>

export const editMessageText: Method = (call) => {
  const post = ownPost(call)
  if (post.message.text === undefined) throw refusals.badRequest('there is no text in the message to edit')
  return change(call, post, { ...noMarks, ...wordsOf(call, asText), ...keyboardFields(call) })
}

const noCaption = { caption: undefined, caption_entities: undefined } as unknown as Partial<Message>

/** The file stays; words that are not given go away. */
export const editMessageCaption: Method = (call) => {
  const post = ownPost(call)
  if (post.files.length === 0) throw refusals.badRequest('there is no caption in the message to edit')
  return change(call, post, { ...noCaption, ...wordsOf(call, asCaption), ...keyboardFields(call) })
}

export const editMessageReplyMarkup: Method = (call) => change(call, ownPost(call), keyboardFields(call))

const deletableFor = 48 * 3_600_000

export const deleteMessage: Method = (call) => {
  const { world, bot, params } = call
  const room = roomOf(call, 'write')
  const post = findPost(room, params.int('message_id'))
  if (!post) throw refusals.messageNotFound('message to delete')
  const isAllowed = post.sentBy === bot || room.kind === 'private' || isAdminOf(room, bot.user)
  if (!isAllowed || world.now() - post.at > deletableFor) throw refusals.cannotDelete()
  post.deleted = true
  world.changed()
  return true
}

const actions = [
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'find_location',
  'record_video_note',
  'upload_video_note',
]

export const sendChatAction: Method = (call) => {
  roomOf(call, 'write')
  if (!actions.includes(call.params.text('action'))) throw refusals.badRequest('wrong parameter action in request')
  return true
}

/** How long (ms) a press may be answered; the platform names no time, its server keeps a press for this long. */
const pressLife = 150_000

export const answerCallbackQuery: Method = ({ world, bot, params }) => {
  const press = world.presses.get(params.text('callback_query_id'))
  if (!press || press.bot !== bot.user.id || press.answer || world.now() - press.at > pressLife)
    throw refusals.queryTooOld()
  const text = params.text('text')
  if (text.length > 200) throw refusals.badRequest('MESSAGE_TOO_LONG')
  press.answer = { text, alert: params.flag('show_alert') }
  world.changed()
  return true
}
