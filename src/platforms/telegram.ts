import { setTimeout as sleep } from 'node:timers/promises'
import { GrammyError } from 'grammy'
import type { Router } from 'express'
import type { Platform, Update } from '../chat.js'
import { ConfigError, OutcomeUnknown, RetryLater, Undeliverable } from '../errors.js'
import type { Log } from '../log.js'
import { aborted } from './aborted.js'
import type { Bot } from './telegram/addressed.js'
import { createCall } from './telegram/call.js'
import { aboutFailure, classify, isTokenRefused } from './telegram/classify.js'
import { createInbox, type Inbox } from './telegram/inbox.js'
import { setMenuOf, setMenus, type Menu, type MenuLine } from './telegram/menus.js'
import { createOpenFile } from './telegram/open-file.js'
import { poll, type GetUpdates } from './telegram/poll.js'
import { allowedUpdates } from './telegram/read-update.js'
import { partsOf, textLimit } from './telegram/render.js'
import { createSender } from './telegram/send.js'
import { createThreads } from './telegram/threads.js'
import { createTransport } from './telegram/transport.js'
import { createWebhook, webhookPath } from './telegram/webhook.js'

export interface TelegramOptions {
  token: string
  /** Without a slash at its end. */
  apiRoot: string
  /** How updates come. A webhook needs the address it is reached at and the secret Telegram shows there. */
  updates: { mode: 'polling' } | { mode: 'webhook'; publicUrl: string; secret: string }
  menus: readonly Menu[]
  /** The bytes of a file we send, by the hash they are stored under. */
  read: (sha256: string) => AsyncIterable<Uint8Array>
  /** Domain ms. */
  now: () => number
  log: Log
}

export type Telegram = Platform & {
  /** What receives the webhook; null when polling. */
  webhook: Router | null
  /** The list of commands of one private chat; null: that for everybody. Rejects as `send` does. */
  setMenu(chat: string, commands: readonly MenuLine[] | null): Promise<void>
}

const CALL_MS = 10_000
const ANSWER_MS = 5000
const AGAIN_MS = 3000
/** An edit made twice is one edit. */
const EDIT_AGAIN_MS = 5000
/** Updates Telegram brings at one time. */
const ABREAST = 20
const START_TRIES = 3

/** A Telegram bot. grammY carries the calls and nothing more: it repeats none, and decides nothing. */
export function createTelegram({ token, apiRoot, updates, menus, read, now, log }: TelegramOptions): Telegram {
  const transport = createTransport()
  const call = createCall({ token, apiRoot, transport })
  const threads = createThreads(now)
  const sender = createSender({ call, read, threads })
  const open = createOpenFile({ call, transport, link: (path) => `${apiRoot}/file/bot${token}/${encodeURI(path)}` })
  let bot: Bot | null = null
  let inbox: Inbox | null = null

  async function start(): Promise<{ id: string; name: string }> {
    const me = await asked(() => call('getMe', {}, AbortSignal.timeout(CALL_MS)))
    const name = me.username ?? ''
    // Asked again later, it is only to see whether Telegram answers.
    if (bot === null) {
      await setUpdates()
      await setMenus(call, menus, log, AbortSignal.timeout(CALL_MS))
      if (!me.can_join_groups) log.warn('Telegram: this bot cannot be added to groups. @BotFather: /setjoingroups')
      if (me.can_read_all_group_messages)
        log.warn(
          'Telegram: this bot reads all talk of its groups; it needs no more than what is meant for it. @BotFather: /setprivacy, Enable',
        )
      bot = { id: me.id, username: name }
      log.info({ bot: me.id, name, mode: updates.mode }, 'Telegram answers')
    }
    return { id: String(me.id), name }
  }

  /** Telegram has either a webhook or polling; what waits for us stays. */
  async function setUpdates(): Promise<void> {
    if (updates.mode === 'polling') {
      await asked(() => call('deleteWebhook', { drop_pending_updates: false }, AbortSignal.timeout(CALL_MS)))
      return
    }
    const webhook = {
      url: `${updates.publicUrl.replace(/\/+$/u, '')}${webhookPath}`,
      secret_token: updates.secret,
      allowed_updates: allowedUpdates,
      max_connections: ABREAST,
    }
    await asked(() => call('setWebhook', webhook, AbortSignal.timeout(CALL_MS)))
  }

  /** A call of the start: patient where Telegram asks for it, clear where a person has to mend something. */
  async function asked<T>(ask: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return await ask()
      } catch (error) {
        const failure = startFailure(error)
        const soon = failure instanceof RetryLater && failure.closesGate && failure.retryAfterMs <= CALL_MS
        if (!soon || tries === START_TRIES) throw failure
        await sleep(failure.retryAfterMs)
      }
    }
  }

  function startFailure(error: unknown): Error {
    if (isTokenRefused(error)) return new ConfigError('config-telegram-token-refused')
    if (error instanceof GrammyError && error.method === 'setWebhook' && error.error_code === 400) {
      return new ConfigError('config-telegram-address-refused', { why: error.description })
    }
    const failure = classify(error)
    log.warn(aboutFailure(error), 'Telegram does not answer as it should')
    return failure instanceof RetryLater ? failure : new RetryLater(AGAIN_MS)
  }

  const getUpdates: GetUpdates = (ask, signal) =>
    call('getUpdates', { ...ask, allowed_updates: allowedUpdates }, signal)

  /** Best effort: late, Telegram has long taken the waiting sign away itself. */
  async function answer(callbackId: string): Promise<void> {
    try {
      await call('answerCallbackQuery', { callback_query_id: callbackId }, AbortSignal.timeout(ANSWER_MS))
    } catch (error) {
      log.debug(aboutFailure(error), 'a press was not acknowledged')
    }
  }

  async function listen(receive: (update: Update) => Promise<void>, signal: AbortSignal): Promise<void> {
    if (!bot) throw new Error('Telegram has not been started')
    const box = createInbox({ bot, receive, answer, threads, now, log })
    log.info({ mode: updates.mode }, 'Telegram: listening')
    if (updates.mode === 'polling') await poll({ getUpdates, inbox: box, log, signal })
    else {
      inbox = box
      await aborted(signal)
      inbox = null
    }
    await box.settled()
  }

  return {
    name: 'telegram',
    can: { textLimit, buttons: true, files: true, edit: true, groups: true, repeat: false },
    webhook: updates.mode === 'webhook' ? createWebhook({ secret: updates.secret, inbox: () => inbox, log }) : null,
    start,
    listen,
    parts: partsOf,
    async send(_id, part, to, signal, replaces) {
      try {
        return await (replaces ? sender.edit(part, to.id, replaces, signal) : sender.send(part, to.id, signal))
      } catch (error) {
        const failure = classify(error)
        if (failure instanceof Undeliverable || failure instanceof OutcomeUnknown)
          log.info(aboutFailure(error), 'Telegram did not take a message')
        throw replaces && failure instanceof OutcomeUnknown ? new RetryLater(EDIT_AGAIN_MS) : failure
      }
    },
    open,
    async setMenu(chat, commands) {
      try {
        await setMenuOf(call, chat, commands, log, AbortSignal.timeout(CALL_MS))
      } catch (error) {
        throw classify(error)
      }
    },
  }
}
