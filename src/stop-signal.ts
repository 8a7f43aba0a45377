import type { Log } from './log.js'

/** Resolves with null when the process is asked to stop. */
export function stopSignal(log: Log): Promise<null> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.on(signal, () => {
        log.info({ signal }, 'stopping')
        resolve(null)
      })
    }
  })
}
