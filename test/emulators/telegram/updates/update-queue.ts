import { randomInt } from 'node:crypto'
import type { Update } from 'grammy/types'
import { refusals } from '../http/api-error.js'
import type { ApiError } from '../http/api-error.js'

export type UpdateKind = Exclude<keyof Update, 'update_id'>

interface Queued {
  update: Update
  /** Updates of one lane reach a webhook strictly one after another. */
  lane: string
  /** Emulator time (ms) after which it is forgotten. */
  until: number
}

interface Poll {
  limit: number
  from: number
  answer(): void
  refuse(error: ApiError): void
}

const onlyOnRequest: UpdateKind[] = ['chat_member', 'message_reaction', 'message_reaction_count']
const week = 7 * 24 * 3_600_000
/** How far an offset may lie ahead of the numbering and still be taken for one of it. */
const reach = 10

interface QueueDeps {
  now: () => number
  firstId: number
  /** Called when updates are confirmed, and when somebody begins to wait for some. */
  changed: () => void
}

export type UpdateQueue = ReturnType<typeof createUpdateQueue>

/** What waits for one bot: numbered, confirmed by offset, forgotten when its time is over. */
export function createUpdateQueue({ now, firstId, changed }: QueueDeps) {
  let waiting: Queued[] = []
  let next = firstId
  let lastPush = now()
  let allowed: UpdateKind[] = []
  let poll: Poll | null = null
  const listeners = new Set<() => void>()

  function pending(): Queued[] {
    waiting = waiting.filter(({ until }) => until > now())
    return waiting
  }

  function take(from: number, limit: number): Update[] {
    return pending()
      .filter(({ update }) => update.update_id >= from)
      .slice(0, limit)
      .map(({ update }) => update)
  }

  /** Where reading starts. An offset of another numbering confirms nothing and reads from the oldest. */
  function confirm(offset: number): number {
    if (offset < 0) waiting = pending().slice(offset)
    const head = pending()[0]?.update.update_id ?? next
    if (offset <= 0 || offset > next + reach) return head
    waiting = waiting.filter(({ update }) => update.update_id >= offset)
    changed()
    return offset
  }

  return {
    pending,

    /** Whether the kind is wanted is decided now, not when it is fetched. */
    push(kind: UpdateKind, payload: unknown, lane: string, lifetime: number): void {
      if (allowed.length > 0 ? !allowed.includes(kind) : onlyOnRequest.includes(kind)) return
      if (now() - lastPush > week) next = randomInt(1, 1_000_000_000)
      lastPush = now()
      const update = { update_id: next++, [kind]: payload } as Update
      waiting.push({ update, lane, until: now() + lifetime })
      poll?.answer()
      for (const listener of listeners) listener()
    },

    allow(kinds: UpdateKind[]): void {
      allowed = kinds
    },
    allowed: () => allowed,

    /** `timeout` in ms. A later caller ends an earlier one that still waits. */
    async get(offset: number, limit: number, timeout: number, gone: AbortSignal): Promise<Update[]> {
      poll?.refuse(refusals.otherPoller())
      const from = confirm(offset)
      const found = take(from, limit)
      if (found.length > 0 || timeout === 0) return found
      return new Promise<Update[]>((resolve, reject) => {
        const end = () => {
          clearTimeout(timer)
          if (poll === mine) poll = null
        }
        const mine: Poll = {
          limit,
          from,
          // In the next turn of the loop: what is pushed together is answered together.
          answer: () =>
            setImmediate(() => {
              if (poll !== mine) return
              end()
              resolve(take(from, limit))
            }),
          refuse: (error) => {
            end()
            reject(error)
          },
        }
        const timer = setTimeout(() => {
          end()
          resolve(take(from, limit))
        }, timeout)
        poll = mine
        changed()
        gone.addEventListener('abort', () => {
          end()
          resolve([])
        })
      })
    },

    endPoll(error: ApiError): void {
      poll?.refuse(error)
    },
    isPolled: () => poll !== null,

    forget(id: number): void {
      waiting = waiting.filter(({ update }) => update.update_id !== id)
    },
    clear(): void {
      waiting = []
    },
    onPush(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
