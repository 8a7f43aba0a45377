import { Agent as HttpAgent, request as httpRequest, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import { pipeline, type Readable } from 'node:stream'

/** No byte of the request left. */
export class NotConnected extends Error {
  constructor(readonly code: string) {
    super(`no connection: ${code}`)
  }
}

/** An answer came, and it is not what Telegram answers: a page of some proxy, half an answer, or far too much. */
export class Unreadable extends Error {
  constructor(readonly status: number) {
    super(`unreadable answer with status ${status}`)
  }
}

/** What AbortSignal and the older one grammY brings have in common. */
interface Abortable {
  readonly aborted: boolean
  addEventListener(type: 'abort', stop: () => void): void
  removeEventListener(type: 'abort', stop: () => void): void
}

interface Outgoing {
  method: string
  headers: OutgoingHttpHeaders
  body?: string | Readable | undefined
  signal?: Abortable | undefined
}

/** Shorter than the time a send has in all: a host that cannot be reached must not look like an answer that was lost. */
const CONNECT_MS = 8000
/** A connection is not used again when the other side may be about to close it: what is sent into it is in doubt. */
const IDLE_MS = 4000
const LONGEST_ANSWER = 1024 * 1024
const LONGEST_BATCH = 32 * LONGEST_ANSWER

/**
 * HTTP for the Bot API that knows whether anything left. No error of it names the address: that bears the token.
 * Redirects are not followed, nothing is sent twice.
 */
export function createTransport() {
  const http = new HttpAgent({ keepAlive: true, timeout: IDLE_MS })
  const https = new HttpsAgent({ keepAlive: true, timeout: IDLE_MS })

  function open(address: string, { method, headers, body, signal }: Outgoing): Promise<IncomingMessage> {
    const url = new URL(address)
    const secure = url.protocol === 'https:'
    const send = secure ? httpsRequest : httpRequest
    return new Promise((resolve, reject) => {
      let left = false
      const request = send(url, { method, headers, agent: secure ? https : http })
      const fail = (error: NodeJS.ErrnoException): void => {
        reject(left ? error : new NotConnected(error.code ?? 'ABORTED'))
      }
      const stop = (): void => void request.destroy(new Error('stopped'))
      const patience = setTimeout(() => request.destroy(new NotConnected('ETIMEDOUT')), CONNECT_MS)
      const connected = (): void => {
        left = true
        clearTimeout(patience)
      }
      request.on('socket', (socket) => {
        if (request.reusedSocket) connected()
        else socket.once(secure ? 'secureConnect' : 'connect', connected)
      })
      request.on('error', fail)
      request.on('close', () => {
        clearTimeout(patience)
        signal?.removeEventListener('abort', stop)
        fail(new Error('closed'))
      })
      request.on('response', resolve)
      if (signal?.aborted) return stop()
      signal?.addEventListener('abort', stop)
      if (body === undefined || typeof body === 'string') request.end(body)
      // What goes wrong with the body shows as an error of the request; an answer that came before its end counts.
      else pipeline(body, request, () => undefined)
    })
  }

  return {
    open,
    /** As much of `fetch` as grammY uses. */
    fetch: async (address: string, outgoing: Outgoing): Promise<{ json(): Promise<unknown> }> => {
      const answer = await open(address, outgoing)
      const limit = address.endsWith('/getUpdates') ? LONGEST_BATCH : LONGEST_ANSWER
      return { json: () => readJson(answer, limit) }
    },
  }
}

export type Transport = ReturnType<typeof createTransport>

async function readJson(answer: IncomingMessage, limit: number): Promise<unknown> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length
    // Leaving the loop closes the connection.
    if (size > limit) throw new Unreadable(answer.statusCode ?? 0)
    chunks.push(chunk)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown
  } catch {
    throw new Unreadable(answer.statusCode ?? 0)
  }
}
