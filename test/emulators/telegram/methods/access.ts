import { refusals } from '../http/api-error.js'
import type { MethodCall } from './method-call.js'
import { isAdminOf } from '../world/standing.js'
import type { BotState, PersonState, Post, Room } from '../world/state.js'
import type { World } from '../world/world.js'

/** Whether the bot has met the person: in private or in a common chat. */
const hasMet = (world: World, bot: BotState, { user, started }: PersonState): boolean =>
  started.has(bot.user.id) ||
  [...world.rooms.values()].some((room) => room.members.has(user.id) && room.members.has(bot.user.id))

function privateRoom({ world, bot }: MethodCall, id: number, writes: boolean): Room {
  if (world.botById(id)) throw refusals.toBot()
  const person = world.people.get(id)
  if (!person || !hasMet(world, bot, person)) throw refusals.chatNotFound()
  if (writes && person.deactivated) throw refusals.deactivated()
  if (writes && person.blocked.has(bot.user.id)) throw refusals.blocked()
  if (writes && !person.started.has(bot.user.id)) throw refusals.neverStarted()
  return world.privateRoom(bot, person)
}

function checkGroup(room: Room, bot: BotState, writes: boolean): void {
  if (writes && room.upgradedTo) throw refusals.upgraded(room.upgradedTo.id)
  if (writes && room.deleted) throw refusals.groupDeleted()
  const status = room.members.get(bot.user.id)?.status
  if (!status) throw refusals.chatNotFound()
  const isBasic = room.kind === 'group'
  if (isBasic && !writes) return
  if (status === 'kicked') throw refusals.kicked(room.kind)
  if (status === 'left') throw refusals.notMember(room.kind)
  if (writes && room.kind === 'channel' && !isAdminOf(room, bot.user))
    throw refusals.badRequest('need administrator rights in the channel chat')
}

/** The chat a call names, if the bot may read or write there. */
export function roomOf(call: MethodCall, need: 'read' | 'write', name = 'chat_id'): Room {
  const { params, world, bot } = call
  if (params.text(name) === '') throw refusals.badRequest(`${name} is empty`)
  const id = params.int(name)
  if (id > 0) return privateRoom(call, id, need === 'write')
  const room = world.rooms.get(id)
  if (!room) throw refusals.chatNotFound()
  checkGroup(room, bot, need === 'write')
  return room
}

export const findPost = (room: Room, id: number): Post | undefined =>
  room.posts.find((post) => post.id === id && !post.deleted)
