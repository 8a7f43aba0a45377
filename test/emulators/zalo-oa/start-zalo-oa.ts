import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ApiFailure, routes, type Call } from './api.js'
import { createWorld, newId, type Given, type Post, type Strike } from './world.js'

/** The OpenAPI of a Zalo Official Account over real HTTP, by channels/zalo.md part 2; errors come under HTTP 200. */
export async function startZaloOa(given: Given) {
  const world = createWorld(given)
  let receiver: string | null = null
  const deliveries: { body: string; status: number | null }[] = []

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://emulator')
    const hosted = world.media.get(url.pathname)
    if (hosted) return void response.writeHead(200, { 'content-type': hosted.mime }).end(hosted.bytes)
    const body = await bytesOf(request)
    const strike = world.strikes.get(url.pathname)?.shift()
    if (strike?.kind === 'reset') return void response.destroy()
    const entry = { path: url.pathname, error: null as number | null }
    world.calls.push(entry)
    const answer = (error: number, value: object): void => {
      entry.error = error
      if (strike?.kind === 'drop') return void response.destroy()
      const send = () => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value))
      if (strike?.kind === 'late') return void setTimeout(send, strike.ms)
      send()
    }
    try {
      if (strike?.kind === 'error') throw new ApiFailure(strike.error, 'as the test wants it')
      if (url.pathname === '/v4/oa/access_token') return answer(0, token(request, body))
      const route = routes[`${request.method} ${url.pathname}`]
      if (!route) throw new ApiFailure(-212, 'this API is not registered')
      known(request.headers['access_token'])
      const data = route(world, callOf(request, url, body))
      answer(0, { error: 0, message: 'Success', data })
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error
      answer(error.error, { error: error.error, message: error.message })
    }
  }

  function known(access: string | string[] | undefined): void {
    const until = typeof access === 'string' ? world.access.get(access) : undefined
    if (until === undefined) throw new ApiFailure(-216, 'Access token is invalid')
    if (until <= world.now()) throw new ApiFailure(-220, 'Access token has expired')
  }

  /** A refresh token is good once; whoever shows a spent one has to ask an administrator. */
  function token(request: IncomingMessage, body: Buffer): object {
    const form = new URLSearchParams(body.toString())
    const secret = request.headers['secret_key']
    if (secret !== world.appSecret || form.get('app_id') !== world.appId) throw new ApiFailure(-14004, 'invalid app')
    if (form.get('grant_type') !== 'refresh_token') throw new ApiFailure(-14012, 'invalid grant type')
    const shown = form.get('refresh_token') ?? ''
    if (shown !== world.refresh) throw new ApiFailure(-14014, 'Refresh token is invalid')
    world.spent.push(shown)
    return world.grant()
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  /** Signs raw bytes as the documents say: app id, body, the body's timestamp, the OA's secret key. */
  const sign = (body: string, timestamp: string): string =>
    createHash('sha256').update(`${world.appId}${body}${timestamp}${world.secretKey}`).digest('hex')

  async function bring(body: string, headers: Record<string, string>): Promise<number | null> {
    const answer = await fetch(receiver!, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
      signal: AbortSignal.timeout(2000),
    }).catch(() => null)
    deliveries.push({ body, status: answer?.status ?? null })
    return answer?.status ?? null
  }

  /** One event, signed; `prefix`: with `mac=`, as documented. */
  async function deliver(event: object, { prefix = true, retries = 0 } = {}): Promise<number | null> {
    const timestamp = String(world.now())
    const body = JSON.stringify({ app_id: world.appId, ...event, timestamp })
    const headers = {
      'x-zevent-signature': `${prefix ? 'mac=' : ''}${sign(body, timestamp)}`,
      ...(retries > 0 && { num_retry: String(retries) }),
    }
    return bring(body, headers)
  }

  /** The very same bytes once more, as the platform brings what was not answered in time. */
  function again(body: string, retries = 1): Promise<number | null> {
    const { timestamp } = JSON.parse(body) as { timestamp: string }
    return bring(body, { 'x-zevent-signature': `mac=${sign(body, timestamp)}`, num_retry: String(retries) })
  }

  function person(name: string) {
    const id = String(8_000_000_000_000_000_000n + BigInt(Math.floor(Math.random() * 1e15)))
    const speak = (event_name: string, message: object, options?: Parameters<typeof deliver>[1]) => {
      const known = world.people.get(id)
      world.people.set(id, { name, follows: known?.follows ?? true, lastInteraction: world.now() })
      const said = { msg_id: newId(), ...message }
      return deliver(
        { event_name, sender: { id }, recipient: { id: world.oa.oa_id }, user_id_by_app: newId(), message: said },
        options,
      )
    }
    const turn = (event_name: 'follow' | 'unfollow') => {
      world.people.set(id, { name, follows: event_name === 'follow', lastInteraction: world.now() })
      return deliver({
        event_name,
        oa_id: world.oa.oa_id,
        follower: { id },
        user_id_by_app: newId(),
        source: 'oa_profile',
      })
    }
    return {
      id,
      name,
      follows: () => turn('follow'),
      unfollows: () => turn('unfollow'),
      says: (text: string, more: object = {}, options?: Parameters<typeof deliver>[1]) =>
        speak('user_send_text', { text, ...more }, options),
      sends: (event: string, attachments: object[], text?: string) =>
        speak(event, { attachments, ...(text !== undefined && { text }) }),
      sees: (): Post[] => world.posts.filter(({ to }) => to === id),
    }
  }

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    oa: world.oa,
    posts: world.posts,
    calls: world.calls,
    spent: world.spent,
    uploads: world.uploads,
    deliveries,
    advance: world.advance,
    until: world.until,
    now: world.now,
    monthly: (left: number) => (world.monthly = left),
    /** An administrator makes a new pair by hand: the one before is worth nothing. */
    consent: () => world.grant().refresh_token,
    /** Every access token given so far is called bad. */
    forgetAccess: () => world.access.clear(),
    strike(path: string, ...strikes: Strike[]): void {
      world.strikes.set(path, [...(world.strikes.get(path) ?? []), ...strikes])
    },
    /** What was still to be struck is left alone. */
    calm: () => world.strikes.clear(),
    group(): string {
      const id = newId()
      world.groups.set(id, [])
      return id
    },
    receiver: (address: string) => (receiver = address),
    sign,
    bring,
    deliver,
    again,
    person,
    /** Puts a member's file where the platform keeps such; its address is what an event names. */
    host(file: { bytes: Uint8Array; mime: string }): string {
      const path = `/media/${newId()}`
      world.media.set(path, file)
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`
    },
    async close(): Promise<void> {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

export type ZaloOaServer = Awaited<ReturnType<typeof startZaloOa>>
export type ZaloOaPerson = ReturnType<ZaloOaServer['person']>

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function callOf(request: IncomingMessage, url: URL, body: Buffer): Call {
  const type = request.headers['content-type'] ?? ''
  const data = url.searchParams.get('data')
  return {
    path: url.pathname,
    query: data === null ? {} : (JSON.parse(data) as Record<string, unknown>),
    json: type.includes('json') ? (JSON.parse(body.toString()) as Record<string, unknown>) : {},
    file: type.startsWith('multipart/') ? fileOf(type, body) : null,
  }
}

/** The part named `file`: its name and how long it is. */
function fileOf(type: string, body: Buffer): Call['file'] {
  const boundary = /boundary=(.+)$/u.exec(type)?.[1] ?? ''
  const start = body.indexOf('\r\n\r\n')
  const head = body.subarray(0, start).toString()
  const end = body.indexOf(`\r\n--${boundary}--`)
  const name = /name="file"; filename="([^"]*)"/u.exec(head)?.[1]
  return name === undefined || start < 0 || end < 0 ? null : { name, size: end - start - 4 }
}
