import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ZaloOaServer } from './start-zalo-oa.js'

export type Answer = Record<string, unknown> & { error?: number; data?: Record<string, unknown> }

export const codeOf = ({ error }: Answer): number => error ?? 0

/** The platform's calls by plain requests, as its page prints them. */
export function rawClient(zalo: ZaloOaServer, app: { appId: string; appSecret: string }) {
  let access = ''

  async function token(form: Record<string, string>, secret = app.appSecret): Promise<Answer> {
    const body = new URLSearchParams({ app_id: app.appId, ...form })
    const answer = await fetch(`${zalo.url}/v4/oa/access_token`, {
      method: 'POST',
      headers: { secret_key: secret },
      body,
    })
    return (await answer.json()) as Answer
  }

  /** Errors come under HTTP 200 too. */
  async function ask(path: string, init: RequestInit = {}): Promise<Answer> {
    const answer = await fetch(`${zalo.url}${path}`, { ...init, headers: { access_token: access, ...init.headers } })
    if (answer.status !== 200) throw new Error(`HTTP ${answer.status}`)
    return (await answer.json()) as Answer
  }

  const post = (path: string, body: object): Promise<Answer> =>
    ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

  return {
    token,
    ask,
    post,
    access: () => access,
    /** With a pair an administrator has made. */
    async enters(refresh = zalo.consent()): Promise<void> {
      access = (await token({ grant_type: 'refresh_token', refresh_token: refresh }))['access_token'] as string
    },
    get: (path: string, data: object): Promise<Answer> =>
      ask(`${path}?data=${encodeURIComponent(JSON.stringify(data))}`),
    cs: (user_id: string, message: object): Promise<Answer> =>
      post('/v3.0/oa/message/cs', { recipient: { user_id }, message }),
    upload(kind: string, name: string, size: number): Promise<Answer> {
      const body = new FormData()
      body.set('file', new Blob([Buffer.alloc(size, 'x')]), name)
      return ask(`/v2.0/oa/upload/${kind}`, { method: 'POST', body })
    },
  }
}

interface Came {
  headers: Record<string, unknown>
  text: string
  body: Record<string, unknown>
}

/** An address for the webhook that keeps what comes and answers as it is told. */
export async function startReceiver() {
  const receiver = { came: [] as Came[], status: 200 }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString()
      receiver.came.push({ headers: request.headers, text, body: JSON.parse(text) as Record<string, unknown> })
      response.writeHead(receiver.status).end()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return Object.assign(receiver, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close(): void {
      server.closeAllConnections()
      server.close()
    },
  })
}

export type Receiver = Awaited<ReturnType<typeof startReceiver>>
