import type { ChatMember, User } from 'grammy/types'
import { plainUser, day } from './posting.js'
import type { Membership, Room } from './state.js'
import { chatOf } from './world.js'
import type { World } from './world.js'

/** A membership in the documented shape. */
export function chatMember({ user, status, anonymous }: Membership): ChatMember {
  const plain = plainUser(user)
  if (status === 'creator') return { status, user: plain, is_anonymous: anonymous }
  if (status === 'kicked') return { status, user: plain, until_date: 0 }
  if (status !== 'administrator') return { status, user: plain }
  return {
    status,
    user: plain,
    can_be_edited: false,
    is_anonymous: anonymous,
    can_manage_chat: true,
    can_delete_messages: true,
    can_manage_video_chats: true,
    can_restrict_members: true,
    can_promote_members: false,
    can_change_info: true,
    can_invite_users: true,
    can_post_stories: false,
    can_edit_stories: false,
    can_delete_stories: false,
    can_pin_messages: true,
    can_send_welcome_messages: false,
  }
}

export const membershipOf = (room: Room, user: User): Membership =>
  room.members.get(user.id) ?? { user, status: 'left', anonymous: false }

const isOfRoom = ({ status }: Membership): boolean => status !== 'left' && status !== 'kicked'

export const isMemberOf = (room: Room, user: User): boolean => isOfRoom(membershipOf(room, user))

export const isAdminOf = (room: Room, user: User): boolean =>
  ['administrator', 'creator'].includes(membershipOf(room, user).status)

/** Changes what somebody is in a room. The bot itself always hears of its own; of others only as admin. */
export function setStanding(
  world: World,
  room: Room,
  user: User,
  by: User,
  status: Membership['status'],
  anonymous = false,
): void {
  const before = membershipOf(room, user)
  const after = { user, status, anonymous }
  room.members.set(user.id, after)
  tellStanding(world, room, by, before, after)
}

/** Tells of a change of standing without making one: also for private chats, where it means blocked or not. */
export function tellStanding(world: World, room: Room, by: User, before: Membership, after: Membership): void {
  const update = {
    chat: chatOf(room),
    from: plainUser(by),
    date: Math.floor(world.now() / 1000),
    old_chat_member: chatMember(before),
    new_chat_member: chatMember(after),
  }
  for (const bot of world.bots.values()) {
    if (bot.user.id === after.user.id) bot.updates.push('my_chat_member', update, `standing:${room.id}`, day)
    else if (room.kind !== 'private' && isAdminOf(room, bot.user))
      bot.updates.push('chat_member', update, `member:${after.user.id}`, day)
  }
  world.changed()
}
