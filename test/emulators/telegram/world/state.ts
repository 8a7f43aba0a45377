import type { BotCommand, Message, MessageEntity, User, UserFromGetMe } from 'grammy/types'
import type { UpdateQueue } from '../updates/update-queue.js'
import type { Webhook } from '../updates/webhook.js'

/** Bytes the platform keeps. Each bot knows them under a `file_id` of its own, all bots under the same `unique`. */
export interface StoredFile {
  unique: string
  kind: 'document' | 'photo' | 'voice'
  bytes: Uint8Array
  name: string | null
  mime: string | null
  sha256: string
}

export interface BotState {
  token: string
  user: UserFromGetMe
  /** As BotFather words the privacy mode: mentions of the bot are seen too. FEAT#privacy-mode does not list them. */
  seesMentions: boolean
  updates: UpdateQueue
  webhook: Webhook | null
  /** Command lists by `scope|language`. */
  commands: Map<string, BotCommand[]>
  /** Until when (ms) the path that getFile gave out is served. */
  paths: Map<string, { file: StoredFile; until: number }>
}

export interface PersonState {
  user: User
  started: Set<number>
  blocked: Set<number>
  deactivated: boolean
}

export interface Membership {
  user: User
  status: 'creator' | 'administrator' | 'member' | 'left' | 'kicked'
  anonymous: boolean
}

interface TopicState {
  id: number
  name: string
  open: boolean
  created: Post
}

/** A chat. A private one belongs to one bot and one person; its id is the person's. */
export interface Room {
  id: number
  kind: 'private' | 'group' | 'supergroup' | 'channel'
  title: string
  forum: boolean
  person: PersonState | null
  bot: BotState | null
  members: Map<number, Membership>
  topics: Map<number, TopicState>
  posts: Post[]
  /** Which bot wrote last: it is meant by a command that names nobody. */
  lastBot: number | null
  upgradedTo: Room | null
  deleted: boolean
}

/** How a message looked before an edit. */
interface Version {
  text: string
  entities: MessageEntity[]
  buttons: string[][]
}

/** One message as the platform keeps it and people see it; live: edits and deletion show in it. */
export interface Post {
  readonly id: number
  readonly room: Room
  /** Without file ids and `reply_to_message`, which differ by who looks. */
  message: Message
  replyTo: Post | null
  /** The account that really wrote, also where it stays anonymous. */
  author: number
  /** The bot that sent it and by which method; null for people. */
  sentBy: BotState | null
  method: string | null
  silent: boolean
  files: StoredFile[]
  /** The privacy-mode bot it is meant for: replies to it go there too. */
  meantFor: number | null
  seenBy: Set<number>
  edits: Version[]
  deleted: boolean
  /** Emulator time (ms) it was accepted. */
  at: number
  readonly text: string
  readonly entities: MessageEntity[]
  /** Labels of the inline keyboard, row by row. */
  readonly buttons: string[][]
}

/** A press on a button, with what the bot answered: null while the person's spinner turns. */
export interface Press {
  id: string
  bot: number
  from: number
  data: string
  at: number
  answer: { text: string; alert: boolean } | null
}

/** One request of a bot, whatever came of it. `began` and `ended` are monotonic ms. */
export interface Call {
  bot: string
  method: string
  chat: number | null
  params: Record<string, unknown>
  began: number
  ended: number | null
  /** HTTP status of the answer; null while there is none, or where the connection died instead. */
  status: number | null
  /** Whether the platform carried it out, answered or not. */
  applied: boolean
  description: string | null
}

/** One attempt to bring an update to a webhook. */
export interface DeliveryAttempt {
  update: number
  lane: string
  attempt: number
  began: number
  ended: number | null
  /** HTTP status, or null where the connection failed. */
  status: number | null
}
