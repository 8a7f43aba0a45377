import type { IncomingMessage } from 'node:http'
import type { Webhook } from './webhook.js'
import type { World } from './world.js'

export interface Call {
  path: string
  query: Record<string, unknown>
  json: Record<string, unknown>
  file: { name: string; size: number } | null
}

export type Route = (world: World, call: Call, webhook: Webhook) => unknown

export async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** Parameters of a GET stand in one, as JSON. */
export function callOf(request: IncomingMessage, url: URL, body: Buffer): Call {
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
