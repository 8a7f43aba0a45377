import { createHash, timingSafeEqual } from 'node:crypto'
import type { Request, RequestHandler } from 'express'
import type { Registry } from 'prom-client'
import { HttpError } from './http-error.js'
import { isLoopbackPeer, isOwnHost } from './loopback.js'

/**
 * With a token set it must be borne; without one, only this computer itself may look. `measure` brings up to date what
 * is a state and not a count.
 */
export function metricsRoute(
  registry: Registry,
  token: string | undefined,
  measure: () => Promise<unknown>,
): RequestHandler {
  return async (request, response) => {
    if (token === undefined) {
      if (!isFromHere(request))
        throw new HttpError(403, 'forbidden', 'Set METRICS_TOKEN to read /metrics from elsewhere.')
    } else if (!isBearer(request.headers.authorization, token)) {
      response.set('WWW-Authenticate', 'Bearer')
      throw new HttpError(401, 'unauthorized', 'Send the header "Authorization: Bearer <METRICS_TOKEN>".')
    }
    await measure()
    response
      .set('Content-Type', registry.contentType)
      .set('Cache-Control', 'no-store')
      .send(await registry.metrics())
  }
}

/** A proxy on this computer makes everybody's requests look local: what was forwarded, or asked for under another name, is not. */
function isFromHere(request: Request): boolean {
  const { headers, socket } = request
  const forwarded = headers['x-forwarded-for'] ?? headers['forwarded']
  return isLoopbackPeer(socket.remoteAddress) && !forwarded && isOwnHost(headers.host, socket.localPort)
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

function isBearer(header: string | undefined, token: string): boolean {
  return timingSafeEqual(digest(header ?? ''), digest(`Bearer ${token}`))
}
