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

interface Switches {
  /** What was sent is brought back as `oa_send_…`, and so is that it was received. */
  receipts: boolean
  /** Each event is brought twice. */
  twice: boolean
  /** How pictures are called; the copies of the documents differ. */
  pictureType: 'image' | 'photo' | 'IMAGE'
  /** Where an event of a group bears its id: no genuine sample is known. */
  groupUnder: 'recipient.id' | 'recipient.group_id' | 'message.conversation_id'
  /** Seconds for which an access token is good; the documents say 25 hours, others saw one. */
  expiresIn: string
}

export interface Person {
  name: string
  follows: boolean
  lastInteraction: number
}

export interface Group {
  name: string
  asset: string
  members: Set<string>
  admins: Set<string>
  pending: Set<string>
}

export interface OaSettings {
  appId: string
  appSecret: string
  secretKey: string
  refresh: string
  /** What the developer's page has been told: where an administrator is sent back to, and with which challenge. */
  callback?: string
  challenge?: string | null
  /** After how long a delivery that was not answered 200 is made again; then the webhook is switched off. */
  ladder?: readonly number[]
  now?: () => number
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const refreshMs = 90 * day
const callsAMinute = 4000

/** The platform's own state, on a clock that can be moved. */
export function createWorld({ now = Date.now, ...given }: OaSettings) {
  let offset = 0
  const rates = new Map<number, number>()
  const world = {
    callback: 'https://chibot.example.vn/oa',
    challenge: null as string | null,
    ladder: [30_000, 5 * minute, 15 * minute, 30 * minute, hour] as readonly number[],
    ...given,
    oa: { oa_id: '4318657068771012646', name: 'Chi bộ Phòng Tổng hợp' },
    switches: {
      receipts: false,
      twice: false,
      pictureType: 'image',
      groupUnder: 'recipient.id',
      expiresIn: '90000',
    } as Switches,
    /** The one refresh token that is good now, and until when. */
    refresh: { token: given.refresh, until: now() + refreshMs },
    spent: [] as string[],
    /** Every refresh token that was shown, as often as it was: also those refused, and those whose request was lost. */
    shown: [] as string[],
    access: new Map<string, number>(),
    codes: new Map<string, { until: number; challenge: string | null }>(),
    people: new Map<string, Person>(),
    groups: new Map<string, Group>(),
    /** What was bought for groups, and until when. */
    assets: new Map<string, { until: number; group: string | null }>(),
    /** Whether the OA is verified and on a package that has groups. */
    groupsAllowed: true,
    templates: new Set<string>(),
    uploads: new Map<string, { kind: string; name: string; size: number; at: number }>(),
    /** What people have sent, by its path. */
    media: new Map<string, { bytes: Uint8Array; mime: string }>(),
    posts: [] as Post[],
    calls: [] as { path: string; error: number | null }[],
    strikes: new Map<string, Strike[]>(),
    monthly: Infinity,
    now: () => now() + offset,
    /** Moves the platform's clock on. */
    moves: (ms: number) => void (offset += ms),
    grant(): { access_token: string; refresh_token: string; expires_in: string } {
      const access = `access-${randomBytes(12).toString('hex')}`
      const token = `refresh-${randomBytes(12).toString('hex')}`
      world.refresh = { token, until: world.now() + refreshMs }
      world.access.set(access, world.now() + Number(world.switches.expiresIn) * 1000)
      return { access_token: access, refresh_token: token, expires_in: world.switches.expiresIn }
    },
    /** How many calls are left in this minute. */
    left(): number {
      const now = Math.floor(world.now() / minute)
      rates.set(now, (rates.get(now) ?? 0) + 1)
      return callsAMinute - rates.get(now)!
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
export const callLimit = callsAMinute
export const newId = (): string => randomBytes(10).toString('hex')
