import type { WebhookInfo } from 'grammy/types'
import { refusals } from '../http/api-error.js'
import type { Method, MethodCall } from './method-call.js'
import type { UpdateKind } from '../updates/update-queue.js'

const longestPoll = 50

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most)

/** Left out, the setting before stays. */
function allowKinds({ params, bot }: MethodCall): void {
  const kinds = params.json('allowed_updates')
  if (kinds === undefined) return
  if (!Array.isArray(kinds)) throw refusals.badRequest("can't parse allowed_updates JSON object")
  bot.updates.allow(kinds as UpdateKind[])
}

export const getUpdates: Method = (call) => {
  const { bot, params, gone } = call
  if (bot.webhook) throw refusals.webhookIsSet()
  allowKinds(call)
  const limit = clamp(params.int('limit', 100), 1, 100)
  const timeout = clamp(params.int('timeout'), 0, longestPoll)
  return bot.updates.get(params.int('offset'), limit, timeout * 1000, gone)
}

/** Plain HTTP only within the machine, as a local server of the platform allows it. */
function checkUrl(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : null
  if (!url) throw refusals.badRequest('invalid webhook URL specified')
  const isLocal = url.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)
  if (isLocal) return given
  if (url.protocol !== 'https:') throw refusals.badRequest('bad webhook: An HTTPS URL must be provided for webhook')
  if (!['', '443', '80', '88', '8443'].includes(url.port))
    throw refusals.badRequest('bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443')
  return given
}

function dropIfAsked({ params, bot }: MethodCall): void {
  if (params.flag('drop_pending_updates')) bot.updates.clear()
}

export const setWebhook: Method = (call) => {
  const { bot, params } = call
  if (params.text('url') === '') return deleteWebhook(call)
  const url = checkUrl(params.text('url'))
  const secret = params.text('secret_token')
  if (secret.length > 256) throw refusals.badRequest('secret token is too long')
  if (!/^[A-Za-z0-9_-]*$/.test(secret)) throw refusals.badRequest('secret token contains unallowed characters')
  allowKinds(call)
  bot.updates.endPoll(refusals.webhookWasSet())
  bot.webhook?.stop()
  dropIfAsked(call)
  call.setWebhook(url, secret, clamp(params.int('max_connections', 40), 1, 100))
  call.note('Webhook was set')
  return true
}

export const deleteWebhook: Method = (call) => {
  const { bot } = call
  call.note(bot.webhook ? 'Webhook was deleted' : 'Webhook is already deleted')
  bot.webhook?.stop()
  bot.webhook = null
  dropIfAsked(call)
  return true
}

export const getWebhookInfo: Method = ({ bot }): WebhookInfo => {
  const error = bot.webhook?.lastError()
  const allowed = bot.updates.allowed()
  return {
    url: bot.webhook?.settings.url ?? '',
    has_custom_certificate: false,
    pending_update_count: bot.updates.pending().length,
    ...(bot.webhook && { max_connections: bot.webhook.settings.maxConnections }),
    ...(error && { last_error_date: error.date, last_error_message: error.message }),
    ...(allowed.length > 0 && { allowed_updates: allowed }),
  }
}
