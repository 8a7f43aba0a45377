import type { IncomingMessage } from 'node:http'
import { refusals } from './api-error.js'
import { readMultipart } from './multipart.js'
import type { Brought } from './multipart.js'

const megabyte = 1024 * 1024
/** 50 MB of file and what stands around it. */
const bodyLimit = 51 * megabyte

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > bodyLimit) throw refusals.tooLargeToUpload()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const fromPairs = (pairs: URLSearchParams): Brought => ({
  values: Object.fromEntries(pairs),
  uploads: new Map(),
})

/** Reads the three kinds of body; what the content type does not announce is no parameter. */
export function readBody(body: Buffer, contentType: string): Brought {
  if (body.length === 0) return { values: {}, uploads: new Map() }
  if (contentType.startsWith('multipart/form-data')) return readMultipart(body, contentType)
  if (contentType.startsWith('application/x-www-form-urlencoded'))
    return fromPairs(new URLSearchParams(body.toString()))
  if (!contentType.startsWith('application/json')) return { values: {}, uploads: new Map() }
  try {
    return { values: JSON.parse(body.toString()) as Record<string, unknown>, uploads: new Map() }
  } catch {
    throw refusals.badRequest("can't parse JSON object")
  }
}

/** The parameters of a request: those of the address, and over them those of the body. */
export async function readRequest(request: IncomingMessage, url: URL): Promise<Brought> {
  const { values, uploads } = readBody(await readAll(request), request.headers['content-type'] ?? '')
  return { values: { ...fromPairs(url.searchParams).values, ...values }, uploads }
}
