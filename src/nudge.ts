/** Wakes whoever waits; a nudge while nobody waits is kept for the next who does. */
export interface Nudge {
  (): void
  /** Resolves at the next nudge, or after `ms`. */
  wait(ms: number): Promise<void>
}

export function createNudge(): Nudge {
  let pending = false
  let wake: (() => void) | null = null
  const nudge = (): void => {
    pending = true
    wake?.()
  }
  const wait = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer)
        wake = null
        pending = false
        resolve()
      }
      const timer = setTimeout(done, pending ? 0 : ms)
      wake = done
    })
  return Object.assign(nudge, { wait })
}
