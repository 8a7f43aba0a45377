import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'

/** What the platform does differently from its documents, or now and then. */
interface Switches {
  /** Webhook bodies in `{ok, result}`, as the documents print them; really they come flat. */
  enveloped: boolean
  /** `photo` as documented; really it is `photo_url`. */
  docNames: boolean
  /** Failures under HTTP 200. */
  under200: boolean
  /** Own messages are brought back. */
  echo: boolean
  /** Each delivery is made twice. */
  twice: boolean
  /** Ids as numbers beyond 2^53. */
  numericIds: boolean
}

/** Strikes the next calls of a method. `drop`: applied, and the connection dies before the answer. `reset`: it dies before. */
export type Strike = { kind: 'answer'; status: number; body: unknown } | { kind: 'drop' | 'reset' | 'hang' }

export interface Post {
  chat: string
  text: string
  photo: string | null
  messageId: string
  at: number
}

export interface ApiCall {
  method: string
  given: Record<string, unknown>
  /** HTTP status; null while it lasts, and where the connection died. */
  status: number | null
}

interface Attempt {
  body: string
  status: number | null
}

export interface Chat {
  id: string
  type: 'PRIVATE' | 'GROUP'
}

export function createWorld(given: { token: string; quota: number; canJoinGroups: boolean; now: () => number }) {
  const bells = new Set<() => void>()
  const world = {
    ...given,
    self: { id: '4407391827364550123', account_name: 'bot.chibo', display_name: 'Bot Chi Bộ' },
    switches: {
      enveloped: false,
      docNames: false,
      under200: false,
      echo: false,
      twice: false,
      numericIds: false,
    } satisfies Switches as Switches,
    chats: new Map<string, Chat>(),
    /** Waits to be handed over or pushed: the flat event. */
    queue: [] as Record<string, unknown>[],
    webhook: null as { url: string; secret: string; updatedAt: number } | null,
    posts: [] as Post[],
    calls: [] as ApiCall[],
    attempts: [] as Attempt[],
    strikes: new Map<string, Strike[]>(),
    sent: 0,
    tests: 0,
    rings(): void {
      for (const bell of bells) bell()
    },
    /** Resolves when something has changed, or after `ms`. */
    async change(ms: number, signal?: AbortSignal): Promise<void> {
      const gone = new AbortController()
      const bell = (): void => gone.abort()
      bells.add(bell)
      const until = signal ? AbortSignal.any([gone.signal, signal]) : gone.signal
      await sleep(ms, undefined, { signal: until }).catch(() => undefined)
      bells.delete(bell)
    },
    until: async <T>(look: () => T | null | undefined | false, timeout = 15_000): Promise<T> => {
      for (const end = performance.now() + timeout; ;) {
        const found = look()
        if (found !== null && found !== undefined && found !== false) return found
        if (performance.now() > end) throw new Error('it did not happen in time')
        await world.change(100)
      }
    },
  }
  return world
}

export type World = ReturnType<typeof createWorld>

export const newId = (): string => randomBytes(10).toString('hex')
