import { Agent, errors, request, type Dispatcher } from 'undici'
import { NotConnected, Unanswered } from './call-error.js'
import { parseExact } from './exact-json.js'

/** Shorter than the time a send has in all: a host that cannot be reached must not look like an answer that was lost. */
const CONNECT_MS = 8000
/** A connection is not used again when the other side may be about to close it: what is sent into it is in doubt. */
const IDLE_MS = 4000
const LONGEST_ANSWER = 4 * 1024 * 1024

export interface Outgoing {
  method: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string | Buffer
  signal: AbortSignal
}

export interface Answered {
  status: number
  /** Parsed; null where it was no JSON. */
  body: unknown
}

/**
 * HTTP for the Zalo APIs that knows whether anything left. Nothing is repeated, redirects are not followed. Its errors
 * name no address: on one of the platforms that bears the token. Rejects with NotConnected or Unanswered.
 */
export function createHttp() {
  const agent = new Agent({
    connect: { timeout: CONNECT_MS },
    keepAliveTimeout: IDLE_MS,
    keepAliveMaxTimeout: IDLE_MS,
    pipelining: 1,
    headersTimeout: 0,
    bodyTimeout: 60_000,
  })

  async function call(address: string, { method, headers, body, signal }: Outgoing): Promise<Answered> {
    let answer: Dispatcher.ResponseData
    try {
      answer = await request(address, {
        method,
        dispatcher: agent,
        signal,
        ...(headers && { headers }),
        ...(body !== undefined && { body }),
      })
    } catch (error) {
      throw failureOf(error)
    }
    const { statusCode: status } = answer
    return { status, body: parsed(await textOf(answer), status) }
  }

  return { call }
}

export type Http = ReturnType<typeof createHttp>

async function textOf({ body, statusCode }: Dispatcher.ResponseData): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > LONGEST_ANSWER) throw new Unanswered(statusCode, 'TOO_LARGE')
      chunks.push(chunk)
    }
  } catch (error) {
    throw error instanceof Unanswered ? error : new Unanswered(0, codeOf(error))
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parsed(text: string, status: number): unknown {
  try {
    return parseExact(text)
  } catch {
    // A page of some proxy, or half an answer.
    throw new Unanswered(status, 'NO_JSON')
  }
}

/** Before a connection stands nothing has left; afterwards anything may have. */
const neverLeft = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])

function failureOf(error: unknown): NotConnected | Unanswered {
  const code = codeOf(error)
  return error instanceof errors.ConnectTimeoutError || neverLeft.has(code)
    ? new NotConnected(code)
    : new Unanswered(0, code)
}

const codeOf = (error: unknown): string => (error as { code?: unknown } | null)?.code?.toString() ?? 'ABORTED'
