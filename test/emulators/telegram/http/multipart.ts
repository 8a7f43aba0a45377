export interface Upload {
  name: string
  mime: string | null
  bytes: Uint8Array
}

/** What a request brought along: parameters as they came, and files by field name. */
export interface Brought {
  values: Record<string, unknown>
  uploads: Map<string, Upload>
}

const headerEnd = Buffer.from('\r\n\r\n')

/** A parameter of a part's header, quoted or not: clients differ in quoting and order. */
function headerValue(header: string, key: string): string | null {
  const match = new RegExp(`[;\\s]${key}="((?:[^"\\\\]|\\\\.)*)"|[;\\s]${key}=([^;\\s]+)`, 'i').exec(header)
  const value = match?.[1] ?? match?.[2]
  return value === undefined ? null : value.replace(/\\(.)/g, '$1')
}

/** Reads multipart/form-data; a part with a file name is a file. */
export function readMultipart(body: Buffer, contentType: string): Brought {
  const boundary = headerValue(` ${contentType}`, 'boundary')
  const brought: Brought = { values: {}, uploads: new Map() }
  if (boundary === null) return brought
  const delimiter = Buffer.from(`--${boundary}`)
  let at = body.indexOf(delimiter)
  while (at >= 0) {
    const start = at + delimiter.length
    if (body.subarray(start, start + 2).toString() === '--') break
    const next = body.indexOf(Buffer.concat([Buffer.from('\r\n'), delimiter]), start)
    if (next < 0) break
    const head = body.indexOf(headerEnd, start)
    if (head >= 0 && head < next)
      readPart(body.subarray(start, head).toString(), body.subarray(head + 4, next), brought)
    at = next + 2
  }
  return brought
}

function readPart(header: string, content: Buffer, { values, uploads }: Brought): void {
  const disposition = /content-disposition:([^\r\n]*)/i.exec(header)?.[1] ?? ''
  const field = headerValue(disposition, 'name')
  if (field === null) return
  const name = headerValue(disposition, 'filename')
  if (name === null) values[field] = content.toString()
  else uploads.set(field, { name, mime: /content-type:\s*([^\r\n;]+)/i.exec(header)?.[1] ?? null, bytes: content })
}
