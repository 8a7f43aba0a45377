import type { RequestHandler } from 'express'

export interface Health {
  /** The store answers. */
  store: boolean
  /** How long ago the last tick should have begun and did not; null where this instance does not work. */
  tickLagMs: number | null
  /** This instance holds the lease. */
  working: boolean
  /** Webhooks are taken, as far as their platforms answer. */
  hearing: boolean
}

/** Four ticks missed. */
const tickLagLimitMs = 60_000
const patienceMs = 2000

/** Alive while the loop turns: a store that is away is no reason to be killed and started again. */
export const livez: RequestHandler = (_request, response) => {
  response.set('Cache-Control', 'no-store').json({ alive: true })
}

export function readyz(health: () => Promise<Health>): RequestHandler {
  return async (_request, response) => {
    const found = await health()
    const ready = found.store && found.hearing && (found.tickLagMs ?? 0) < tickLagLimitMs
    response
      .status(ready ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json(found)
  }
}

/** Whoever asks must not hang on a store that does. Never rejects. */
export async function withPatience(health: () => Promise<Health>): Promise<Health> {
  const away: Health = { store: false, tickLagMs: null, working: false, hearing: false }
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<Health>((resolve) => {
    timer = setTimeout(resolve, patienceMs, away)
  })
  try {
    return await Promise.race([health().catch(() => away), timeout])
  } finally {
    clearTimeout(timer)
  }
}
