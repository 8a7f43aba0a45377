import { request } from 'node:http'
import type { World } from './world.js'

const AGAIN_MS = 200

/** Where an address of the open network really lies in a test. */
export type Locate = (url: string) => string

function bring(url: string, body: string, secret: string | null): Promise<number | null> {
  // The open network is not reached from a test.
  if (url.startsWith('https:')) return Promise.resolve(null)
  return new Promise((resolve) => {
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'Java/1.8.0_192',
      'content-length': Buffer.byteLength(body),
      ...(secret !== null && { 'x-bot-api-secret-token': secret }),
    }
    const outgoing = request(url, { method: 'POST', headers }, (response) => {
      response.resume()
      response.on('end', () => resolve(response.statusCode ?? null))
    })
    outgoing.on('error', () => resolve(null))
    outgoing.end(body)
  })
}

/** Shows no secret, names nobody, counts in seconds. */
export async function probe(world: World, locate: Locate): Promise<Record<string, unknown>> {
  const { url, secret } = world.webhook!
  const message = {
    date: Math.floor(world.now() / 1000),
    message_id: 'webhook-test',
    text: 'This is a test. Please respond with HTTP 200',
  }
  const body = JSON.stringify({ event_name: 'webhook.test', message })
  const began = performance.now()
  const status = await bring(locate(url), body, world.switches.probeShowsSecret ? secret : null)
  const told = {
    url,
    ...(status !== null && { status_code: status }),
    latency_ms: Math.round(performance.now() - began),
  }
  if (status === 200) return { ok: true, outcome: 'webhook.ok', hint: '', ...told }
  return { ok: false, outcome: outcomeOf(status), hint: 'The sender is Java/1.8: nothing before the service may turn it away', ...told } // prettier-ignore
}

function outcomeOf(status: number | null): string {
  if (status === null) return 'webhook.err.conn'
  if (status === 403 || status === 404) return `webhook.http.${status}`
  return status >= 500 ? 'webhook.http.5xx' : 'webhook.http.other'
}

/** Brings what waits, one at a time and in order; what is not answered with 2xx is brought again. */
export async function pushLoop(world: World, locate: Locate, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const { webhook } = world
    const next = world.queue[0]
    if (!webhook || !next) {
      await world.change(1000, signal)
      continue
    }
    const body = world.switches.enveloped ? { ok: true, result: next } : next
    const attempt = { body: exact(JSON.stringify(body)), status: null as number | null }
    world.attempts.push(attempt)
    for (let time = 0; time < (world.switches.twice ? 2 : 1); time++) {
      attempt.status = await bring(locate(webhook.url), attempt.body, webhook.secret)
    }
    const taken = attempt.status !== null && attempt.status >= 200 && attempt.status < 300
    if (taken && world.queue[0] === next) world.queue.shift()
    world.rings()
    if (!taken) await world.change(AGAIN_MS, signal)
  }
}

/** Numbers beyond 2^53 as they stand in the platform's JSON: marked strings lose their quotes. */
export const exact = (json: string): string => json.replace(/"#(\d+)"/gu, '$1')
