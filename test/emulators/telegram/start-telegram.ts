import { randomInt } from 'node:crypto'
import type { User } from 'grammy/types'
import { createDispatch } from './http/dispatch.js'
import { createFaults } from './http/faults.js'
import type { FaultHandle, FaultRule } from './http/faults.js'
import { createHttpServer } from './http/http-server.js'
import { createBot } from './people/bot.js'
import type { TelegramBot } from './people/bot.js'
import { createChannel } from './people/channel.js'
import type { TelegramChannel } from './people/channel.js'
import { createGroup } from './people/group.js'
import type { TelegramGroup } from './people/group.js'
import { createPerson } from './people/person.js'
import type { TelegramPerson } from './people/person.js'
import { createRateLimits, publishedLimits } from './methods/rate-limits.js'
import type { Limits } from './methods/rate-limits.js'
import { setStanding } from './world/standing.js'
import type { Post, Room } from './world/state.js'
import { createUpdateQueue } from './updates/update-queue.js'
import { createRoom, createWorld } from './world/world.js'
import type { WorldOptions } from './world/world.js'

interface GroupOptions {
  title: string
  /** Who creates and owns it. */
  by: TelegramPerson
  supergroup?: boolean
  /** Implies a supergroup. */
  forum?: boolean
  /** For tests that need to know it beforehand. */
  id?: number
}

interface BotOptions {
  username: string
  name?: string
  /** On as BotFather gives it. */
  privacy?: boolean
  /** Off: the strict reading of the documents, by which a mention alone does not reach a bot with privacy. */
  seesMentions?: boolean
}

export type Telegram = Awaited<ReturnType<typeof startTelegram>>

/** Whose messages to read in the ledger: a group wherever it lived, a channel, or everything a person got in private. */
type Reader = TelegramGroup | TelegramChannel | TelegramPerson

/** A Bot API server on 127.0.0.1, with people who act in its chats and a ledger of what was accepted. */
export async function startTelegram(options: Partial<WorldOptions & { limits: boolean }> = {}) {
  const world = createWorld(options)
  const limits = createRateLimits(world.monotonic)
  const faults = createFaults(world.changed)
  const proxied = new Map<string, string>()

  function locate(address: string): URL {
    const url = new URL(address)
    const origin = proxied.get(url.origin)
    return origin ? new URL(url.pathname + url.search, origin) : url
  }

  const dispatch = createDispatch({ world, limits, locate })
  const server = await createHttpServer({ world, dispatch, faults })
  if (options.limits) limits.set(publishedLimits)

  function roomsOf(reader: Reader): Room[] {
    if ('says' in reader) return world.privateRoomsOf(reader.state)
    return 'earlier' in reader ? [...reader.earlier(), reader.room] : [reader.room]
  }

  function posts(reader?: Reader): Post[] {
    if (!reader) return world.posts
    const rooms = roomsOf(reader)
    return world.posts.filter(({ room }) => rooms.includes(room))
  }

  const sent = (reader?: Reader): Post[] => posts(reader).filter(({ sentBy }) => sentBy)

  const likeness = ({ room, text, buttons, files, message }: Post): string =>
    JSON.stringify([
      room.id,
      room.bot?.user.id,
      text,
      buttons,
      files.map(({ sha256 }) => sha256),
      message.message_thread_id,
    ])

  function addRoom(kind: Room['kind'], given: GroupOptions): Room {
    const base = kind === 'group' ? -4_000_000_000 : -1_002_000_000_000
    const { title, forum = false, by } = given
    const room = createRoom({ id: given.id ?? base - world.serial(), kind, title, forum })
    world.rooms.set(room.id, room)
    setStanding(world, room, by.state.user, by.state.user, 'creator')
    return room
  }

  return {
    /** What clients take for their API root. */
    url: server.url,
    now: world.now,
    until: world.until,
    /** Every request, whatever came of it. */
    calls: world.calls,
    /** Every attempt to deliver to a webhook. */
    attempts: world.attempts,

    bot(token: string, { username, name = username, privacy = true, seesMentions = true }: BotOptions): TelegramBot {
      const updates = createUpdateQueue({
        now: world.now,
        firstId: randomInt(100_000_000, 900_000_000),
        changed: world.changed,
      })
      const user = {
        id: Number(token.split(':')[0]),
        is_bot: true as const,
        first_name: name,
        username,
        can_join_groups: true,
        can_read_all_group_messages: !privacy,
        supports_inline_queries: false,
        can_connect_to_business: false,
        has_main_web_app: false,
        has_topics_enabled: false,
        allows_users_to_create_topics: false,
        can_manage_bots: false,
        supports_join_request_queries: false,
      }
      const state = { token, user, seesMentions, updates, webhook: null, commands: new Map(), paths: new Map() }
      world.bots.set(token, state)
      return createBot(world, state)
    },

    user(user: Omit<User, 'is_bot'>): TelegramPerson {
      const state = {
        user: { ...user, is_bot: false },
        started: new Set<number>(),
        blocked: new Set<number>(),
        deactivated: false,
      }
      world.people.set(user.id, state)
      return createPerson(world, state)
    },

    group: (given: GroupOptions): TelegramGroup =>
      createGroup(world, addRoom(given.supergroup || given.forum ? 'supergroup' : 'group', given)),
    channel: (given: GroupOptions): TelegramChannel => createChannel(world, addRoom('channel', given), given.by),

    /** All messages of a chat in the order of acceptance, deleted ones marked; all chats without a reader. */
    posts,
    /** The bots' messages among them. */
    sent,
    /** Messages of a bot that say in one chat what an earlier one said there. */
    repeated(reader?: Reader): Post[] {
      const seen = new Set<string>()
      return sent(reader).filter((post) => {
        const key = likeness(post)
        const isRepeated = seen.has(key)
        seen.add(key)
        return isRepeated
      })
    },

    /** Scripts what goes wrong with the next calls that match. */
    fails: (rule: FaultRule): FaultHandle => faults.add(rule),
    /** The published limits, others, or none. */
    limit: (given: Limits | boolean): void => limits.set(given === true ? publishedLimits : given || null),
    /** Where deliveries to a public address go: the reverse proxy of the tests. */
    proxy: (origin: string, target: string): void => void proxied.set(origin, target),

    async stop(): Promise<void> {
      faults.releaseAll()
      for (const { webhook } of world.bots.values()) webhook?.stop()
      await server.stop()
    },
  }
}
