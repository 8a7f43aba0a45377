import type { ResponseParameters } from 'grammy/types'
import { ApiError, refusals } from './api-error.js'
import { findMethod } from '../methods/find-method.js'
import type { MethodCall } from '../methods/method-call.js'
import type { Brought } from './multipart.js'
import { createParams } from './params.js'
import type { createRateLimits } from '../methods/rate-limits.js'
import { readBody } from './request-body.js'
import type { BotState, Call } from '../world/state.js'
import { createWebhook } from '../updates/webhook.js'
import type { World } from '../world/world.js'

export interface Answer {
  status: number
  body: {
    ok: boolean
    result?: unknown
    error_code?: number
    description?: string
    parameters?: ResponseParameters
  }
}

export type Dispatch = ReturnType<typeof createDispatch>

export const refusalAnswer = ({ code, description, parameters }: ApiError): Answer => ({
  status: code,
  body: { ok: false, error_code: code, description, ...(parameters && { parameters }) },
})

interface DispatchDeps {
  world: World
  limits: ReturnType<typeof createRateLimits>
  locate: (url: string) => URL
}

/** Carries out one call of a method, whichever way it came. */
export function createDispatch({ world, limits, locate }: DispatchDeps) {
  const never = new AbortController().signal

  async function run(bot: BotState, call: Call, brought: Brought, gone: AbortSignal): Promise<Answer> {
    let description: string | undefined
    try {
      const method = findMethod(call.method)
      if (!method) throw refusals.noSuchMethod()
      const result = await method.run({
        world,
        bot,
        limits,
        gone,
        params: createParams(brought),
        note: (words) => (description = words),
        setWebhook: startWebhook(bot),
      })
      call.applied = true
      return { status: 200, body: { ok: true, result, ...(description && { description }) } }
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      call.description = error.description
      return refusalAnswer(error)
    }
  }

  const startWebhook =
    (bot: BotState): MethodCall['setWebhook'] =>
    (url, secret, maxConnections) => {
      bot.webhook = createWebhook({
        updates: bot.updates,
        settings: { url, secret, maxConnections },
        locate,
        now: world.now,
        monotonic: world.monotonic,
        retryFactor: world.retryFactor,
        changed: world.changed,
        record: (attempt) => world.attempts.push(attempt),
        gone: () => {
          bot.webhook?.stop()
          bot.webhook = null
        },
        answered: (contentType, body) => void replyInWebhook(bot, contentType, body),
      })
    }

  /** A receiver may answer with one call; it never learns what came of it. */
  async function replyInWebhook(bot: BotState, contentType: string, body: Buffer): Promise<void> {
    const brought = readQuietly(body, contentType)
    const method = brought?.values.method
    if (!brought || typeof method !== 'string' || /^(get|setwebhook|deletewebhook)/i.test(method)) return
    const call = open(bot, method, brought)
    const answer = await run(bot, call, brought, never)
    close(call, answer.status)
  }

  function open(bot: BotState, method: string, brought: Brought): Call {
    const chat = Number(brought.values.chat_id)
    const call: Call = {
      bot: bot.user.username,
      method: findMethod(method)?.name ?? method,
      chat: Number.isSafeInteger(chat) && brought.values.chat_id !== undefined ? chat : null,
      params: brought.values,
      began: world.monotonic(),
      ended: null,
      status: null,
      applied: false,
      description: null,
    }
    world.calls.push(call)
    world.changed()
    return call
  }

  function close(call: Call, status: number | null): void {
    call.ended = world.monotonic()
    call.status = status
    world.changed()
  }

  return { open, run, close }
}

function readQuietly(body: Buffer, contentType: string): Brought | null {
  try {
    return readBody(body, contentType)
  } catch {
    return null
  }
}
