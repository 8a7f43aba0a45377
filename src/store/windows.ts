import { answerWindow } from '../domain/answer-window.js'
import { changeMachine } from './change-machine.js'
import type { Store } from './store.js'

/** Windows last for days: who goes on speaking is written down once in so long. */
const FRESH_MS = 60_000

interface Heard {
  at: number
  since?: number
}

/** When each account of a channel spoke last: machinery that only a channel with a window of answers needs. */
export function createWindows(store: Store, channel: string) {
  const idOf = (account: string): string => `heard:${channel}:${account}`
  const lastInbound = async (account: string): Promise<number | null> =>
    ((await store.get('machines', idOf(account)))?.value['at'] as number | undefined) ?? null

  return {
    /** Domain ms; null: never. */
    lastInbound,
    /** The platform would refuse it. Of whom nothing was ever heard here it may know more than we do. */
    async isClosed(account: string, now: number): Promise<boolean> {
      const last = await lastInbound(account)
      return last !== null && answerWindow(last, now).state === 'closed'
    },
    /**
     * A later moment wins. Returns the one before (domain ms) where we could not be sure to reach him until now, as long
     * as that has not been told; else null.
     */
    async note(account: string, at: number): Promise<number | null> {
      const noted = await changeMachine<Heard>(store, idOf(account), (known) => {
        if (!known) return { at }
        if (known.at > at - FRESH_MS) return null
        const since = known.since ?? (answerWindow(known.at, at).state === 'free' ? null : known.at)
        return since === null ? { at } : { at, since }
      })
      return noted?.since ?? null
    },
    /** Whoever has to know that he is reachable again does. */
    async told(account: string): Promise<void> {
      await changeMachine<Heard>(store, idOf(account), (known) =>
        known?.since === undefined ? null : { at: known.at },
      )
    },
  }
}
