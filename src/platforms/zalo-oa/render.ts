import type { Attachment, Message, Part } from '../../chat.js'
import { numberedText } from '../zalo/numbered-text.js'

/** Above these the platform refuses an upload. */
const largest = { image: 1024 * 1024, file: 5 * 1024 * 1024 }

/** How a file goes: uploaded as a picture or a document, or named with the link where it is read. */
export function wayOf({ name, mime, size }: Attachment): 'image' | 'file' | 'link' {
  if (/^image\/(?:jpeg|png)$/u.test(mime) && size <= largest.image) return 'image'
  return /\.(?:pdf|docx?|csv)$/iu.test(name) && size <= largest.file ? 'file' : 'link'
}

/**
 * The calls of one message: numbered text, for the shape of buttons on this platform is disputed, and a number always
 * works. A document goes alone, behind its words; a picture with them.
 */
export function partsOf(message: Message, firstNumber: number): Part[] {
  const { attachment } = message
  const way = attachment && wayOf(attachment)
  const linked = attachment && way === 'link' ? attachment : null
  const parts: Part[] = numberedText(message, firstNumber, linked).map((text) => ({ text }))
  if (!attachment || linked) return parts
  if (way === 'file') return [...parts, { text: '', attachment }]
  return [...parts.slice(0, -1), { ...parts.at(-1)!, attachment }]
}
