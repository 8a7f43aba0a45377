import { roomOf } from './access.js'
import { refusals } from '../http/api-error.js'
import type { Method } from './method-call.js'
import { addPost, plainUser } from '../world/posting.js'
import { chatMember, isAdminOf, membershipOf, setStanding } from '../world/standing.js'
import { fullChatOf } from '../world/world.js'

export const getMe: Method = ({ bot }) => bot.user

export const getChat: Method = (call) => fullChatOf(roomOf(call, 'read'))

/** Of others the platform promises an answer only to an admin; here nobody else gets one in a supergroup. */
export const getChatMember: Method = (call) => {
  const { world, bot, params } = call
  const room = roomOf(call, 'read')
  const id = params.int('user_id')
  const user = world.people.get(id)?.user ?? world.botById(id)?.user
  if (!user) throw refusals.badRequest('user not found')
  const isOther = id !== bot.user.id
  if (room.kind === 'private') return chatMember({ user, status: 'member', anonymous: false })
  if (isOther && room.kind !== 'group' && !isAdminOf(room, bot.user)) throw refusals.badRequest('CHAT_ADMIN_REQUIRED')
  return chatMember(membershipOf(room, user))
}

export const getChatAdministrators: Method = (call) => {
  const room = roomOf(call, 'read')
  if (room.kind === 'private') throw refusals.badRequest('there are no administrators in the private chat')
  return [...room.members.values()].filter(({ user }) => !user.is_bot && isAdminOf(room, user)).map(chatMember)
}

export const leaveChat: Method = (call) => {
  const { world, bot } = call
  const room = roomOf(call, 'write')
  if (room.kind === 'private') throw refusals.badRequest("chat can't be left")
  setStanding(world, room, bot.user, bot.user, 'left')
  const left = plainUser(bot.user)
  if (room.kind !== 'channel')
    addPost(world, room, { author: bot.user.id, service: true, fields: { from: left, left_chat_member: left } })
  return true
}
