import { fold } from '../fold.js'
import { withoutCourtesy } from '../without-courtesy.js'
import type { Comment } from './topic.js'

/**
 * A comment of several messages as one text, what its files say behind what was typed beside them. Nothing is trimmed or
 * normalised: a member's words stay as he typed them.
 */
export function commentText({ parts, typed }: Pick<Comment, 'parts' | 'typed'>): string {
  const written = parts.filter(({ text, file }) => !file || text !== '').map(({ text }) => text)
  return [...written, ...(typed ? [typed.text] : [])].join('\n')
}

/** Far more than anybody types in a chat, far less than what would burden everyone who has to read it. */
export const longestComment = 10_000

/** Nothing a reader would see: spaces, line breaks, invisible marks. */
export const isBlank = (text: string): boolean => /^[\s\p{Cc}\p{Cf}]*$/u.test(text)

/** The word that ends a text given in several messages. */
export const isDone = (text: string): boolean => text.length < 30 && doneWords.has(fold(withoutCourtesy(text)))

const doneWords = new Set(['xong', 'da xong', 'het', 'da het', 'done'])
