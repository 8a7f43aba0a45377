import { z } from 'zod'
import { Refused, Unanswered } from '../zalo/call-error.js'
import type { Http } from '../zalo/http.js'

/** Ids are opaque: digits, hex, sometimes numbers. */
const id = z.union([z.string(), z.number()]).transform(String)

const me = z.object({
  id,
  account_name: z.string().nullish(),
  display_name: z.string().nullish(),
  can_join_groups: z.boolean().nullish(),
})
const sent = z.object({ message_id: id })
const webhook = z.object({ url: z.string().nullish(), updated_at: id.nullish() })
const probe = z.object({ ok: z.boolean().nullish(), outcome: z.string().nullish(), hint: z.string().nullish() })
const webhookSet = webhook.extend({ verification: probe.nullish() })

const failure = z.object({
  ok: z.boolean().nullish(),
  error_code: z.union([z.number(), z.string()]).nullish(),
  errorCode: z.union([z.number(), z.string()]).nullish(),
  description: z.string().nullish(),
})

/** How long the platform holds a call for updates, and how much longer we wait for its answer. */
const HOLD_S = 30
const HOLD_MARGIN_MS = 8000

/**
 * The Zalo Bot API, method by method. Every call rejects with Refused (the platform's no, under whatever status),
 * NotConnected or Unanswered; the token stands in no error.
 */
export function createZaloBotClient(options: { token: string; apiRoot: string; http: Http }) {
  const { token, apiRoot, http } = options

  async function call(method: string, given: Record<string, unknown>, signal: AbortSignal): Promise<unknown> {
    const { status, body } = await http.call(`${apiRoot}/bot${token}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(given),
      signal,
    })
    const said = failure.safeParse(body)
    const code = said.success ? Number(said.data.error_code ?? said.data.errorCode ?? 0) : 0
    if (status === 200 && said.success && said.data.ok !== false && code === 0) return body
    throw new Refused(method, code || status, redact((said.success && said.data.description) || 'no description'))
  }

  /** Errors are read by operators and logs. */
  const redact = (text: string): string => text.replaceAll(token, '…').slice(0, 200)

  const result = async <S extends z.ZodType>(
    shape: S,
    method: string,
    given: Record<string, unknown>,
    signal: AbortSignal,
  ): Promise<z.output<S>> => {
    const body = (await call(method, given, signal)) as { result?: unknown } | null
    const found = shape.safeParse(body?.result)
    // It was taken: what came of it is not known.
    if (!found.success) throw new Unanswered(200, 'ANOTHER_SHAPE')
    return found.data
  }

  return {
    getMe: (signal: AbortSignal) => result(me, 'getMe', {}, signal),

    /** One update as it came, or null: nothing came while the platform held the call. Handing it over consumes it. */
    async getUpdates(signal: AbortSignal): Promise<unknown> {
      const limited = AbortSignal.any([signal, AbortSignal.timeout(HOLD_S * 1000 + HOLD_MARGIN_MS)])
      try {
        const body = (await call('getUpdates', { timeout: HOLD_S }, limited)) as { result?: unknown }
        return body.result ?? null
      } catch (error) {
        if (error instanceof Refused && error.code === 408) return null
        throw error
      }
    },

    setWebhook: (url: string, secret: string, signal: AbortSignal) =>
      result(webhookSet, 'setWebhook', { url, secret_token: secret }, signal),

    async deleteWebhook(signal: AbortSignal): Promise<void> {
      await call('deleteWebhook', {}, signal)
    },

    /** The webhook that is set, and since when; null without one, which the platform may say with a 404. */
    async getWebhookInfo(signal: AbortSignal): Promise<{ url: string; updatedAt: string | null } | null> {
      try {
        const { url, updated_at: updatedAt } = await result(webhook, 'getWebhookInfo', {}, signal)
        return url ? { url, updatedAt: updatedAt ?? null } : null
      } catch (error) {
        if (error instanceof Refused && error.code === 404) return null
        throw error
      }
    },

    /** Has the platform call the webhook; limited to a few times a day. */
    testWebhook: (signal: AbortSignal) => result(probe, 'testWebhook', {}, signal),

    sendMessage: (chatId: string, text: string, signal: AbortSignal) =>
      result(sent, 'sendMessage', { chat_id: chatId, text }, signal),

    /** `photo` is an address the platform fetches itself, more than once. */
    sendPhoto: (chatId: string, photo: string, caption: string, signal: AbortSignal) =>
      result(sent, 'sendPhoto', { chat_id: chatId, photo, ...(caption !== '' && { caption }) }, signal),

    sendSticker: (chatId: string, sticker: string, signal: AbortSignal) =>
      result(sent, 'sendSticker', { chat_id: chatId, sticker }, signal),

    async sendChatAction(chatId: string, signal: AbortSignal): Promise<void> {
      await call('sendChatAction', { chat_id: chatId, action: 'typing' }, signal)
    },
  }
}

export type ZaloBotClient = ReturnType<typeof createZaloBotClient>
