import type { Comment, Topic } from './topic.js'

/** Everything said about one edition: what chair and author said apart, mere agreement counted and not read. */
export interface CommentSections<C> {
  substance: C[]
  chair: C[]
  author: C[]
  agreement: C[]
}

/** Keeps the order in each. `chairs`: the ids of whoever chairs; an author who does is the author. */
export function commentSections(
  { author }: Pick<Topic, 'author'>,
  comments: readonly Comment[],
  chairs: ReadonlySet<string>,
): CommentSections<Comment> {
  const sections: CommentSections<Comment> = { substance: [], chair: [], author: [], agreement: [] }
  for (const comment of comments) {
    const { kind, member } = comment
    const section =
      kind === 'agreement' ? 'agreement' : member === author ? 'author' : chairs.has(member) ? 'chair' : 'substance'
    sections[section].push(comment)
  }
  return sections
}
