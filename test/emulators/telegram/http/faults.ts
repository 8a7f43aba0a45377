import type { ApiError } from './api-error.js'

/** What goes wrong with a call. */
export type Fault =
  /** The platform refuses it. */
  | { refuse: ApiError }
  /** A broken front server: a page of HTML instead of an answer. Nothing is carried out. */
  | { broken: 500 | 502 | 503 | 504 }
  /** Nothing is carried out and no answer ever comes, until released. */
  | 'hang'
  /** The connection is reset before anything is carried out. */
  | 'reset'
  /** It is carried out; the connection dies before the answer. */
  | 'apply-then-drop'
  /** It is carried out; the answer never comes, until released. */
  | 'apply-then-hang'
  /** It is carried out and answered, after so many real ms. */
  | { slow: number }
  /** A download breaks off after so many bytes. */
  | { cutAfter: number }

export interface FaultRule {
  fault: Fault
  /** A method's name in any case, `download`, or any call if left out. */
  method?: string
  /** Only calls about this chat. */
  chat?: number
  /** How many calls it strikes; 1 if left out. */
  times?: number
  /** How many matching calls pass first. */
  after?: number
}

/** A scripted fault at work. */
export interface FaultHandle {
  /** Calls struck so far. */
  readonly hits: number
  /** Ends it; calls that hang are cut off. */
  release(): void
}

export function createFaults(changed: () => void) {
  interface Active {
    rule: FaultRule
    left: number
    toPass: number
    hits: number
    released: AbortController
  }
  let active: Active[] = []

  return {
    add(rule: FaultRule): FaultHandle {
      const one: Active = {
        rule,
        left: rule.times ?? 1,
        toPass: rule.after ?? 0,
        hits: 0,
        released: new AbortController(),
      }
      active.push(one)
      return {
        get hits() {
          return one.hits
        },
        release() {
          active = active.filter((other) => other !== one)
          one.released.abort()
        },
      }
    },

    take(method: string, chat: number | null): { fault: Fault; released: AbortSignal } | null {
      const struck = active.find(
        ({ rule, left }) =>
          left > 0 &&
          (rule.method === undefined || rule.method.toLowerCase() === method.toLowerCase()) &&
          (rule.chat === undefined || rule.chat === chat),
      )
      if (!struck) return null
      if (struck.toPass > 0) {
        struck.toPass -= 1
        return null
      }
      struck.left -= 1
      struck.hits += 1
      changed()
      return { fault: struck.rule.fault, released: struck.released.signal }
    },

    releaseAll(): void {
      for (const { released } of active) released.abort()
      active = []
    },
  }
}
