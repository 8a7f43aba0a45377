import { StoreUnavailable } from '../../errors.js'

const ASK_AGAIN_MS = 60_000
/** Repeated in vain for two hours, an event is given up and the webhook switched off: long before that, a stand-in does. */
const PATIENCE_MS = 60_000

/**
 * Which OA this is. Ids of entries bear it, so that what is brought again gets the same one; the platform says it when
 * asked, and signed events name it.
 */
export function createOwnId(given: {
  /** Instead of an id nobody will tell. */
  standIn: string
  ask: () => Promise<string>
  /** Real ms. */
  real: () => number
}) {
  const { standIn, ask, real } = given
  let known: string | null = null
  let asking: Promise<void> | null = null
  let askedAt: number | null = null
  let missingSince: number | null = null

  /** Of a clock that was set back too. */
  const isOver = (since: number, ms: number): boolean => Math.abs(real() - since) >= ms

  async function askOnce(): Promise<void> {
    askedAt = real()
    try {
      known = await ask()
    } catch {
      missingSince ??= real()
    } finally {
      asking = null
    }
  }

  return {
    known: (): string | null => known,
    /** From the platform's own answer. */
    is: (id: string): void => void (known = id),
    /** From what an event names. */
    learn: (id: string | null): void => void (known ??= id),
    /** Rejects with StoreUnavailable while it may still be told soon. */
    async need(): Promise<string> {
      if (known === null && (askedAt === null || isOver(askedAt, ASK_AGAIN_MS))) asking ??= askOnce()
      await asking
      if (known !== null) return known
      if (missingSince !== null && isOver(missingSince, PATIENCE_MS)) return standIn
      throw new StoreUnavailable()
    },
  }
}
