import type { Message, User } from 'grammy/types'
import { withFileIds } from './file-shapes.js'
import { meantFor, viewers } from './privacy.js'
import type { BotState, Post, Room, StoredFile } from './state.js'
import { chatOf } from './world.js'
import type { World } from './world.js'

export const day = 24 * 3_600_000

/** The account in whose name admins speak who stay anonymous. */
export const anonymousAdmin: User = {
  id: 1087968824,
  is_bot: true,
  first_name: 'Group',
  username: 'GroupAnonymousBot',
}

export interface Draft {
  fields: Partial<Message>
  author: number
  sentBy?: BotState
  method?: string
  replyTo?: Post | null
  silent?: boolean
  files?: StoredFile[]
  /** A message the platform writes itself: every bot of the room sees it. */
  service?: boolean
  /** Bots that see it though they are no members any more. */
  alsoTo?: BotState[]
}

/** How a message looks to one bot: with its own file ids, and one level of reply. */
export function render(post: Post, bot: BotState): Message {
  const message = withFileIds(structuredClone(post.message), bot)
  if (post.replyTo && !post.replyTo.deleted)
    message.reply_to_message = withFileIds(structuredClone(post.replyTo.message), bot) as NonNullable<
      Message['reply_to_message']
    >
  return message
}

/** The bot's own description, as others see it. */
export function plainUser(user: User): User {
  const { id, is_bot, first_name, last_name, username, language_code } = user
  return {
    id,
    is_bot,
    first_name,
    ...(last_name && { last_name }),
    ...(username && { username }),
    ...(language_code && { language_code }),
  }
}

const kindOf = (room: Room, edited: boolean) =>
  room.kind === 'channel' ? (edited ? 'edited_channel_post' : 'channel_post') : edited ? 'edited_message' : 'message'

function tell(bot: BotState, post: Post, edited: boolean): void {
  post.seenBy.add(bot.user.id)
  bot.updates.push(kindOf(post.room, edited), render(post, bot), `chat:${post.room.id}`, day)
}

/** Accepts a message into a room and tells the bots that may see it. */
export function addPost(world: World, room: Room, draft: Draft): Post {
  const id = world.nextMessageId(room)
  const post: Post = {
    id,
    room,
    message: {
      message_id: id,
      date: Math.floor(world.now() / 1000),
      chat: chatOf(room),
      ...draft.fields,
    },
    replyTo: draft.replyTo ?? null,
    author: draft.author,
    sentBy: draft.sentBy ?? null,
    method: draft.method ?? null,
    silent: draft.silent ?? false,
    files: draft.files ?? [],
    meantFor: null,
    seenBy: new Set(),
    edits: [],
    deleted: false,
    at: world.now(),
    get text() {
      return this.message.text ?? this.message.caption ?? ''
    },
    get entities() {
      return this.message.entities ?? this.message.caption_entities ?? []
    },
    get buttons() {
      return (this.message.reply_markup?.inline_keyboard ?? []).map((row) => row.map(({ text }) => text))
    },
  }
  room.posts.push(post)
  world.posts.push(post)
  if (post.sentBy) room.lastBot = post.sentBy.user.id
  else post.meantFor = meantFor(world, post)
  const readers = new Set([...viewers(world, post, draft.service ?? false), ...(draft.alsoTo ?? [])])
  for (const bot of readers) tell(bot, post, false)
  world.changed()
  return post
}

/** Puts other words or buttons in place; bots that know the message, or may see it now, hear of it. */
export function editPost(world: World, post: Post, fields: Partial<Message>): void {
  const { text, entities, buttons } = post
  post.edits.push({ text, entities, buttons })
  post.message = { ...post.message, ...fields, edit_date: Math.floor(world.now() / 1000) }
  if (!post.sentBy) {
    post.meantFor ??= meantFor(world, post)
    const knowing = [...world.bots.values()].filter(({ user }) => post.seenBy.has(user.id))
    for (const bot of new Set([...knowing, ...viewers(world, post, false)])) tell(bot, post, true)
  }
  world.changed()
}
