import type { Attachment, Message, Part } from '../../chat.js'
import { splitText } from '../split-text.js'

export const textLimit = 2000
const length = (text: string): number => text.length
/** Above these the platform refuses an upload. */
const largest = { image: 1024 * 1024, file: 5 * 1024 * 1024 }

/** How a file goes: uploaded as a picture or a document, or named with the link where it is read. */
export function wayOf({ name, mime, size }: Attachment): 'image' | 'file' | 'link' {
  if (/^image\/(?:jpeg|png)$/u.test(mime) && size <= largest.image) return 'image'
  return /\.(?:pdf|docx?|csv)$/iu.test(name) && size <= largest.file ? 'file' : 'link'
}

/**
 * The calls of one message. Choices are numbered lines: the shape of buttons on this platform is disputed, a number
 * always works. A document goes alone, behind its words; a picture with them.
 */
export function partsOf(message: Message, firstNumber: number): Part[] {
  const { title, text, choices, attachment } = message
  const way = attachment && wayOf(attachment)
  const whole = [
    ...(title === undefined ? [] : [title]),
    text,
    ...(attachment && way === 'link' ? [fileLines(attachment)] : []),
    ...(choices?.length ? [`\n${choices.map(({ label }, at) => `${firstNumber + at}. ${label}`).join('\n')}`] : []),
  ]
    .filter((piece) => piece !== '')
    .join('\n')
    .normalize('NFC')
  const parts: Part[] = splitText(whole, textLimit, length).map((piece) => ({ text: piece }))
  if (!attachment || way === 'link') return parts
  if (way === 'file') return [...parts, { text: '', attachment }]
  return [...parts.slice(0, -1), { text: parts.at(-1)!.text, attachment }]
}

const fileLines = ({ name, link }: Attachment): string => `📎 ${name}${link === null ? '' : `\n${link}`}`
