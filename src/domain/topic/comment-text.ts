import { fold } from '../fold.js'

/** A comment of several messages as one text. Nothing is trimmed or normalised: a member's words stay as he typed them. */
export const commentText = (parts: readonly { text: string }[]): string => parts.map((part) => part.text).join('\n')

/** Far more than anybody types in a chat, far less than what would burden everyone who has to read it. */
export const longestComment = 10_000

/** Nothing a reader would see: spaces, line breaks, invisible marks. */
export const isBlank = (text: string): boolean => /^[\s\p{Cc}\p{Cf}]*$/u.test(text)

/** The word that ends a text given in several messages. */
export const isDone = (text: string): boolean => text.length < 30 && doneWords.has(fold(text).replace(/[.!]+$/u, ''))

const doneWords = new Set(['xong', 'xong roi', 'da xong', 'het', 'het roi', 'done'])
