import { StoreUnavailable } from './errors.js'
import type { Log } from './log.js'
import type { Nudge } from './nudge.js'

const AGAIN_MS = 1000

/** Runs one pass of the work. A store that is away, or a mistake in one pass, does not end the service: it waits a little. */
export function createCarefully({ log, nudge }: { log: Log; nudge: Nudge }) {
  return async function carefully<R>(pass: () => Promise<R>): Promise<R | undefined> {
    try {
      return await pass()
    } catch (error) {
      log.error({ err: error }, error instanceof StoreUnavailable ? 'the store does not answer' : 'working failed')
      await nudge.wait(AGAIN_MS)
      return undefined
    }
  }
}
