import type { RequestHandler } from 'express'
import type { Words } from '../../words.js'
import { HttpError } from '../http-error.js'
import { isOwnHost } from '../loopback.js'
import { translator } from './reader.js'

/**
 * The page has no log-in, so only a browser on this computer may use it: a foreign name that was made to point here
 * fails by its Host, another site's script by its Origin.
 */
export function ownPageOnly(words: Words): RequestHandler {
  return (request, _response, next) => {
    const { host, origin } = request.headers
    const t = translator(words, request)
    if (!isOwnHost(host, request.socket.localPort)) {
      throw new HttpError(421, 'wrong-host', t('page-refused-host', { port: String(request.socket.localPort) }))
    }
    if (request.method === 'POST' && origin !== undefined && origin !== `http://${host}`) {
      throw new HttpError(403, 'wrong-origin', t('page-refused-origin'))
    }
    next()
  }
}
