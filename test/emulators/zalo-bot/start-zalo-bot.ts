import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ApiFailure, echoOf, methods } from './methods.js'
import { exact, probe, pushLoop, type Locate } from './push.js'
import { createWorld, newId, type ApiCall, type Chat, type Post, type Strike } from './world.js'

const longestBody = 1024 * 1024

/** A Zalo Bot API server over real HTTP, by channels/zalo.md part 1: it knows the documents, and no client. */
export async function startZaloBot(given: {
  token: string
  quota?: number
  canJoinGroups?: boolean
  now?: () => number
}) {
  const world = createWorld({ quota: 3000, canJoinGroups: false, now: Date.now, ...given })
  const places = new Map<string, string>()
  const locate: Locate = (url) => {
    const { origin, pathname } = new URL(url)
    return `${places.get(origin) ?? origin}${pathname}`
  }
  const stop = new AbortController()

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://emulator')
    const [, token, name = ''] = /^\/bot([^/]*)\/([^/]*)$/u.exec(url.pathname) ?? []
    const body = await bodyOf(request)
    const call: ApiCall = { method: name, given: { ...Object.fromEntries(url.searchParams), ...body }, status: null }
    const gone = new AbortController()
    response.on('close', () => gone.abort())
    const answer = (status: number, value: unknown): void => {
      call.status = status
      response.writeHead(status, { 'content-type': 'application/json;charset=UTF-8' })
      // Words alone are a page of whoever stands before the platform.
      response.end(typeof value === 'string' ? value : exact(JSON.stringify(value)))
      world.rings()
    }
    const fail = (code: number, description: string): void =>
      answer(world.switches.under200 ? 200 : code, { ok: false, description, error_code: code })
    if (token !== world.token) return fail(401, 'Unauthorized')
    world.calls.push(call)
    const strike = world.strikes.get(name)?.shift()
    if (strike?.kind === 'reset') return void response.destroy()
    if (strike?.kind === 'hang') return void (await once(response, 'close'))
    if (strike?.kind === 'answer') return answer(strike.status, strike.body)
    const method = Object.hasOwn(methods, name) ? methods[name] : name === 'testWebhook' ? testWebhook : undefined
    if (!method) return fail(400, 'method is invalid')
    try {
      const result = await method(world, call.given, AbortSignal.any([gone.signal, stop.signal]))
      if (strike?.kind === 'drop') return void response.destroy()
      const set = name === 'setWebhook' ? { ...(result as object), verification: await probe(world, locate) } : result
      answer(200, set === undefined ? { ok: true } : { ok: true, result: set, error_code: 0 })
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error
      fail(error.code, error.description)
    }
  }

  async function testWebhook(): Promise<unknown> {
    if (!world.webhook) throw new ApiFailure(404, 'Not Found')
    if (++world.tests > 5) throw new ApiFailure(426, 'Daily limit reached')
    return probe(world, locate)
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const pushing = pushLoop(world, locate, stop.signal)

  const handed = new Map<string, Record<string, unknown>>()
  const bring = (update: Record<string, unknown>): void => {
    world.queue.push(update)
    world.rings()
  }

  const idOf = (id: string): string => (world.switches.numericIds ? `#${id}` : id)

  function hand(event: string, from: { id: string; name: string }, chat: Chat, content: object): string {
    const messageId = newId()
    const message = {
      from: { id: idOf(from.id), display_name: from.name, is_bot: false },
      chat: { id: idOf(chat.id), chat_type: chat.type },
      message_id: messageId,
      date: world.now(),
      ...content,
    }
    const update = { event_name: event, message }
    handed.set(messageId, update)
    bring(update)
    if (world.switches.twice && !world.webhook) bring(update)
    return messageId
  }

  /** Somebody on Zalo. His private chat with the bot has his own id. */
  function person(name: string) {
    const id = String(6_900_000_000_000_000_000n + BigInt(Math.floor(Math.random() * 1e15)))
    const own: Chat = { id, type: 'PRIVATE' }
    const me = { id, name }
    /** A bot cannot begin: his chat exists from his first word on. */
    const known = (): Chat => {
      world.chats.set(id, own)
      return own
    }
    return {
      id,
      name,
      /** He spoke to the bot some time ago: it can write to him. */
      knows: () => void known(),
      says: (text: string) => hand('message.text.received', me, known(), { text }),
      sendsPhoto(url: string, caption = ''): string {
        const photo = world.switches.docNames ? { photo: url } : { photo_url: url, message_type: 'CHAT_PHOTO' }
        return hand('message.image.received', me, known(), { ...photo, caption })
      },
      sendsVoice: (url: string) =>
        hand('message.voice.received', me, known(), { voice_url: url, message_type: 'CHAT_VOICE' }),
      sendsSticker: () =>
        hand('message.sticker.received', me, known(), { sticker: 'ff4e', url: 'https://zalo-api.zadn.vn/s/1', message_type: 'CHAT_STICKER' }), // prettier-ignore
      /** A file, a video, a card: nothing of it is shown. */
      sendsUnsupported: () => hand('message.unsupported.received', me, known(), {}),
      /** In a group the bot sees only what names or quotes it. */
      saysIn(group: Chat, text: string): string | null {
        return text.includes(`@${world.self.display_name}`) ? hand('message.text.received', me, group, { text }) : null
      },
      sees: (): Post[] => world.posts.filter(({ chat }) => chat === id),
    }
  }

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token: world.token,
    bot: world.self,
    switches: world.switches,
    posts: world.posts,
    calls: world.calls,
    attempts: world.attempts,
    until: world.until,
    person,
    group(): Chat {
      const group: Chat = { id: newId(), type: 'GROUP' }
      world.chats.set(group.id, group)
      return group
    },
    seenIn: (group: Chat): Post[] => world.posts.filter(({ chat }) => chat === group.id),
    /** The same message once more, however late. */
    again: (messageId: string) => bring(handed.get(messageId)!),
    echo: (post: Post) => bring(echoOf(world, post)),
    /** Anything at all, as an event. */
    bring,
    waiting: () => world.queue.length,
    webhook: () => world.webhook,
    /** Of the month, from now on. */
    quota: (left: number) => (world.quota = world.sent + left),
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

export type ZaloBotServer = Awaited<ReturnType<typeof startZaloBot>>
export type ZaloPerson = ReturnType<ZaloBotServer['person']>

/** JSON, a form, or nothing. */
async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > longestBody) throw new Error('too much')
    chunks.push(chunk)
  }
  const text = Buffer.concat(chunks).toString('utf8')
  if (text === '') return {}
  const type = request.headers['content-type'] ?? ''
  return type.includes('json')
    ? (JSON.parse(text) as Record<string, unknown>)
    : Object.fromEntries(new URLSearchParams(text))
}
