import type { T } from '../words.js'
import type { CommentsDocument } from './comments-document.js'

/** The compiled comments as a paper to print. The library is loaded with the first one: it takes 10 MB, and most days nobody asks. */
export async function commentsDocx(t: T, document: CommentsDocument): Promise<Buffer> {
  const { commentsPaper } = await import('./paper/comments-paper.js')
  return commentsPaper(t, document)
}
