import type { IncomingMessage } from 'node:http'

const longestBody = 1024 * 1024

/** The parameters of a call: in the query, as JSON, as a form, in parts. */
export async function givenBy(request: IncomingMessage, query: URLSearchParams): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > longestBody) throw new Error('too much')
    chunks.push(chunk)
  }
  return {
    ...Object.fromEntries(query),
    ...(await readBody(Buffer.concat(chunks), request.headers['content-type'] ?? '')),
  }
}

async function readBody(bytes: Buffer, type: string): Promise<Record<string, unknown>> {
  if (bytes.length === 0) return {}
  if (type.includes('json')) return JSON.parse(bytes.toString('utf8')) as Record<string, unknown>
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData()
  return Object.fromEntries(form)
}
