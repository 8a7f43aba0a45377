import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'

/** `late`: done at once, answered after so long. */
export type Strike = { kind: 'error'; error: number } | { kind: 'drop' | 'reset' } | { kind: 'late'; ms: number }

export interface Post {
  to: string
  text: string
  attachment: unknown
  quote: string | null
  messageId: string
  at: number
}

const day = 24 * 60 * 60_000
const accessMs = 25 * 60 * 60_000

/** The platform's own state, on a clock that can be moved. */
export interface Given {
  appId: string
  appSecret: string
  secretKey: string
  refresh: string
  now?: () => number
}

export function createWorld({ now = Date.now, ...given }: Given) {
  let offset = 0
  const world = {
    ...given,
    oa: { oa_id: '4318657068771012646', name: 'Chi bộ Phòng Tổng hợp' },
    /** The one refresh token that is good now, and the access tokens it gave. */
    refresh: given.refresh as string | null,
    spent: [] as string[],
    access: new Map<string, number>(),
    people: new Map<string, { name: string; follows: boolean; lastInteraction: number }>(),
    groups: new Map<string, string[]>(),
    uploads: new Map<string, { kind: string; name: string; size: number; at: number }>(),
    /** What people have sent, by its path. */
    media: new Map<string, { bytes: Uint8Array; mime: string }>(),
    posts: [] as Post[],
    calls: [] as { path: string; error: number | null }[],
    strikes: new Map<string, Strike[]>(),
    monthly: Infinity,
    now: () => now() + offset,
    /** Moves the platform's clock on. */
    advance: (ms: number) => void (offset += ms),
    grant(): { access_token: string; refresh_token: string; expires_in: string } {
      const access = `access-${randomBytes(12).toString('hex')}`
      world.refresh = `refresh-${randomBytes(12).toString('hex')}`
      world.access.set(access, world.now() + accessMs)
      return { access_token: access, refresh_token: world.refresh, expires_in: '90000' }
    },
    /** What the 48 hours and the 7 days say about writing to somebody. */
    windowOf(person: string): 'free' | 'billed' | 'closed' {
      const silent = world.now() - (world.people.get(person)?.lastInteraction ?? 0)
      return silent <= 2 * day ? 'free' : silent <= 7 * day ? 'billed' : 'closed'
    },
    until: async <T>(look: () => T | null | undefined | false, timeout = 15_000): Promise<T> => {
      for (const end = performance.now() + timeout; ;) {
        const found = look()
        if (found !== null && found !== undefined && found !== false) return found
        if (performance.now() > end) throw new Error('it did not happen in time')
        await sleep(20)
      }
    },
  }
  return world
}

export type World = ReturnType<typeof createWorld>
export const newId = (): string => randomBytes(10).toString('hex')
