import { createHash } from 'node:crypto'
import type { World } from './world.js'

interface Delivery {
  body: string
  status: number | null
  /** `num_retry` of it. */
  retry: number
}

interface Waiting {
  body: string
  prefix: boolean
  tried: number
  due: number
}

const DEADLINE_MS = 2000

/** Brings events to the one address the OA has: signed, within two seconds, again by the ladder, and at last not at all. */
export function createWebhook(world: World) {
  let receiver: string | null = null
  let on = true
  const deliveries: Delivery[] = []
  const receipts: Delivery[] = []
  const waiting: Waiting[] = []
  let catching = Promise.resolve()

  /** Signs raw bytes as the documents say: app id, body, the body's timestamp, the OA's secret key. */
  const sign = (body: string, timestamp: string): string =>
    createHash('sha256').update(`${world.appId}${body}${timestamp}${world.secretKey}`).digest('hex')

  function headersOf(body: string, prefix: boolean, retry: number): Record<string, string> {
    const { timestamp } = JSON.parse(body) as { timestamp: string }
    return {
      'x-zevent-signature': `${prefix ? 'mac=' : ''}${sign(body, timestamp)}`,
      ...(retry > 0 && { num_retry: String(retry) }),
    }
  }

  async function bring(body: string, headers: Record<string, string>, to = deliveries): Promise<number | null> {
    if (receiver === null) return null
    const answer = await fetch(receiver, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
      signal: AbortSignal.timeout(DEADLINE_MS),
    }).catch(() => null)
    to.push({ body, status: answer?.status ?? null, retry: Number(headers['num_retry'] ?? 0) })
    return answer?.status ?? null
  }

  /** One event; `prefix`: with `mac=`, as documented. Null: it was not answered, or the webhook is off. */
  async function deliver(event: object, { prefix = true, to = deliveries } = {}): Promise<number | null> {
    if (!on) return null
    const body = JSON.stringify({ app_id: world.appId, ...event, timestamp: String(world.now()) })
    const status = await bring(body, headersOf(body, prefix, 0), to)
    if (status !== 200 && receiver !== null)
      waiting.push({ body, prefix, tried: 0, due: world.now() + world.ladder[0]! })
    if (world.switches.twice) await bring(body, headersOf(body, prefix, 0), to)
    return status
  }

  /** Whatever has fallen due by now, in its order; a step counts from when the one before was due. */
  async function catchUp(): Promise<void> {
    for (;;) {
      const next = waiting.filter(({ due }) => due <= world.now()).sort((a, b) => a.due - b.due)[0]
      if (!next || !on) return
      next.tried++
      const status = await bring(next.body, headersOf(next.body, next.prefix, next.tried))
      const step = world.ladder[next.tried]
      if (status !== 200 && step !== undefined) {
        next.due += step
        continue
      }
      waiting.splice(waiting.indexOf(next), 1)
      // Nothing is brought any more until somebody switches it on again on the developer's page.
      if (status !== 200) on = false
    }
  }

  return {
    deliveries,
    receipts,
    receiver: (address: string) => void (receiver = address),
    sign,
    bring: (body: string, headers: Record<string, string>) => bring(body, headers),
    deliver,
    /** The very same bytes once more, as the platform brings what was not answered in time. */
    again: (body: string, retries = 1) => bring(body, headersOf(body, true, retries)),
    advance(ms: number): void {
      world.moves(ms)
      catching = catching.then(catchUp)
    },
    /** Resolves when what fell due has been brought. */
    caughtUp: () => catching,
    isOn: () => on,
    switchOn: () => void (on = true),
  }
}

export type Webhook = ReturnType<typeof createWebhook>
