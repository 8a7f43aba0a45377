import { answerWindow } from '../domain/answer-window.js'
import { changeMachine } from './change-machine.js'
import type { Store } from './store.js'

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
    /** A later moment wins. */
    async note(account: string, at: number): Promise<void> {
      await changeMachine<{ at: number }>(store, idOf(account), (known) => (known && known.at >= at ? null : { at }))
    },
  }
}
