import type { Channel } from '../chat.js'
import { changeMachine } from './change-machine.js'
import type { Store } from './store.js'

/** What this store's service last set as a webhook, as a hash: to set it anew is not free everywhere. */
export function createLastWebhook(store: Store, channel: Channel) {
  const id = `webhook:${channel}`
  return {
    async read(): Promise<string | null> {
      return ((await store.get('machines', id))?.value['mark'] as string | undefined) ?? null
    },
    async write(mark: string): Promise<void> {
      await changeMachine(store, id, () => ({ mark }))
    },
  }
}
