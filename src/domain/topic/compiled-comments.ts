import { commentText } from './comment-text.js'
import type { Comment, Topic } from './topic.js'

/** One góp ý as the compiled paper shows it. */
export interface CompiledComment {
  number: number
  /** Id of the member it is from: two may share a name. */
  member: string
  /** Full name of whom it is from. */
  name: string
  /** As it was typed. */
  text: string
  /** When its last part was said (ms). */
  at: number
  /** Full name of whoever entered it for him; null where he wrote himself. */
  enteredBy: string | null
  late: boolean
  changed: boolean
}

/** Everything said about one edition: what chair and author said apart, mere agreement counted and not read. */
export interface CompiledComments {
  substance: CompiledComment[]
  chair: CompiledComment[]
  author: CompiledComment[]
  agreement: CompiledComment[]
}

/** `comments` are those of one edition, by number; `chairs` the ids of whoever chairs, `names` the full names by member id. */
export function compileComments(given: {
  topic: Pick<Topic, 'author'>
  comments: readonly Comment[]
  chairs: ReadonlySet<string>
  names: ReadonlyMap<string, string>
}): CompiledComments {
  const { topic, comments, chairs, names } = given
  const compiled: CompiledComments = { substance: [], chair: [], author: [], agreement: [] }
  for (const comment of comments) {
    const section =
      comment.kind === 'agreement'
        ? compiled.agreement
        : comment.member === topic.author
          ? compiled.author
          : chairs.has(comment.member)
            ? compiled.chair
            : compiled.substance
    section.push({
      number: comment.number,
      member: comment.member,
      name: names.get(comment.member) ?? '',
      text: commentText(comment.parts),
      at: comment.parts.at(-1)?.at ?? 0,
      enteredBy: comment.enteredBy === null ? null : (names.get(comment.enteredBy) ?? ''),
      late: comment.late,
      changed: comment.earlier.length > 0,
    })
  }
  return compiled
}
