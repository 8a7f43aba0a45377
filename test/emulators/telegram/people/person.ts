import type { Message, MessageOrigin } from 'grammy/types'
import { editPost, plainUser, render } from '../world/posting.js'
import { isMemberOf, tellStanding } from '../world/standing.js'
import type { PersonState, Post, Press, Room } from '../world/state.js'
import { chatOf } from '../world/world.js'
import type { World } from '../world/world.js'
import type { TelegramBot } from './bot.js'
import { createFileSending } from './files.js'
import type { Place } from './place.js'
import { personDraft, say, wordFields } from './words.js'
import type { Saying } from './words.js'

const pressLife = 150_000

export type TelegramPerson = ReturnType<typeof createPerson>

/** Somebody with Telegram in his hand. */
export function createPerson(world: World, state: PersonState) {
  const { user } = state

  function says(place: Place, text: string, saying: Saying = {}): Post {
    const spot = place.spotFor(state)
    const draft = personDraft(state, spot, saying)
    const words = wordFields(text, saying.entities ?? [], 'text')
    return say(world, state, spot, { ...draft, fields: { ...draft.fields, ...words } })
  }

  /** Sends a callback, whether or not the message has such a button. */
  function press(post: Post, data: string, isInaccessible: boolean): Press {
    const { room, sentBy } = post
    if (!sentBy) throw new Error('Only messages of a bot have buttons')
    if (room.kind !== 'private' && !isMemberOf(room, user))
      throw new Error(`${user.first_name} is no member of ${room.title}`)
    const id = `${user.id}${String(world.serial()).padStart(9, '0')}`
    const made: Press = { id, bot: sentBy.user.id, from: user.id, data, at: world.now(), answer: null }
    world.presses.set(id, made)
    const lost = { chat: chatOf(room), message_id: post.id, date: 0 }
    const query = {
      id,
      from: plainUser(user),
      message: isInaccessible || post.deleted ? lost : render(post, sentBy),
      chat_instance: String(-room.id * 7919),
      data,
    }
    sentBy.updates.push('callback_query', query, `callback:${user.id}`, pressLife)
    world.changed()
    return made
  }

  function changeBlock(bot: TelegramBot, isBlocked: boolean): void {
    const room = world.privateRoom(bot.state, state)
    const { user: botUser } = bot.state
    const member = { user: botUser, status: 'member' as const, anonymous: false }
    const kicked = { ...member, status: 'kicked' as const }
    if (isBlocked) state.blocked.add(bot.id)
    else state.blocked.delete(bot.id)
    tellStanding(world, room, user, isBlocked ? member : kicked, isBlocked ? kicked : member)
  }

  return {
    state,
    id: user.id,
    ...createFileSending(world, state),
    says,

    /** Opens the bot, by a deep link if there is a payload. Who had blocked it unblocks it by this. */
    start(bot: TelegramBot, payload = ''): Post {
      if (state.blocked.has(bot.id)) changeBlock(bot, false)
      return says(bot, `/start${payload && ` ${payload}`}`)
    },

    /** Presses a button that is there, by its label or its data. */
    presses(post: Post, button: string): Press {
      const keys = (post.message.reply_markup?.inline_keyboard ?? []).flat()
      const key = keys.find((one) => one.text === button || ('callback_data' in one && one.callback_data === button))
      if (!key || !('callback_data' in key))
        throw new Error(`No button "${button}" to press, only ${JSON.stringify(post.buttons)}`)
      return press(post, key.callback_data, false)
    },

    /** A callback that no button of the message holds any more, or ever held. */
    forges: (post: Post, data: string): Press => press(post, data, false),

    /** A press on a message that the platform no longer shows to the bot. */
    pressesOld: (post: Post, data: string): Press => press(post, data, true),

    /** Other words in a message, or another caption, or none, under what is no text. */
    edits(post: Post, text: string): void {
      if (post.author !== user.id) throw new Error("Nobody edits another's message")
      const name = post.message.text === undefined ? 'caption' : 'text'
      if (name === 'text' && text.trim() === '') throw new Error('No client makes a text empty')
      const cleared = (name === 'text'
        ? { entities: undefined }
        : { caption: undefined, caption_entities: undefined }) as unknown as Partial<Message>
      editPost(world, post, { ...cleared, ...wordFields(text, [], name) })
    },

    /** Nobody is told of this: bots never hear of a deletion. */
    deletes(post: Post): void {
      post.deleted = true
      world.changed()
    },

    /** `hidden`: the first writer does not let his account be named. */
    forwards(place: Place, post: Post, { hidden = false } = {}): Post {
      const spot = place.spotFor(state)
      const draft = personDraft(state, spot, {})
      const { text, entities, caption, caption_entities, document, photo, voice } = post.message
      const body = JSON.parse(
        JSON.stringify({ text, entities, caption, caption_entities, document, photo, voice }),
      ) as Partial<Message>
      const fields = { ...draft.fields, ...body, forward_origin: originOf(post, hidden) }
      return say(world, state, spot, { ...draft, fields, files: post.files })
    },

    blocks: (bot: TelegramBot): void => changeBlock(bot, true),
    unblocks: (bot: TelegramBot): void => changeBlock(bot, false),

    deactivates(): void {
      state.deactivated = true
    },

    /** The private chat with a bot, for reading the ledger. */
    room: (bot: TelegramBot): Room => world.privateRoom(bot.state, state),
  }
}

function originOf({ message, room, id }: Post, hidden: boolean): MessageOrigin {
  const { date, from, sender_chat } = message
  if (room.kind === 'channel')
    return {
      type: 'channel',
      date,
      chat: chatOf(room) as Extract<MessageOrigin, { type: 'channel' }>['chat'],
      message_id: id,
    }
  if (sender_chat) return { type: 'chat', date, sender_chat }
  const writer = from ?? { id: 0, is_bot: false, first_name: '' }
  if (hidden) return { type: 'hidden_user', date, sender_user_name: writer.first_name }
  return { type: 'user', date, sender_user: writer }
}
