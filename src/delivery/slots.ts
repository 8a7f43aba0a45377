import type { Channel } from '../chat.js'

export interface Limits {
  perSecond: number
  perChatPerSecond: number
  perGroupPerMinute: number
}

/** What Telegram names for a bot; Zalo names none. No margin is needed: a slot is held until a second after the answer. The page is ours. */
const careful: Limits = { perSecond: 30, perChatPerSecond: 1, perGroupPerMinute: 20 }
export const limits: Record<Channel, Limits | null> = {
  web: null,
  telegram: careful,
  'zalo-bot': careful,
  'zalo-oa': careful,
}

/**
 * Counts what one bot sends; times are monotonic ms. No window of a second or a minute ever holds more than its limit.
 * `spared`: of the bot's places in a second, so many are left to others.
 */
export interface Slots {
  /** Ms until a message to this chat may go. */
  wait(now: number, chat: string, group: boolean, spared?: number): number
  /** Ms until any message may go. */
  waitOfBot(now: number, spared?: number): number
  /** 0: the slot is taken; otherwise ms until one is free. */
  take(now: number, chat: string, group: boolean, spared?: number): number
  /** The same message counts at another time: at `Infinity` while it is on its way. */
  move(from: number, to: number, chat: string, group: boolean): void
  /** Something that was sent, whatever the limits say. */
  count(now: number, chat: string, group: boolean): void
}

const SECOND = 1000
const MINUTE = 60_000
/** Chats remembered before those quiet for a minute are forgotten. */
const MANY = 1000

export function createSlots(limits: Limits | null): Slots {
  const bot: number[] = []
  const chats = new Map<string, number[]>()
  const groups = new Map<string, number[]>()

  function wait(now: number, chat: string, group: boolean, spared = 0): number {
    if (!limits) return 0
    return Math.max(
      free(bot, limits.perSecond - spared, SECOND, now),
      free(chats.get(chat), limits.perChatPerSecond, SECOND, now),
      group ? free(groups.get(chat), limits.perGroupPerMinute, MINUTE, now) : 0,
    )
  }

  function count(now: number, chat: string, group: boolean): void {
    if (!limits) return
    keep(bot, limits.perSecond, now)
    keep(timesOf(chats, chat, now), limits.perChatPerSecond, now)
    if (group) keep(timesOf(groups, chat, now), limits.perGroupPerMinute, now)
  }

  function move(from: number, to: number, chat: string, group: boolean): void {
    for (const times of [bot, chats.get(chat), group ? groups.get(chat) : undefined]) {
      const at = times?.lastIndexOf(from) ?? -1
      if (!times || at < 0) continue
      times.splice(at, 1)
      insert(times, to)
    }
  }

  return {
    wait,
    waitOfBot: (now, spared = 0) => (limits ? free(bot, limits.perSecond - spared, SECOND, now) : 0),
    take(now, chat, group, spared = 0) {
      const ms = wait(now, chat, group, spared)
      if (ms === 0) count(now, chat, group)
      return ms
    },
    move,
    count,
  }
}

/** The last times are kept: a slot is free when the one `limit` places before the end has left the window. */
function free(times: number[] | undefined, limit: number, window: number, now: number): number {
  if (!times || times.length < limit) return 0
  return Math.max(0, Math.ceil(times[times.length - limit]! + window - now))
}

function keep(times: number[], limit: number, now: number): void {
  insert(times, now)
  if (times.length > limit) times.shift()
}

function insert(times: number[], at: number): void {
  times.splice(times.findLastIndex((time) => time <= at) + 1, 0, at)
}

function timesOf(all: Map<string, number[]>, chat: string, now: number): number[] {
  if (all.size >= MANY) for (const [key, times] of all) if (times.at(-1)! + MINUTE < now) all.delete(key)
  const times = all.get(chat) ?? []
  all.set(chat, times)
  return times
}
