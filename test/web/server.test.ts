import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { afterEach, expect, test } from '@jest/globals'
import { Router } from 'express'
import { pino } from 'pino'
import { fetch } from 'undici'
import type { Health } from '../../src/web/health-routes.js'
import { createMetrics } from '../../src/web/metrics.js'
import { createWebServer } from '../../src/web/server.js'
import { configText } from '../support/config-text.js'

const log = pino({ level: 'silent' })
const well: Health = { store: true, tickLagMs: 0, working: true, hearing: true }
const opened: { close(): Promise<void> }[] = []

afterEach(async () => {
  await Promise.all(opened.splice(0).map((server) => server.close()))
})

async function start(
  given: { health?: () => Promise<Health>; metricsToken?: string; routers?: Router[]; port?: number } = {},
) {
  const metrics = createMetrics()
  const server = createWebServer({
    host: '127.0.0.1',
    port: given.port ?? 0,
    trustProxy: false,
    log,
    health: given.health ?? (() => Promise.resolve(well)),
    metrics: metrics.registry,
    metricsToken: given.metricsToken,
    routers: given.routers ?? [],
  })
  const { port } = await server.listen()
  opened.push(server)
  return { url: `http://127.0.0.1:${port}`, port, metrics, server }
}

test('it is alive while the store is away, and not ready', async () => {
  const away = { store: false, tickLagMs: null, working: false, hearing: true }
  const { url } = await start({ health: () => Promise.resolve(away) })
  expect((await fetch(`${url}/livez`)).status).toBe(200)
  const ready = await fetch(`${url}/readyz`)
  expect(ready.status).toBe(503)
  expect(await ready.json()).toEqual(away)
})

test.each([
  ['it works and ticks', well, 200],
  ['it waits beside another that works', { store: true, tickLagMs: null, working: false, hearing: true }, 200],
  ['a webhook would find nobody yet', { ...well, hearing: false }, 503],
  ['its tick is a minute late', { store: true, tickLagMs: 60_000, working: true, hearing: true }, 503],
])('readiness when %s', async (_name, health, status) => {
  const { url } = await start({ health: () => Promise.resolve(health) })
  expect((await fetch(`${url}/readyz`)).status).toBe(status)
})

test('a question for its health that fails is answered as not ready', async () => {
  const { url } = await start({ health: () => Promise.reject(new Error('no answer')) })
  const ready = await fetch(`${url}/readyz`)
  expect(ready.status).toBe(503)
  expect(await ready.json()).toMatchObject({ store: false })
})

test('numbers are counted by kind, channel and state, and bear no other label', async () => {
  const { url, metrics } = await start()
  metrics.entryAccepted('update')
  metrics.entryDecided('update', 12)
  metrics.entryFailed('clock')
  metrics.delivery('web', 'sent')
  metrics.delivery(null, 'undeliverable')
  metrics.tickLag(1500)
  metrics.openEntries(3)
  metrics.quota('zalo-bot', 2400, 3000)
  const text = await (await fetch(`${url}/metrics`)).text()
  expect(text).toContain('chibot_entries_accepted_total{kind="update"} 1')
  expect(text).toContain('chibot_decide_seconds_count{kind="update"} 1')
  expect(text).toContain('chibot_entries_failed_total{kind="clock"} 1')
  expect(text).toContain('chibot_deliveries_total{channel="web",state="sent"} 1')
  expect(text).toContain('chibot_deliveries_total{channel="none",state="undeliverable"} 1')
  expect(text).toContain('chibot_tick_lag_seconds 1.5')
  expect(text).toContain('chibot_open_entries 3')
  expect(text).toContain('chibot_quota_used{channel="zalo-bot"} 2400')
  expect(text).toContain('chibot_quota_limit{channel="zalo-bot"} 3000')
})

