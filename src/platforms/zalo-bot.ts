import type { Router } from 'express'
import type { Platform, Update } from '../chat.js'
import { ConfigError, RetryLater, Undeliverable, OutcomeUnknown } from '../errors.js'
import type { Log } from '../log.js'
import { aborted } from './aborted.js'
import { createHttp } from './zalo/http.js'
import { createOpenMedia } from './zalo/media.js'
import { textLimit } from './zalo/numbered-text.js'
import { aboutFailure, classify, isTokenRefused } from './zalo-bot/classify.js'
import { createZaloBotClient } from './zalo-bot/client.js'
import { createInbox, type Inbox } from './zalo-bot/inbox.js'
import { createKeepWebhook, type LastWebhook } from './zalo-bot/keep-webhook.js'
import { poll } from './zalo-bot/poll.js'
import type { Bot } from './zalo-bot/read-update.js'
import { partsOf } from './zalo-bot/render.js'
import { createWebhook, webhookPath } from './zalo-bot/webhook.js'

export interface ZaloBotOptions {
  token: string
  /** Without a slash at its end. */
  apiRoot: string
  updates: { mode: 'polling' } | { mode: 'webhook'; publicUrl: string; secret: string }
  /** What was set as a webhook by this service. */
  lastWebhook: LastWebhook
  /** How soon a webhook that was not set is asked for again. */
  webhookAgainMs?: number
  /** Domain ms. */
  now: () => number
  /** The service ends. */
  ending: AbortSignal
  /** A webhook came with another secret. */
  turnedAway: () => void
  log: Log
}

export type ZaloBot = Platform & {
  /** What receives the webhook; null when polling. */
  webhook: Router | null
}

const CALL_MS = 10_000
const AGAIN_MS = 3000
const WEBHOOK_AGAIN_MS = 60_000

/** A bot of the Zalo Bot Platform: text and pictures out, text, pictures and voice in; no buttons, no edits, no files. */
export function createZaloBot(options: ZaloBotOptions): ZaloBot {
  const { token, apiRoot, updates, now, ending, turnedAway, log } = options
  const client = createZaloBotClient({ token, apiRoot, http: createHttp() })
  const webhook = updates.mode === 'webhook' ? keeper(updates) : null
  let bot: Bot | null = null
  let inbox: Inbox | null = null

  async function start(): Promise<{ id: string; name: string }> {
    const me = await asked('getMe', () => client.getMe(AbortSignal.timeout(CALL_MS)))
    const names = [me.display_name, me.account_name].filter((name) => name != null).filter((name) => name !== '')
    // Asked again later, it is only to see whether the platform answers.
    if (bot === null) {
      await setUpdates()
      const joinsGroups = me.can_join_groups === true
      if (!joinsGroups) log.info('Zalo Bot: this bot cannot be added to groups; private messages alone are heard')
      bot = { id: me.id, names, joinsGroups }
      log.info({ bot: me.id, mode: updates.mode }, 'Zalo Bot answers')
    }
    return { id: me.id, name: names[0] ?? '' }
  }

  /** The platform has either a webhook or polling: a webhook left set makes polling go mute without a word. */
  async function setUpdates(): Promise<void> {
    if (webhook) return asked('getWebhookInfo', () => webhook.look())
    const signal = AbortSignal.timeout(3 * CALL_MS)
    const left = await asked('getWebhookInfo', () => client.getWebhookInfo(signal))
    if (left === null) return
    log.warn('Zalo Bot: a webhook was still set for this bot; it is taken away, since this service polls')
    return asked('deleteWebhook', () => client.deleteWebhook(signal))
  }

  function keeper({ publicUrl, secret }: { publicUrl: string; secret: string }) {
    const url = `${publicUrl.replace(/\/+$/u, '')}${webhookPath}`
    const { lastWebhook: last, webhookAgainMs: againMs = WEBHOOK_AGAIN_MS } = options
    return createKeepWebhook({ client, webhook: { url, secret, last }, log, againMs })
  }

  /** A call of the start: clear where a person has to mend something. */
  async function asked<T>(method: string, ask: () => Promise<T>): Promise<T> {
    try {
      return await ask()
    } catch (error) {
      if (error instanceof ConfigError) throw error
      if (isTokenRefused(error)) throw new ConfigError('config-zalo-bot-token-refused')
      log.warn({ ...aboutFailure(error), method }, 'Zalo Bot does not answer as it should')
      const failure = classify(error)
      throw failure instanceof RetryLater ? failure : new RetryLater(AGAIN_MS)
    }
  }

  /** A picture the platform does not take, or cannot fetch from us, must not take its words along: they go with its link. */
  async function sendPicture(
    to: string,
    link: string,
    text: string,
    signal: AbortSignal,
  ): Promise<{ message_id: string }> {
    try {
      return await client.sendPhoto(to, link, text, signal)
    } catch (error) {
      const failure = classify(error)
      if (!(failure instanceof Undeliverable) || failure.reason === 'quota') throw error
      log.info(aboutFailure(error), 'Zalo Bot did not take a picture: its words go without it')
      const said = [text, link].filter((line) => line !== '').join('\n')
      return client.sendMessage(to, said.length <= textLimit ? said : text, signal)
    }
  }

  async function listen(receive: (update: Update) => Promise<void>, signal: AbortSignal): Promise<void> {
    if (!bot) throw new Error('Zalo Bot has not been started')
    const box = createInbox({ bot, receive, now, log })
    log.info({ mode: updates.mode }, 'Zalo Bot: listening')
    if (!webhook) return poll({ getUpdates: (until) => client.getUpdates(until), inbox: box, log, signal, ending })
    inbox = box
    try {
      await webhook.untilItStands(signal)
      await aborted(signal)
    } finally {
      inbox = null
    }
  }

  return {
    name: 'zalo-bot',
    can: { textLimit, buttons: false, files: false, edit: false, groups: true, repeat: false },
    webhook:
      updates.mode === 'webhook'
        ? createWebhook({ secret: updates.secret, inbox: () => inbox, turnedAway, log })
        : null,
    start,
    listen,
    parts: partsOf,
    async send(_id, { text, attachment }, to, signal) {
      try {
        const { message_id: messageId } = attachment?.link
          ? await sendPicture(to.id, attachment.link, text, signal)
          : await client.sendMessage(to.id, text, signal)
        return { messageId }
      } catch (error) {
        const failure = classify(error)
        if (failure instanceof Undeliverable || failure instanceof OutcomeUnknown)
          log.info(aboutFailure(error), 'Zalo Bot did not take a message')
        throw failure
      }
    },
    open: createOpenMedia({ loopback: apiRoot.startsWith('http:') }),
  }
}
