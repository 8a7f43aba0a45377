import type { User } from 'grammy/types'
import { addPost, anonymousAdmin, plainUser } from '../world/posting.js'
import { setStanding } from '../world/standing.js'
import type { BotState, Post, Room } from '../world/state.js'
import { chatOf, createRoom } from '../world/world.js'
import type { World } from '../world/world.js'
import type { TelegramBot } from './bot.js'
import type { TelegramPerson } from './person.js'
import type { Place } from './place.js'
import { senderFields } from './words.js'

type Someone = TelegramBot | TelegramPerson

/** What a migration sends to a bot, and in which order. `left` and `joined` are changes of its standing. */
type MigrationSignal = 'to' | 'from' | 'left' | 'joined'

export interface TelegramTopic extends Place {
  id: number
  /** Nobody but admins can write there any more. */
  closes(): void
}

export type TelegramGroup = ReturnType<typeof createGroup>

/** A group, and what its people do with it. `room` changes when it migrates. */
export function createGroup(world: World, first: Room) {
  let room = first
  const earlier: Room[] = []

  const service = (by: User, fields: object, alsoTo: BotState[] = []): Post =>
    addPost(world, room, { author: by.id, service: true, alsoTo, fields: { ...senderFields(room, by), ...fields } })

  function migrateSignals(from: Room, by: TelegramPerson): Record<MigrationSignal, () => void> {
    const to = room
    const bots = [...world.bots.values()].filter(({ user }) => to.members.has(user.id))
    const standing = (where: Room, status: 'left' | 'member') => () => {
      for (const { user } of bots) {
        const before = status === 'left' ? 'member' : 'left'
        where.members.set(user.id, { user, status: before, anonymous: false })
        setStanding(world, where, user, by.state.user, status)
      }
    }
    return {
      to: () =>
        void addPost(world, from, {
          author: by.id,
          service: true,
          alsoTo: bots,
          fields: { from: plainUser(by.state.user), migrate_to_chat_id: to.id },
        }),
      from: () =>
        void addPost(world, to, {
          author: anonymousAdmin.id,
          service: true,
          fields: { from: anonymousAdmin, sender_chat: chatOf(to), migrate_from_chat_id: from.id },
        }),
      left: standing(from, 'left'),
      joined: standing(to, 'member'),
    }
  }

  return {
    get room() {
      return room
    },
    get id() {
      return room.id
    },
    /** Rooms the group lived in before it migrated. */
    earlier: (): Room[] => earlier,
    spotFor: () => ({ room, thread: null }),

    add(who: Someone, by: TelegramPerson): void {
      setStanding(world, room, who.state.user, by.state.user, 'member')
      service(by.state.user, { new_chat_members: [plainUser(who.state.user)] })
    },

    /** Somebody picks the group in a `startgroup` link of the bot: it comes in and gets the payload. */
    startBot(bot: TelegramBot, by: TelegramPerson, payload: string): Post {
      this.add(bot, by)
      return by.says(this, `/start@${bot.username} ${payload}`)
    },

    /** From a basic group one is gone (`left`), from a supergroup banned (`kicked`). */
    kick(who: Someone, by: TelegramPerson): void {
      const isBasic = room.kind === 'group'
      setStanding(world, room, who.state.user, by.state.user, isBasic ? 'left' : 'kicked')
      const told = isBasic && 'token' in who ? [who.state] : []
      service(by.state.user, { left_chat_member: plainUser(who.state.user) }, told)
    },

    leaves(who: TelegramPerson): void {
      service(who.state.user, { left_chat_member: plainUser(who.state.user) })
      setStanding(world, room, who.state.user, who.state.user, 'left')
    },

    /** `anonymous`: from now on he speaks as the group. */
    promote(who: Someone, by: TelegramPerson, { anonymous = false } = {}): void {
      setStanding(world, room, who.state.user, by.state.user, 'administrator', anonymous)
    },
    demote(who: Someone, by: TelegramPerson): void {
      setStanding(world, room, who.state.user, by.state.user, 'member')
    },

    rename(title: string, by: TelegramPerson): void {
      room.title = title
      service(by.state.user, { new_chat_title: title })
    },

    /** A basic group becomes a supergroup under a new id. Bots may be told in any order, and more than once. */
    migrate(by: TelegramPerson, signals: MigrationSignal[] = ['to', 'from']): void {
      if (room.kind !== 'group') throw new Error('Only a basic group becomes a supergroup')
      const old = room
      room = createRoom({ id: -1_001_000_000_000 - world.serial(), kind: 'supergroup', title: old.title })
      room.members = new Map([...old.members].map(([id, one]) => [id, { ...one }]))
      world.rooms.set(room.id, room)
      old.upgradedTo = room
      earlier.push(old)
      const send = migrateSignals(old, by)
      for (const signal of signals) send[signal]()
    },

    /** The owner dissolves the group. */
    dissolve(): void {
      room.deleted = true
    },

    topic(name: string, by: TelegramPerson): TelegramTopic {
      if (!room.forum) throw new Error('Only a forum has topics')
      const id = world.nextMessageId(room)
      const created = service(by.state.user, {
        message_thread_id: id,
        is_topic_message: true,
        forum_topic_created: { name, icon_color: 7322096 },
      })
      const state = { id, name, open: true, created }
      room.topics.set(id, state)
      return {
        id,
        spotFor: () => ({ room, thread: id }),
        closes() {
          state.open = false
          service(by.state.user, { message_thread_id: id, is_topic_message: true, forum_topic_closed: {} })
        },
      }
    },
  }
}
