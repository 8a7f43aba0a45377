import { changeMachine } from './change-machine.js'
import type { Store } from './store.js'

/** When each account of a channel spoke last: machinery that only a channel with a window of answers needs. */
export function createWindows(store: Store, channel: string) {
  const idOf = (account: string): string => `heard:${channel}:${account}`

  return {
    /** Domain ms; null: never. */
    async lastInbound(account: string): Promise<number | null> {
      return ((await store.get('machines', idOf(account)))?.value['at'] as number | undefined) ?? null
    },
    /** A later moment wins. */
    async note(account: string, at: number): Promise<void> {
      await changeMachine<{ at: number }>(store, idOf(account), (known) => (known && known.at >= at ? null : { at }))
    },
  }
}
