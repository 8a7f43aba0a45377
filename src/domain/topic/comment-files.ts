import { commentKind } from './comment-kind.js'
import { commentText, isBlank } from './comment-text.js'
import type { Comment } from './topic.js'

/** Ids of the kept files of a comment: photographed handwriting, recordings. */
export const filesOf = ({ parts }: Pick<Comment, 'parts'>): string[] =>
  parts.flatMap(({ file }) => (file ? [file] : []))

/** What the words of its files wait for: somebody to type them, or the member to say that they are his. */
export type Awaits = 'typing' | 'confirming'

export function awaits(comment: Pick<Comment, 'parts' | 'typed' | 'proposed'>): Awaits | null {
  const files = filesOf(comment).length
  if (files <= (comment.typed?.files ?? 0)) return null
  return comment.proposed && comment.proposed.files >= files ? 'confirming' : 'typing'
}

export function kindOf(comment: Pick<Comment, 'parts' | 'typed'>): Comment['kind'] {
  const text = commentText(comment)
  return isBlank(text) && filesOf(comment).length > 0 ? 'untyped' : commentKind(text)
}
