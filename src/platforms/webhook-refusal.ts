import type { ErrorRequestHandler } from 'express'
import { StoreUnavailable } from '../errors.js'
import type { Log } from '../log.js'

/** What goes wrong with a webhook is answered there, in a word: only the platform reads it. */
export function webhookRefusal(log: Log): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    const status = (error as { status?: unknown } | null)?.status
    if (response.headersSent) return next(error)
    if (error instanceof StoreUnavailable) response.set('Retry-After', '1').sendStatus(503)
    else if (typeof status === 'number' && status >= 400 && status < 500) response.sendStatus(status)
    else {
      log.error({ err: error }, 'a webhook delivery was not taken')
      response.sendStatus(500)
    }
  }
}