test('what is a state is measured when numbers are asked for', async () => {
  const { url, metrics } = await start({
    health: () => {
      metrics.openEntries(7)
      return Promise.resolve(well)
    },
  })
  expect(await (await fetch(`${url}/metrics`)).text()).toContain('chibot_open_entries 7')
})

test('a label that takes any value ends as "other"', async () => {
  const { url, metrics } = await start()
  for (let kind = 0; kind < 200; kind++) metrics.entryAccepted(`kind-${kind}`)
  const text = await (await fetch(`${url}/metrics`)).text()
  expect(text.match(/^chibot_entries_accepted_total\{/gm)).toHaveLength(31)
  expect(text).toContain('chibot_entries_accepted_total{kind="other"} 170')
})

test('with a token set, numbers are for whoever bears it', async () => {
  const { url } = await start({ metricsToken: 'a-long-secret' })
  const ask = async (authorization?: string) =>
    (await fetch(`${url}/metrics`, authorization ? { headers: { authorization } } : {})).status
  expect(await ask()).toBe(401)
  expect(await ask('Bearer a-long-secre')).toBe(401)
  expect(await ask('Bearer a-long-secret')).toBe(200)
})

test('without a token, numbers are not for what a proxy on this computer forwards', async () => {
  const { url } = await start()
  const forwarded = await fetch(`${url}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.9' } })
  expect(forwarded.status).toBe(403)
})

test('every answer forbids inline scripts, frames and guessing of types', async () => {
  const { url } = await start()
  const { headers } = await fetch(`${url}/livez`)
  const policy = headers.get('content-security-policy')
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self'")
  expect(policy).not.toContain('unsafe')
  expect(policy).toContain("frame-ancestors 'none'")
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.has('x-powered-by')).toBe(false)
})

test('an error says what to do and shows nothing of the inside', async () => {
  const router = Router().get('/broken', () => {
    throw new Error('the password is 123')
  })
  const { url } = await start({ routers: [router] })
  const answer = await fetch(`${url}/broken`)
  expect(answer.status).toBe(500)
  const body = (await answer.json()) as { error: string; message: string }
  expect(body.error).toBe('internal')
  expect(JSON.stringify(body)).not.toMatch(/password|at |\.ts/)
  expect((await fetch(`${url}/nowhere`)).status).toBe(404)
})

test('an address that cannot be decoded is a bad request', async () => {
  const { url } = await start({ routers: [Router().get('/of/:name', (_request, response) => void response.json({}))] })
  expect((await fetch(`${url}/of/%E0%A4`)).status).toBe(400)
})

test('a port that is taken stops the start and says which setting to change', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  const { port } = other.address() as AddressInfo
  const refused = await start({ port }).catch((error: unknown) => error)
  expect(configText(refused)).toMatch(new RegExp(`^PORT: ${port} is taken .*\n→ Stop that one, or set PORT`, 'u'))
  other.close()
})

test('a client that never finishes its headers is sent away', async () => {
  const { port } = await start()
  const begun = performance.now()
  const answer = await new Promise<string>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('GET /livez HTTP/1.1\r\nHost: a\r\n'))
    let text = ''
    socket.on('data', (bytes) => (text += bytes.toString()))
    socket.on('close', () => resolve(text))
  })
  expect(answer).toMatch(/^HTTP\/1.1 408/)
  expect(performance.now() - begun).toBeLessThan(8000)
}, 15_000)

test('closing waits for the answer that is under way', async () => {
  let finish = (): void => undefined
  const entered = new Promise<void>((enter) => {
    finish = enter
  })
  let answer = (): void => undefined
  const router = Router().get('/slow', (_request, response) => {
    answer = () => void response.json({ done: true })
    finish()
  })
  const { url, server } = await start({ routers: [router] })
  const asked = fetch(`${url}/slow`)
  await entered
  const closed = server.close()
  answer()
  expect(await (await asked).json()).toEqual({ done: true })
  await closed
  await expect(fetch(`${url}/livez`)).rejects.toThrow()
})
