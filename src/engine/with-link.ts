import type { Message } from '../chat.js'
import type { T } from '../words.js'

/** Shorter texts go in one piece on every channel. */
const longText = 1500

/** The message with the link at which its one reader finds its file, and its text where that is long. */
export function withLink(message: Message, link: string, t: T): Message {
  const { title = '', text, attachment } = message
  return {
    ...message,
    ...(attachment && { attachment: { ...attachment, link: isPicture(attachment.mime) ? `${link}/picture` : link } }),
    ...(title.length + text.length > longText && { whole: t('reading-whole', { link }) }),
  }
}

/** A channel that takes a picture by its address wants the picture there, not a page about it. */
const isPicture = (mime: string): boolean => mime === 'image/jpeg' || mime === 'image/png'
