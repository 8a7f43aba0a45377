import express, { Router, type RequestHandler } from 'express'
import { StoreUnavailable } from '../../errors.js'
import type { Log } from '../../log.js'
import { parseExact } from '../zalo/exact-json.js'
import { sameSecret } from '../same-secret.js'
import { webhookRefusal } from '../webhook-refusal.js'
import type { Inbox } from './inbox.js'
import { readEvent } from './read-update.js'

export const webhookPath = '/webhooks/zalo-bot'
const longestBody = 256 * 1024
const secretHeader = 'x-bot-api-secret-token'

/**
 * Answers 200 only when what came is durable. The probe by which the platform looks whether anybody is there shows no
 * secret: it is answered 200, and nothing comes of it.
 */
export function createWebhook(options: {
  secret: string
  /** Null while nobody listens yet. */
  inbox: () => Inbox | null
  /** Somebody came with another secret. */
  turnedAway: () => void
  log: Log
}): Router {
  const { secret, inbox, turnedAway, log } = options

  const take: RequestHandler = async (request, response) => {
    const body = parsed(request.body)
    if (!sameSecret(request.headers[secretHeader], secret)) {
      const shown = request.headers[secretHeader]
      if (typeof shown === 'string' && shown !== '') turnedAway()
      response.sendStatus(body === 'nothing' || readEvent(body) === 'probe' ? 200 : 403)
      return
    }
    const open = inbox()
    if (!open) throw new StoreUnavailable()
    if (body !== 'nothing') await open.take(body)
    response.sendStatus(200)
  }

  const router = Router()
  router.post(
    webhookPath,
    express.raw({ type: () => true, limit: longestBody, inflate: false }),
    take,
    webhookRefusal(log),
  )
  return router
}

/** `nothing`: an empty body, as some probes are. */
function parsed(body: unknown): unknown {
  if (!Buffer.isBuffer(body) || body.length === 0) return 'nothing'
  try {
    return parseExact(body.toString('utf8'))
  } catch {
    return null
  }
}
