import { createHash } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import type { Chat, ChatFullInfo } from 'grammy/types'
import type { BotState, Call, DeliveryAttempt, PersonState, Post, Press, Room, StoredFile } from './state.js'
import { createChangeBell } from './change-bell.js'

export interface WorldOptions {
  /** Date and time of the platform, ms: dates of messages, lifetimes. */
  now: () => number
  /** For limits and the ledger of calls, ms. */
  monotonic: () => number
  /** What the platform's waits between webhook attempts are multiplied by. */
  retryFactor: number
}

export type World = ReturnType<typeof createWorld>

/** Everything the platform knows, and one bell that rings when any of it changes. */
export function createWorld(options: Partial<WorldOptions>) {
  const now = options.now ?? Date.now
  const bell = createChangeBell()
  const bots = new Map<string, BotState>()
  const people = new Map<number, PersonState>()
  const rooms = new Map<number, Room>()
  const privateRooms = new Map<string, Room>()
  const files = new Map<string, StoredFile>()
  const presses = new Map<string, Press>()
  /** Private chats and basic groups draw their message ids from one box, so ids there have gaps. */
  let box = 100
  let serial = 0

  return {
    now,
    monotonic: options.monotonic ?? (() => performance.now()),
    retryFactor: options.retryFactor ?? 1,
    ...bell,
    bots,
    people,
    rooms,
    files,
    presses,
    calls: [] as Call[],
    attempts: [] as DeliveryAttempt[],
    /** Every post of every room in the order of acceptance. */
    posts: [] as Post[],

    serial: () => ++serial,
    nextMessageId: (room: Room): number =>
      room.kind === 'private' || room.kind === 'group' ? ++box : (room.posts.at(-1)?.id ?? 0) + 1,

    botById: (id: number): BotState | undefined => [...bots.values()].find(({ user }) => user.id === id),

    privateRoom(bot: BotState, person: PersonState): Room {
      const key = `${bot.user.id}:${person.user.id}`
      const room = privateRooms.get(key) ?? createRoom({ id: person.user.id, kind: 'private', person, bot })
      privateRooms.set(key, room)
      return room
    },

    privateRoomsOf: (person: PersonState): Room[] =>
      [...privateRooms.values()].filter((room) => room.person === person),

    keep(file: Omit<StoredFile, 'unique' | 'sha256'>): StoredFile {
      const sha256 = createHash('sha256').update(file.bytes).digest('hex')
      const stored = { ...file, unique: `AgAD${(++serial).toString(36).padStart(8, '0')}`, sha256 }
      files.set(stored.unique, stored)
      return stored
    },
  }
}

export function createRoom(given: Partial<Room> & Pick<Room, 'id' | 'kind'>): Room {
  return {
    title: '',
    forum: false,
    person: null,
    bot: null,
    members: new Map(),
    topics: new Map(),
    posts: [],
    lastBot: null,
    upgradedTo: null,
    deleted: false,
    ...given,
  }
}

export function chatOf(room: Room): Chat {
  const { id, kind, title } = room
  if (kind === 'private') {
    const { first_name = '', last_name, username } = room.person?.user ?? {}
    return { id, type: 'private', first_name, ...(last_name && { last_name }), ...(username && { username }) }
  }
  if (kind === 'supergroup') return { id, type: kind, title, ...(room.forum && { is_forum: true as const }) }
  return { id, type: kind, title }
}

export const fullChatOf = (room: Room): ChatFullInfo => ({
  ...chatOf(room),
  accent_color_id: 0,
  max_reaction_count: 11,
  accepted_gift_types: {
    unlimited_gifts: true,
    limited_gifts: true,
    unique_gifts: true,
    premium_subscription: true,
    gifts_from_channels: true,
  },
})
