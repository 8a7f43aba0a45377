import type { Update } from '../../chat.js'
import type { Log } from '../../log.js'
import { readEvent, readUpdate, type Bot } from './read-update.js'

/** What polling and webhook do alike with what comes in. */
export interface Inbox {
  /** Resolves when it is durable, or says nothing to us. */
  take(received: unknown): Promise<void>
}

export function createInbox(options: {
  bot: Bot
  receive: (update: Update) => Promise<void>
  now: () => number
  log: Log
}): Inbox {
  const { bot, receive, now, log } = options
  return {
    async take(received) {
      const event = readEvent(received)
      if (event === null) log.warn('Zalo Bot: what came is no update and is passed over')
      if (event === null || event === 'probe') return
      const update = readUpdate(event, bot, now())
      if (update) await receive(update)
    },
  }
}
