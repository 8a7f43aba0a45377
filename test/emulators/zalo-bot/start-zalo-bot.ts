import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { givenBy } from './given-by.js'
import { ApiFailure, echoOf, methods } from './methods.js'
import { createPeople } from './people.js'
import { exact, probe, pushLoop, type Locate } from './push.js'
import { createWorld, newId, type ApiCall, type Chat, type Post, type Strike } from './world.js'

/** A Zalo Bot API server over real HTTP, by channels/zalo.md part 1: it knows the documents, and no client. */
export async function startZaloBot(given: {
  token: string
  quota?: number
  canJoinGroups?: boolean
  /** How much later the platform fetches a picture once more. */
  refetchMs?: number
  now?: () => number
}) {
  const world = createWorld({ quota: 3000, canJoinGroups: false, refetchMs: 2000, now: Date.now, ...given })
  const places = new Map<string, string>()
  const locate: Locate = (url) => {
    const { origin, pathname } = new URL(url)
    return `${places.get(origin) ?? origin}${pathname}`
  }
  const stop = new AbortController()

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://emulator')
    const hosted = world.media.get(url.pathname)
    if (hosted) return void response.writeHead(200, { 'content-type': hosted.mime }).end(hosted.bytes)
    const [, token, name = ''] = /^\/bot([^/]*)\/([^/]*)$/u.exec(url.pathname) ?? []
    const call: ApiCall = { method: name, given: await givenBy(request, url.searchParams), status: null }
    const gone = new AbortController()
    response.on('close', () => gone.abort())
    const answer = (status: number, value: unknown): void => {
      call.status = status
      response.writeHead(status, { 'content-type': 'application/json;charset=UTF-8' })
      // Words alone are a page of whoever stands before the platform.
      response.end(typeof value === 'string' ? value : exact(JSON.stringify(value)))
      world.rings()
    }
    const fail = ({ code, description, field }: ApiFailure): void =>
      answer(world.switches.under200 ? 200 : code, { ok: false, description, [field]: code })
    if (token !== world.token) return fail(new ApiFailure(401, 'Unauthorized'))
    world.calls.push(call)
    const strike = world.strikes.get(name)?.shift()
    if (strike?.kind === 'reset') return void response.destroy()
    if (strike?.kind === 'hang') return void (await once(response, 'close'))
    if (strike?.kind === 'answer') return answer(strike.status, strike.body)
    const method = Object.hasOwn(methods, name) ? methods[name] : undefined
    if (!method) return fail(new ApiFailure(400, 'method is invalid'))
    try {
      const its = { gone: AbortSignal.any([gone.signal, stop.signal]), stopped: stop.signal, locate }
      const result = await method(world, call.given, its)
      if (strike?.kind === 'drop') return void response.destroy()
      const set = name === 'setWebhook' ? { ...(result as object), verification: await probe(world, locate) } : result
      answer(200, set === undefined ? { ok: true } : { ok: true, result: set, error_code: 0 })
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error
      fail(error)
    }
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const pushing = pushLoop(world, locate, stop.signal)
  const people = createPeople(world, (path) => `${url}${path}`)

  return {
    ...people,
    url,
    token: world.token,
    bot: world.self,
    switches: world.switches,
    posts: world.posts,
    calls: world.calls,
    attempts: world.attempts,
    until: world.until,
    now: world.now,
    advance: world.advance,
    group(): Chat {
      const group: Chat = { id: newId(), type: 'GROUP' }
      world.chats.set(group.id, group)
      return group
    },
    seenIn: (group: Chat): Post[] => world.posts.filter(({ chat }) => chat === group.id),
    echo: (post: Post) => people.bring(echoOf(world, post)),
    waiting: () => world.queue.length,
    webhook: () => world.webhook,
    /** Somebody takes another token at Zalo Bot Creator: the one before is nobody's. */
    resetToken: () => void (world.token = newToken()),
    /** Messages that month (`2027-09`) still has, from now on; of other months it says nothing. */
    quota: (left: number, month = world.month()) => void world.quotas.set(month, (world.sent.get(month) ?? 0) + left),
    strike(method: string, ...strikes: Strike[]): void {
      world.strikes.set(method, [...(world.strikes.get(method) ?? []), ...strikes])
    },
    /** What was still to be struck is left alone. */
    calm: () => world.strikes.clear(),
    /** Brings what it would bring to `publicOrigin` to `origin`. */
    proxy: (publicOrigin: string, origin: string) => void places.set(publicOrigin, origin),
    async close(): Promise<void> {
      stop.abort()
      await pushing
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

const newToken = (): string => `1234567890123456789:${newId()}`

export type ZaloBotServer = Awaited<ReturnType<typeof startZaloBot>>
export type { ZaloPerson } from './people.js'
