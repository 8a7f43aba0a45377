import type { Attachment, Message, Part } from '../../chat.js'
import { numberedText } from '../zalo/numbered-text.js'

/** The calls of one message: numbered text; of a file there is the picture itself, or its name and the link where it can be read. */
export function partsOf(message: Message, firstNumber: number): Part[] {
  const { attachment } = message
  const picture = attachment && isPicture(attachment) ? attachment : null
  const parts: Part[] = numberedText(message, firstNumber, picture ? null : (attachment ?? null)).map((text) => ({
    text,
  }))
  return picture ? [...parts.slice(0, -1), { ...parts.at(-1)!, attachment: picture }] : parts
}

const isPicture = ({ mime, link }: Attachment): boolean => link !== null && /^image\/(?:jpeg|png)$/u.test(mime)
