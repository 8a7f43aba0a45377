import { createHash, timingSafeEqual } from 'node:crypto'
import express, { Router, type ErrorRequestHandler, type RequestHandler } from 'express'
import type { Update as Received } from 'grammy/types'
import { StoreUnavailable } from '../../errors.js'
import type { Log } from '../../log.js'
import type { Inbox } from './inbox.js'

export const webhookPath = '/webhooks/telegram'
const longestBody = 1024 * 1024
const secretHeader = 'x-telegram-bot-api-secret-token'

/**
 * Answers 200 only when what came is durable. What can never be read is answered 200 too: Telegram would repeat it
 * for a day, and hold back all that follows it in that chat.
 */
export function createWebhook(options: {
  secret: string
  /** Null while nobody listens yet. */
  inbox: () => Inbox | null
  log: Log
}): Router {
  const { secret, inbox, log } = options

  const take: RequestHandler = async (request, response) => {
    const open = inbox()
    if (!open) throw new StoreUnavailable()
    const received = parse(request.body)
    if (!received) log.warn('a webhook delivery is no update and is passed over')
    else for (const heard of open.read([received])) await open.take(heard)
    response.sendStatus(200)
  }

  const router = Router()
  router.post(
    webhookPath,
    knows(secret),
    express.raw({ type: () => true, limit: longestBody, inflate: false }),
    take,
    refused(log),
  )
  return router
}

/** Before a byte of the body is read. Hashes are compared: they are of one length, and tell nothing by their order. */
function knows(secret: string): RequestHandler {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest()
  const expected = hash(secret)
  return (request, response, next) => {
    const given = request.headers[secretHeader]
    if (timingSafeEqual(hash(typeof given === 'string' ? given : ''), expected) && given !== undefined) return next()
    // What still comes of the body is not read.
    response.set('Connection', 'close').sendStatus(401)
  }
}

function parse(body: unknown): Received | null {
  try {
    const value: unknown = JSON.parse(Buffer.isBuffer(body) ? body.toString('utf8') : '')
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Received) : null
  } catch {
    return null
  }
}

/** What goes wrong here is answered here, in a word: only Telegram reads it. */
function refused(log: Log): ErrorRequestHandler {
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
