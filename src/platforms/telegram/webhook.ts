import express, { Router, type RequestHandler } from 'express'
import type { Update as Received } from 'grammy/types'
import { StoreUnavailable } from '../../errors.js'
import type { Log } from '../../log.js'
import { sameSecret } from '../same-secret.js'
import { webhookRefusal } from '../webhook-refusal.js'
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
    webhookRefusal(log),
  )
  return router
}

/** Before a byte of the body is read. */
function knows(secret: string): RequestHandler {
  return (request, response, next) => {
    if (sameSecret(request.headers[secretHeader], secret)) return next()
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
