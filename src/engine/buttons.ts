import type { Message } from '../chat.js'
import { shortened } from '../domain/shortened.js'

/** Telegram's limit for what a button carries. */
const LONGEST_DOES = 64
/** More does not stand on one line of a phone. */
const LONGEST_LABEL = 40

/** Labels are cut to what a phone shows; what a button does cannot be cut, so a command that makes it too long is wrong. */
export function withFitButtons(message: Message): Message {
  if (message.choices === undefined) return message
  const choices = message.choices.map(({ label, does, typed }) => {
    if (does === '' || Buffer.byteLength(does) > LONGEST_DOES)
      throw new Error(`a button does nothing, or more than ${LONGEST_DOES} bytes say: ${does}`)
    return { label: shortened(label, LONGEST_LABEL), does, ...(typed !== undefined && { typed }) }
  })
  return { ...message, choices }
}
