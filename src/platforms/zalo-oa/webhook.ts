import express, { Router, type RequestHandler } from 'express'
import { StoreUnavailable } from '../../errors.js'
import type { Log } from '../../log.js'
import { webhookRefusal } from '../webhook-refusal.js'
import { parseExact } from '../zalo/exact-json.js'
import { readEvent, type Event } from './read-event.js'
import { isSigned } from './signature.js'

const webhookPath = '/webhooks/zalo-oa'
const longestBody = 256 * 1024
/** The platform waits 2 s; what is not durable by then it brings again. */
const DURABLE_MS = 1400

/**
 * Answers 200 only when what came is durable, and long before the platform's two seconds are over. Whatever the
 * platform has signed is answered 200, even where nothing comes of it: it would bring it again for an hour, and then
 * nothing any more.
 */
export function createWebhook(options: {
  appId: string
  secretKey: string
  verifier: string | null
  /** Null while nobody listens yet. */
  take: () => ((event: Event) => Promise<void>) | null
  /** Something came that another key has signed. */
  turnedAway: () => void
  log: Log
}): Router {
  const { appId, secretKey, verifier, take, turnedAway, log } = options

  const receive: RequestHandler = async (request, response) => {
    const raw = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
    const body = parsed(raw)
    const timestamp = String((body as { timestamp?: string | number } | null)?.timestamp ?? '')
    const signature = request.headers['x-zevent-signature']
    if (!isSigned(signature, raw, { appId, secretKey, timestamp })) {
      if (signature !== undefined && readEvent(body)) turnedAway()
      response.sendStatus(403)
      return
    }
    const event = readEvent(body)
    const open = take()
    if (!open) throw new StoreUnavailable()
    if (event) await within(DURABLE_MS, open(event))
    else log.warn('Zalo OA: what came is no event and is passed over')
    response.sendStatus(200)
  }

  const router = Router()
  router.post(
    webhookPath,
    express.raw({ type: () => true, limit: longestBody, inflate: false }),
    receive,
    webhookRefusal(log),
  )
  if (verifier !== null) {
    const content = `<!doctype html><html><head><meta name="zalo-platform-site-verification" content="${verifier}"></head><body>${verifier}</body></html>`
    router.get(`/zalo_verifier${verifier}.html`, (_request, response) => void response.type('html').send(content))
  }
  return router
}

function parsed(raw: Buffer): unknown {
  try {
    return parseExact(raw.toString('utf8'))
  } catch {
    return null
  }
}

async function within(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StoreUnavailable()), ms)
  })
  try {
    await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
