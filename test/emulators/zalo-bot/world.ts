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
  /** The probe shows the secret, as some have seen it; really it comes without. */
  probeShowsSecret: boolean
  /** So many webhooks are set a day, and what is answered then: that there is a limit is known, neither its number nor its code. */
  setsADay: number
  overSets: 426 | 429
  /** Until then (its clock) every send is answered 429, as some take that code: too fast, and no end of a month. */
  busyUntil: number
}

/** Strikes the next calls of a method. `drop`: applied, and the connection dies before the answer. `reset`: it dies before. */
export type Strike = { kind: 'answer'; status: number; body: unknown } | { kind: 'drop' | 'reset' | 'hang' }

export interface Post {
  chat: string
  text: string
  /** As the platform has fetched it. */
  photo: { url: string; size: number } | null
  messageId: string
  at: number
  /** As the bot asked for it: `markdown`, `html`, a list of styles. */
  styles: unknown
  /** Its picture could not be fetched when the platform looked again: on the phone it is black. */
  black: boolean
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

export function createWorld({
  now,
  ...given
}: {
  token: string
  quota: number
  canJoinGroups: boolean
  refetchMs: number
  now: () => number
}) {
  let offset = 0
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
      probeShowsSecret: false,
      setsADay: Infinity,
      overSets: 429,
      busyUntil: 0,
    } satisfies Switches as Switches,
    chats: new Map<string, Chat>(),
    /** Waits to be handed over or pushed: the flat event. */
    queue: [] as Record<string, unknown>[],
    webhook: null as { url: string; secret: string; updatedAt: number } | null,
    posts: [] as Post[],
    calls: [] as ApiCall[],
    attempts: [] as Attempt[],
    strikes: new Map<string, Strike[]>(),
    /** What people have sent, by its path. */
    media: new Map<string, { bytes: Uint8Array; mime: string }>(),
    /** Messages of the month, tests and settings of the webhook of the day, by Viet Nam's calendar. */
    sent: new Map<string, number>(),
    /** Of single months, in place of `quota`. */
    quotas: new Map<string, number>(),
    tests: new Map<string, number>(),
    sets: new Map<string, number>(),
    now: () => now() + offset,
    /** Moves the platform's clock on. */
    advance: (ms: number) => void (offset += ms),
    today: () => new Date(world.now() + vietNam).toISOString().slice(0, 10),
    month: () => world.today().slice(0, 7),
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

const vietNam = 7 * 60 * 60_000

export type World = ReturnType<typeof createWorld>

export const newId = (): string => randomBytes(10).toString('hex')
