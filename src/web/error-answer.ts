import type { ErrorRequestHandler } from 'express'
import type { Log } from '../log.js'
import { HttpError } from './http-error.js'

/** What express and its body reader throw carries a status; everything else is ours to look at. */
interface Thrown {
  status?: number
  type?: string
}

/** Every error leaves as `{error, message}`; what went wrong inside is for the log alone. */
export function errorAnswer(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error)
    const { status, code, message } = answerTo(error)
    const cause = error instanceof HttpError ? error.cause : error
    const about = { err: cause, code, method: request.method, path: withoutToken(request.path) }
    if (status === 503) log.warn(about, 'a request has to come again')
    else if (status >= 500) log.error(about, 'a request failed')
    if (status === 503) response.set('Retry-After', '1')
    response.status(status).json({ error: code, message })
  }
}

/** A reading link is a key to what it opens. */
const withoutToken = (path: string): string => path.replace(/^\/doc\/[^/]+/iu, '/doc/[removed]')

function answerTo(error: unknown): Pick<HttpError, 'status' | 'code' | 'message'> {
  if (error instanceof HttpError) return error
  const { status, type } = (typeof error === 'object' && error !== null ? error : {}) as Thrown
  if (status === 413) {
    return { status, code: 'too-large', message: 'This is larger than 1.5 MB. Send it in several shorter messages.' }
  }
  if (type === 'entity.parse.failed') {
    return { status: 400, code: 'not-json', message: 'The body is not valid JSON. Send UTF-8 encoded JSON.' }
  }
  if (status !== undefined && status >= 400 && status < 500) {
    return { status, code: 'bad-request', message: 'The request cannot be read. Check its address, headers and body.' }
  }
  return {
    status: 500,
    code: 'internal',
    message: 'Something went wrong here. Try again; the log of the service says more.',
  }
}
