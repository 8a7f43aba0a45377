import { commandOf } from './entities.js'
import type { BotState, Post, Room } from './state.js'
import type { World } from './world.js'

const isMember = (room: Room, bot: BotState): boolean => {
  const status = room.members.get(bot.user.id)?.status
  return status === 'member' || status === 'administrator'
}

const seesEverything = (room: Room, bot: BotState): boolean =>
  bot.user.can_read_all_group_messages || room.members.get(bot.user.id)?.status === 'administrator'

/** The one bot a message of a group is meant for. A reply wins over words, words over who wrote last. */
export function meantFor(world: World, post: Post): number | null {
  const { room, replyTo, text, entities } = post
  const repliedBot = replyTo?.sentBy?.user.id ?? replyTo?.meantFor
  if (repliedBot) return repliedBot
  const here = [...world.bots.values()].filter((bot) => isMember(room, bot))
  const command = commandOf(text, entities)
  const named = (name: string | undefined | null) => here.find(({ user }) => user.username.toLowerCase() === name)
  if (command?.bot) return named(command.bot)?.user.id ?? null
  if (command) return room.lastBot
  const mentions = entities
    .filter(({ type }) => type === 'mention')
    .map(({ offset, length }) => text.slice(offset + 1, offset + length).toLowerCase())
  return mentions.map(named).find((bot) => bot?.seesMentions)?.user.id ?? null
}

/** The bots a message reaches. Bots never see what bots write. */
export function viewers(world: World, post: Post, service: boolean): BotState[] {
  const { room } = post
  if (room.kind === 'private') return post.sentBy || !room.bot ? [] : [room.bot]
  if (post.sentBy) return []
  const here = [...world.bots.values()].filter((bot) => isMember(room, bot))
  if (service || room.kind === 'channel') return here
  return here.filter((bot) => seesEverything(room, bot) || post.meantFor === bot.user.id)
}
