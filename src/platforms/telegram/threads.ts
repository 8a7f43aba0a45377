/** An answer comes within this time or, after a restart say, into the general topic. */
const REMEMBERED_MS = 10 * 60_000
const MANY = 500

/**
 * In which topic of a group we were last spoken to. The chat itself is one to the rest of the house, whatever its
 * topics: rights, limits and replies are the chat's.
 */
export interface Threads {
  /** `thread` null: outside any topic. */
  heard(chat: string, thread: number | null): void
  of(chat: string): number | null
  forget(chat: string): void
}

export function createThreads(now: () => number): Threads {
  const known = new Map<string, { thread: number; until: number }>()
  return {
    heard(chat, thread) {
      known.delete(chat)
      if (thread === null) return
      known.set(chat, { thread, until: now() + REMEMBERED_MS })
      if (known.size > MANY) known.delete(known.keys().next().value!)
    },
    of(chat) {
      const found = known.get(chat)
      return found && found.until > now() ? found.thread : null
    },
    forget: (chat) => void known.delete(chat),
  }
}
