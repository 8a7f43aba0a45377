import { addPost, editPost } from '../world/posting.js'
import { setStanding } from '../world/standing.js'
import type { Post, Room } from '../world/state.js'
import { chatOf } from '../world/world.js'
import type { World } from '../world/world.js'
import type { TelegramBot } from './bot.js'
import type { TelegramPerson } from './person.js'
import { wordFields } from './words.js'

export type TelegramChannel = ReturnType<typeof createChannel>

/** A channel: its posts name no writer. Bots come in as admins only. */
export function createChannel(world: World, room: Room, owner: TelegramPerson) {
  return {
    room,
    id: room.id,

    add(bot: TelegramBot, by: TelegramPerson): void {
      setStanding(world, room, bot.state.user, by.state.user, 'administrator')
    },
    kick(bot: TelegramBot, by: TelegramPerson): void {
      setStanding(world, room, bot.state.user, by.state.user, 'kicked')
    },
    posts(text: string): Post {
      return addPost(world, room, {
        author: owner.id,
        fields: { sender_chat: chatOf(room), ...wordFields(text, [], 'text') },
      })
    },
    edits(post: Post, text: string): void {
      editPost(world, post, wordFields(text, [], 'text'))
    },
  }
}
