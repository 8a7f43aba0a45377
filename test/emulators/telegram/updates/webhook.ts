import { Agent, request } from 'node:http'
import { randomInt } from 'node:crypto'
import type { UpdateQueue } from './update-queue.js'
import type { DeliveryAttempt } from '../world/state.js'

interface WebhookSettings {
  url: string
  secret: string
  maxConnections: number
}

interface WebhookDeps {
  updates: UpdateQueue
  settings: WebhookSettings
  /** Where a public address really is: what a reverse proxy would do. */
  locate: (url: string) => URL
  now: () => number
  monotonic: () => number
  retryFactor: number
  record: (attempt: DeliveryAttempt) => void
  changed: () => void
  /** A 2xx answer may bear one call. */
  answered: (contentType: string, body: Buffer) => void
  /** The receiver said 410 for 23 hours. */
  gone: () => void
}

interface Trouble {
  fails: number
  delay: number
  wakeAt: number
}

const hour = 3_600_000
const longestRetryAfter = 3600
const answerTimeout = 60_000

interface Answer {
  status: number
  reason: string
  retryAfter: number
  contentType: string
  body: Buffer
}

function post(url: URL, secret: string, body: string, agent: Agent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      ...(secret && { 'x-telegram-bot-api-secret-token': secret }),
    }
    const outgoing = request(url, { method: 'POST', agent, headers, timeout: answerTimeout }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          reason: response.statusMessage ?? '',
          retryAfter: Number(response.headers['retry-after']) || 0,
          contentType: response.headers['content-type'] ?? '',
          body: Buffer.concat(chunks),
        }),
      )
    })
    outgoing.on('timeout', () => outgoing.destroy(new Error('Read timeout expired')))
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

export type Webhook = ReturnType<typeof createWebhook>

/**
 * Brings updates to an address: lanes side by side, each lane strictly in order. What fails is repeated at once, then
 * after 2 s, 4 s … up to a minute or two, until the update expires.
 */
export function createWebhook(deps: WebhookDeps) {
  const { updates, settings } = deps
  const agent = new Agent({ keepAlive: true, maxSockets: settings.maxConnections })
  const troubles = new Map<number, Trouble>()
  const busy = new Set<string>()
  const timers = new Set<NodeJS.Timeout>()
  let lastError: { date: number; message: string } | null = null
  let goneSince: number | null = null
  let stopped = false

  function pump(): void {
    if (stopped) return
    const seen = new Set<string>()
    for (const { update, lane } of updates.pending()) {
      if (seen.has(lane)) continue
      seen.add(lane)
      const ready = (troubles.get(update.update_id)?.wakeAt ?? 0) <= deps.monotonic()
      if (ready && !busy.has(lane) && busy.size < settings.maxConnections) void deliver(update, lane)
    }
  }

  async function deliver(update: { update_id: number }, lane: string): Promise<void> {
    busy.add(lane)
    const id = update.update_id
    const attempt: DeliveryAttempt = {
      update: id,
      lane,
      attempt: (troubles.get(id)?.fails ?? 0) + 1,
      began: deps.monotonic(),
      ended: null,
      status: null,
    }
    deps.record(attempt)
    let failure: string | null = null
    let retryAfter = 0
    try {
      const answer = await post(deps.locate(settings.url), settings.secret, JSON.stringify(update), agent)
      attempt.status = answer.status
      if (answer.status >= 200 && answer.status < 300) deps.answered(answer.contentType, answer.body)
      else failure = `Wrong response from the webhook: ${answer.status} ${answer.reason}`
      retryAfter = answer.retryAfter
    } catch (error) {
      failure =
        (error as NodeJS.ErrnoException).code === 'ECONNREFUSED' ? 'Connection refused' : 'Webhook connection closed'
    }
    attempt.ended = deps.monotonic()
    busy.delete(lane)
    if (stopped) return
    if (failure === null) {
      goneSince = null
      updates.forget(id)
    } else fail(id, failure, retryAfter, attempt.status)
    deps.changed()
    pump()
  }

  function fail(id: number, message: string, retryAfter: number, status: number | null): void {
    lastError = { date: Math.floor(deps.now() / 1000), message }
    goneSince = status === 410 ? (goneSince ?? deps.now()) : null
    if (goneSince !== null && deps.now() - goneSince > 23 * hour) return deps.gone()
    const { fails, delay } = troubles.get(id) ?? { fails: 0, delay: 1 }
    const told = Math.min(retryAfter, longestRetryAfter)
    const doubled = fails > 0 && told === 0 ? Math.min(delay * 2, randomInt(60, 121)) : delay
    const seconds = told > 0 ? told : fails > 0 ? doubled : 0
    const ms = seconds * 1000 * deps.retryFactor
    troubles.set(id, { fails: fails + 1, delay: doubled, wakeAt: deps.monotonic() + ms })
    const timer = setTimeout(() => {
      timers.delete(timer)
      pump()
    }, ms + 1)
    timers.add(timer)
  }

  const unlisten = updates.onPush(() => setImmediate(pump))
  setImmediate(pump)

  return {
    settings,
    lastError: () => lastError,
    stop(): void {
      stopped = true
      unlisten()
      timers.forEach(clearTimeout)
      agent.destroy()
    },
  }
}
