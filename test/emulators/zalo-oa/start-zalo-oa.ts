import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { routes } from './api.js'
import { bytesOf, callOf } from './call.js'
import { ApiFailure } from './failure.js'
import { createPeople } from './people.js'
import { consent, token } from './tokens.js'
import { createWebhook } from './webhook.js'
import { callLimit, createWorld, newId, type OaSettings, type Strike } from './world.js'

const tokenPath = '/v4/oa/access_token'
const consentPath = '/v4/oa/permission'

/** The OpenAPI of a Zalo Official Account over real HTTP, by channels/zalo.md part 2; errors come under HTTP 200. */
export async function startZaloOa(given: OaSettings) {
  const world = createWorld(given)
  const webhook = createWebhook(world)

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://emulator')
    const hosted = world.media.get(url.pathname)
    if (hosted) return void response.writeHead(200, { 'content-type': hosted.mime }).end(hosted.bytes)
    const body = await bytesOf(request)
    if (url.pathname === tokenPath) noteShown(body)
    const strike = world.strikes.get(url.pathname)?.shift()
    if (strike?.kind === 'reset') return void response.destroy()
    const entry = { path: url.pathname, error: null as number | null }
    world.calls.push(entry)
    const headers: Record<string, string> = { 'content-type': 'application/json' }
    const answer = (error: number, value: object): void => {
      entry.error = error
      if (strike?.kind === 'drop') return void response.destroy()
      const send = () => response.writeHead(200, headers).end(JSON.stringify(value))
      if (strike?.kind === 'late') return void setTimeout(send, strike.ms)
      send()
    }
    const ofOauth = url.pathname === tokenPath || url.pathname === consentPath
    try {
      if (strike?.kind === 'error') throw new ApiFailure(strike.error, 'as the test wants it')
      if (url.pathname === consentPath)
        return void response.writeHead(302, { location: consent(world, url.searchParams) }).end()
      if (url.pathname === tokenPath) return answer(0, token(world, request, body))
      const left = world.left()
      Object.assign(headers, {
        'x-ratelimit-limit': String(callLimit),
        'x-ratelimit-remain': String(Math.max(left, 0)),
      })
      if (left < 0) throw new ApiFailure(-32, 'rate limit')
      const route = routes[`${request.method} ${url.pathname}`]
      if (!route) throw new ApiFailure(-212, 'this API is not registered')
      known(request.headers['access_token'])
      answer(0, { error: 0, message: 'Success', data: route(world, callOf(request, url, body), webhook) })
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error
      const named = { error_name: error.message, error_reason: error.message, ref_doc: 'https://developers.zalo.me' }
      answer(error.error, { error: error.error, ...(ofOauth ? named : { message: error.message }) })
    }
  }

  function noteShown(body: Buffer): void {
    const shown = new URLSearchParams(body.toString()).get('refresh_token')
    if (shown !== null) world.shown.push(shown)
  }

  function known(access: string | string[] | undefined): void {
    const until = typeof access === 'string' ? world.access.get(access) : undefined
    if (until === undefined) throw new ApiFailure(-216, 'Access token is invalid')
    if (until <= world.now()) throw new ApiFailure(-220, 'Access token has expired')
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  /** What can be bought for one more group, good for a month. */
  function asset(until = world.now() + 30 * 24 * 60 * 60_000): string {
    const id = newId()
    world.assets.set(id, { until, group: null })
    return id
  }

  return {
    ...webhook,
    url: root,
    oa: world.oa,
    switches: world.switches,
    posts: world.posts,
    calls: world.calls,
    spent: world.spent,
    shown: world.shown,
    uploads: world.uploads,
    templates: world.templates,
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
    asset,
    noGroups: () => (world.groupsAllowed = false),
    /** One that is there already. */
    group(...members: string[]): string {
      const id = newId()
      const own = asset()
      world.assets.get(own)!.group = id
      world.groups.set(id, {
        name: 'Chi bộ',
        asset: own,
        members: new Set(members),
        admins: new Set(),
        pending: new Set(),
      })
      return id
    },
    person: createPeople(world, webhook),
    /** Puts a member's file where the platform keeps such; its address is what an event names. */
    host(file: { bytes: Uint8Array; mime: string }): string {
      const path = `/media/${newId()}`
      world.media.set(path, file)
      return `${root}${path}`
    },
    async close(): Promise<void> {
      await webhook.caughtUp()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

export type ZaloOaServer = Awaited<ReturnType<typeof startZaloOa>>
export type ZaloOaPerson = ReturnType<ZaloOaServer['person']>
