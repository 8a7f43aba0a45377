import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Of no bot: what must never be seen in an error or a line of the log is its second half. */
export const token = '4242:canary-of-the-tests_never-to-be-seen'
export const canary = 'canary-of-the-tests'

export interface ApiCall {
  method: string
  /** Fields as they came: from JSON, or as texts from a form. */
  payload: Record<string, unknown>
  /** The whole body of a form. */
  form: Buffer | null
}

/** An object is the result; the rest is for what goes wrong. */
type Answer = { result: unknown } | { error: number; description: string; parameters?: object } | Raw
type Raw = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

/** The smallest Bot API server: every call is answered by `answer`, in JSON as Telegram does. */
export async function startApi(answer: (call: ApiCall) => Answer | Promise<Answer>) {
  const calls: ApiCall[] = []
  const server = createServer((request, response) => void handle(request, response))

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    try {
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
    } catch {
      return
    }
    const body = Buffer.concat(chunks)
    const json = request.headers['content-type'] === 'application/json'
    const [, file, method] = /^\/(file\/)?bot[^/]+\/(.+)$/u.exec(request.url!)!
    const call = {
      method: `${file ? 'file:' : ''}${method}`,
      payload: (json ? JSON.parse(body.toString()) : fieldsOf(body)) as Record<string, unknown>,
      form: json ? null : body,
    }
    calls.push(call)
    const given = await answer(call)
    if (typeof given === 'function') return given(request, response)
    const status = 'error' in given ? given.error : 200
    response.writeHead(status, { 'content-type': 'application/json' })
    const { description, parameters } = given as { description?: string; parameters?: object }
    response.end(
      JSON.stringify(
        'error' in given ? { ok: false, error_code: status, description, parameters } : { ok: true, ...given },
      ),
    )
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    of: (method: string) => calls.filter((call) => call.method === method),
    async stop(): Promise<void> {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function fieldsOf(form: Buffer): Record<string, unknown> {
  const found = form.toString('utf8').matchAll(/name="([a-z_]+)"\r\n\r\n(.*?)\r\n--/gsu)
  return Object.fromEntries([...found].map(([, name, value]) => [name!, value!]))
}

export const me = {
  id: 4242,
  is_bot: true,
  first_name: 'Chi Bộ Bot',
  username: 'ChiBoBot',
  can_join_groups: true,
  can_read_all_group_messages: false,
}
