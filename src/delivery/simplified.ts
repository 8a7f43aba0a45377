import type { Choice, Message } from '../chat.js'
import { numberedChoices } from '../store/numbers.js'

/** More do not stand on the screen of an old phone beside the words they belong to. */
const MOST_BUTTONS = 3

/**
 * A message to a reader in simple mode, where there are buttons: three of them at most, with their numbers. Where there
 * are more choices, all of them are lines too, and answered by their number.
 */
export function simplified(message: Message, firstNumber: number): Message {
  const { choices = [], ...rest } = message
  const numbered = numberedChoices(message).map(({ label, does }, index): Choice => ({
    label: `${firstNumber + index}. ${label}`,
    does,
  }))
  const others = choices.filter(({ typed }) => typed !== undefined)
  const buttons = [...numbered, ...others].slice(0, MOST_BUTTONS)
  const lines = [
    ...(numbered.length > MOST_BUTTONS ? numbered.map(({ label }) => label) : []),
    ...others.filter((one) => !buttons.includes(one)).map(({ typed }) => typed!),
  ]
  const text = lines.length === 0 ? message.text : `${message.text}\n\n${lines.join('\n')}`
  return { ...rest, text, choices: buttons.map(({ label, does }) => ({ label, does })) }
}
