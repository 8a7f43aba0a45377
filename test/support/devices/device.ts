import type { Address } from '../../../src/chat.js'
import type { Shown } from '../service.js'

/** What somebody has in his hand: one account of his on one channel, or a group as he sees it there. */
export interface Device {
  address: Address
  /** What stands in the chat, oldest first. */
  shown(): Shown[]
  /** What the platform accepted for it, in that order and as it came. */
  accepted(): Accepted[]
}

export interface Handheld extends Device {
  says(text: string, replyTo?: string): Promise<void>
  /** Takes a choice under a message: a button, or its number. */
  chooses(message: Shown, label: string): Promise<void>
}

/** A message of the bot in the ledger of a platform. */
export interface Accepted {
  id: string
  text: string
  at: number
}
