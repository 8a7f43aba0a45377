import { refusals } from '../http/api-error.js'
import type { Room } from '../world/state.js'

interface Window {
  count: number
  ms: number
}

/** The published limits; null switches one off. */
export interface Limits {
  overall: Window | null
  chat: Window | null
  group: Window | null
  /** Part of each window that is forgiven, since what left evenly arrives unevenly. */
  tolerance: number
}

export const publishedLimits: Limits = {
  overall: { count: 30, ms: 1000 },
  chat: { count: 1, ms: 1000 },
  group: { count: 20, ms: 60_000 },
  tolerance: 0.05,
}

/** Counts what bots send. Whoever was told to wait and comes before the time is told again. */
export function createRateLimits(monotonic: () => number) {
  let limits: Limits | null = null
  const sent = new Map<string, number[]>()
  const closedUntil = new Map<string, number>()

  function wait(key: string, window: Window, tolerance: number, count: number): number {
    const now = monotonic()
    const closed = (closedUntil.get(key) ?? 0) - now
    if (closed > 0) return closed
    const span = window.ms * (1 - tolerance)
    const recent = (sent.get(key) ?? []).filter((at) => at > now - span)
    sent.set(key, recent)
    // An album larger than the window passes when nothing else is in it.
    const over = recent.length + Math.min(count, window.count) - window.count
    return over > 0 ? (recent[over - 1] ?? now) + span - now : 0
  }

  return {
    set(given: Limits | null): void {
      limits = given
      sent.clear()
      closedUntil.clear()
    },

    /** Counts `count` messages of a bot into a room, or refuses with 429. */
    admit(bot: number, room: Room, count: number): void {
      if (!limits) return
      const { tolerance, overall, chat, group } = limits
      const isGroup = room.kind === 'group' || room.kind === 'supergroup'
      const windows = [
        { key: `${bot}`, window: overall },
        { key: `${bot}:${room.id}`, window: chat },
        { key: `${bot}:${room.id}:group`, window: isGroup ? group : null },
      ].flatMap(({ key, window }) => (window ? [{ key, window }] : []))
      for (const { key, window } of windows) {
        const ms = wait(key, window, tolerance, count)
        if (ms <= 0) continue
        const seconds = Math.max(1, Math.ceil(ms / 1000))
        closedUntil.set(key, Math.max(closedUntil.get(key) ?? 0, monotonic() + ms))
        throw refusals.slowDown(seconds)
      }
      for (const { key } of windows)
        sent.set(key, [...(sent.get(key) ?? []), ...Array<number>(count).fill(monotonic())])
    },
  }
}
