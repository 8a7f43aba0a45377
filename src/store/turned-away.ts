import type { Channel } from '../chat.js'
import type { Clock } from '../clock.js'
import type { Log } from '../log.js'
import { changeMachine } from './change-machine.js'
import type { Store } from './store.js'

/** Written no more often: whoever guesses must not keep the store busy. */
const EVERY_MS = 60_000

const idOf = (channel: Channel): string => `turned-away:${channel}`

/** Remembers that a webhook came with a secret that is not ours: an attempt of somebody's, or a wrong setting. */
export function createTurnedAway(store: Store, channel: Channel, clock: Pick<Clock, 'mono' | 'real'>, log: Log) {
  let written = -Infinity
  return (): void => {
    if (clock.mono() - written < EVERY_MS) return
    written = clock.mono()
    log.warn({ channel }, 'a webhook with another secret than ours is turned away')
    changeMachine(store, idOf(channel), () => ({ at: clock.real() })).catch((error: unknown) =>
      log.debug({ err: error }, 'not remembered'),
    )
  }
}

/** Real ms of the last one; null: none. */
export async function lastTurnedAway(store: Store, channel: Channel): Promise<number | null> {
  return ((await store.get('machines', idOf(channel)))?.value['at'] as number | undefined) ?? null
}
