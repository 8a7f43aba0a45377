/** Lets a test wait for a state of the platform without sleeping: looked at anew at every change. */
export function createChangeBell() {
  const watchers = new Set<() => void>()

  return {
    changed: (): void => {
      for (const watcher of [...watchers]) watcher()
    },

    /** Resolves with the first truthy value; rejects after `timeout` real ms, naming what was waited for. */
    until: <T>(look: () => T | null | undefined | false, timeout = 15_000): Promise<T> =>
      new Promise((resolve, reject) => {
        const watcher = () => {
          try {
            const value = look()
            if (!value) return
            end()
            resolve(value)
          } catch (error) {
            end()
            reject(error instanceof Error ? error : new Error(String(error)))
          }
        }
        const end = () => {
          clearTimeout(timer)
          watchers.delete(watcher)
        }
        const timer = setTimeout(() => {
          end()
          reject(new Error(`Telegram emulator: waited ${timeout} ms in vain for ${look.toString()}`))
        }, timeout)
        watchers.add(watcher)
        watcher()
      }),
  }
}
