import type { Update as Received } from 'grammy/types'
import type { Update } from '../../chat.js'
import type { Log } from '../../log.js'
import type { Bot } from './addressed.js'
import { readBatch, threadOf } from './read-update.js'
import type { Threads } from './threads.js'

/** One update as it came, and what it says to us: null for nothing. */
export interface Heard {
  received: Received
  update: Update | null
}

/** What polling and webhook do alike with what comes in. */
export interface Inbox {
  read(batch: Received[]): Heard[]
  /** Resolves when it is durable. A press is acknowledged then, without anybody waiting for that. */
  take(heard: Heard): Promise<void>
  /** Resolves when the acknowledgements on their way have come to their end. */
  settled(): Promise<void>
}

export function createInbox(options: {
  bot: Bot
  receive: (update: Update) => Promise<void>
  /** Takes the waiting sign off a button; never rejects. */
  answer: (callbackId: string) => Promise<void>
  threads: Threads
  now: () => number
  log: Log
}): Inbox {
  const { bot, receive, answer, threads, now, log } = options
  const answering = new Set<Promise<void>>()

  /** One update nobody can read must not hold up all others. */
  function read(batch: Received[]): Heard[] {
    const whole = batch.filter((received) => typeof received === 'object' && received !== null)
    try {
      const updates = readBatch(whole, bot, now())
      return whole.map((received, index) => ({ received, update: updates[index] ?? null }))
    } catch (error) {
      if (whole.length > 1) return whole.flatMap((received) => read([received]))
      log.error({ err: error, update: whole[0]?.update_id }, 'an update cannot be read and is passed over')
      return whole.map((received) => ({ received, update: null }))
    }
  }

  function acknowledge(callbackId: string): void {
    const answered = answer(callbackId).finally(() => answering.delete(answered))
    answering.add(answered)
  }

  return {
    read,
    async take({ received, update }) {
      if (update && isForUs(update)) threads.heard(update.chat.id, threadOf(received))
      if (update) await receive(update)
      const id = received.callback_query?.id
      if (typeof id === 'string') acknowledge(id)
    },
    async settled() {
      await Promise.all(answering)
    },
  }
}

/** Other talk of a group must not draw our answers into its topic. */
function isForUs(update: Update): boolean {
  if (update.kind === 'choice' || !update.group) return true
  if (update.kind !== 'text' && update.kind !== 'file') return false
  return update.mention === true || update.replyTo !== undefined || update.text.startsWith('/')
}
