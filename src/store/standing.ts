import type { Channel } from '../chat.js'
import { changeMachine } from './change-machine.js'
import type { Store } from './store.js'

interface Kept {
  /** Hash of the settings the platform has taken. */
  taken: string | null
  /** It took them once, and refuses them now. */
  refused: boolean
}

export interface Standing {
  taken(): Promise<void>
  /** True: the service goes on without it. It took the same settings before, so that nobody has mistyped them. */
  refused(): Promise<boolean>
}

const idOf = (channel: Channel): string => `settings:${channel}`

/** What a platform made of the settings of its channel: `print` is a hash of them; `alone`: there is no other channel. */
export function createStanding(
  store: Store,
  channel: Channel,
  { print, alone }: { print: string; alone: boolean },
): Standing {
  const change = (to: (kept: Kept) => Kept): Promise<Kept | null> =>
    changeMachine<Kept>(store, idOf(channel), (known) => {
      const kept = known ?? { taken: null, refused: false }
      const next = to(kept)
      return next.taken === kept.taken && next.refused === kept.refused ? null : next
    })
  return {
    async taken() {
      await change(() => ({ taken: print, refused: false }))
    },
    async refused() {
      if (alone) return false
      const kept = await change((known) => (known.taken === print ? { ...known, refused: true } : known))
      return kept?.taken === print
    },
  }
}

export async function isRefused(store: Store, channel: Channel): Promise<boolean> {
  return (await store.get('machines', idOf(channel)))?.value['refused'] === true
}
