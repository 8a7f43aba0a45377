import type { Attachment, Message, Part } from '../../chat.js'
import { splitText } from '../split-text.js'

/** Counted in UTF-16 units, the stricter of the readings: the platform says characters. */
export const textLimit = 2000
const length = (text: string): number => text.length

/**
 * The calls of one message: everything is text here. Choices are numbered lines that are answered by their number; of
 * a file there is the picture itself, or its name and the link where it can be read.
 */
export function partsOf(message: Message, firstNumber: number): Part[] {
  const { title, text, choices, attachment } = message
  const picture = attachment && isPicture(attachment) ? attachment : null
  const whole = [
    ...(title === undefined ? [] : [title]),
    text,
    ...(attachment && !picture ? [fileLines(attachment)] : []),
    ...(choices?.length ? [`\n${choices.map(({ label }, at) => `${firstNumber + at}. ${label}`).join('\n')}`] : []),
  ]
    .filter((piece) => piece !== '')
    .join('\n')
    .normalize('NFC')
  const once = splitText(whole, textLimit, length)
  const pieces =
    once.length > 1 && message.whole !== undefined ? splitText(`${whole}\n\n${message.whole}`, textLimit, length) : once
  if (!picture) return pieces.map((piece) => ({ text: piece }))
  const caption = pieces.at(-1)!
  return [...pieces.slice(0, -1).map((piece) => ({ text: piece })), { text: caption, attachment: picture }]
}

const isPicture = ({ mime, link }: Attachment): boolean => link !== null && /^image\/(?:jpeg|png)$/u.test(mime)

const fileLines = ({ name, link }: Attachment): string => `📎 ${name}${link === null ? '' : `\n${link}`}`
