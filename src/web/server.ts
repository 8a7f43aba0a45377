import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type Router } from 'express'
import helmet from 'helmet'
import type { Registry } from 'prom-client'
import { ConfigError } from '../errors.js'
import type { Log } from '../log.js'
import { errorAnswer } from './error-answer.js'
import { livez, readyz, withPatience, type Health } from './health-routes.js'
import { HttpError } from './http-error.js'
import { metricsRoute } from './metrics-route.js'

export interface WebServer {
  /** Rejects with ConfigError where the port or the address cannot be had. */
  listen(): Promise<{ port: number }>
  /** Takes no new request and waits for the running ones, five seconds at most. Streams must have been ended by their owners. */
  close(): Promise<void>
}

const closePatienceMs = 5000
const closeIdleMs = 50

/** The one HTTP server: health, metrics, and whatever `routers` bring. */
export function createWebServer(given: {
  host: string
  port: number
  /** As express has it: false, or the proxies whose X-Forwarded-* are believed. */
  trustProxy: boolean | number | string
  log: Log
  health: () => Promise<Health>
  metrics: Registry
  metricsToken: string | undefined
  routers: Router[]
}): WebServer {
  const { host, port, log } = given
  const health = () => withPatience(given.health)
  const app = express()
  app.set('trust proxy', given.trustProxy)
  app.use(secureHeaders)
  app.get('/livez', livez)
  app.get('/readyz', readyz(health))
  app.get('/metrics', metricsRoute(given.metrics, given.metricsToken, health))
  for (const router of given.routers) app.use(router)
  app.use(() => {
    throw new HttpError(404, 'not-found', 'There is nothing at this address.')
  })
  app.use(errorAnswer(log))

  // A request must arrive within these times; an answer, a stream of events say, may take as long as it likes.
  const server = createServer(
    { headersTimeout: 5000, requestTimeout: 10_000, connectionsCheckingInterval: 1000, keepAliveTimeout: 5000 },
    app,
  )
  server.maxConnections = 512

  return {
    async listen() {
      server.listen(port, host)
      try {
        await once(server, 'listening')
      } catch (error) {
        throw listenError(error, host, port)
      }
      return { port: (server.address() as AddressInfo).port }
    },
    async close() {
      if (!server.listening) return
      const closed = once(server, 'close')
      server.close()
      // What was answered after that moment is kept alive by its client, who has nothing more to ask.
      const idle = setInterval(() => server.closeIdleConnections(), closeIdleMs)
      const timer = setTimeout(() => server.closeAllConnections(), closePatienceMs)
      await closed
      clearInterval(idle)
      clearTimeout(timer)
    },
  }
}

const secureHeaders = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  referrerPolicy: { policy: 'no-referrer' },
  xFrameOptions: { action: 'deny' },
})

function listenError(error: unknown, host: string, port: number): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return new ConfigError('config-port-taken', { port: String(port) })
    case 'EACCES':
      return new ConfigError('config-port-forbidden', { port: String(port) })
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new ConfigError('config-host-unknown', { host })
    default:
      return error
  }
}
