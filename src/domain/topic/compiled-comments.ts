import { awaits, filesOf, type Awaits } from './comment-files.js'
import { commentSections, type CommentSections } from './comment-sections.js'
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
  /** Pictures and recordings it came in. */
  files: number
  awaits: Awaits | null
  /** Full name of whoever typed them for him; null where nobody did. */
  typedBy: string | null
}

export type CompiledComments = CommentSections<CompiledComment>

/** `comments` are those of one edition, by number; `chairs` the ids of whoever chairs, `names` the full names by member id. */
export function compileComments(given: {
  topic: Pick<Topic, 'author'>
  comments: readonly Comment[]
  chairs: ReadonlySet<string>
  names: ReadonlyMap<string, string>
}): CompiledComments {
  const { topic, comments, chairs, names } = given
  const sections = commentSections(topic, comments, chairs)
  const compiled = (of: readonly Comment[]) => of.map((comment) => compiledComment(comment, names))
  return {
    substance: compiled(sections.substance),
    chair: compiled(sections.chair),
    author: compiled(sections.author),
    agreement: compiled(sections.agreement),
  }
}

/** `names`: full names by member id. */
export function compiledComment(comment: Comment, names: ReadonlyMap<string, string>): CompiledComment {
  const { number, member, enteredBy, late, typed } = comment
  const nameOf = (id: string): string => names.get(id) ?? ''
  return {
    number,
    member,
    name: nameOf(member),
    text: commentText(comment),
    at: comment.parts.at(-1)?.at ?? 0,
    enteredBy: enteredBy === null ? null : nameOf(enteredBy),
    late,
    changed: comment.earlier.length > 0,
    files: filesOf(comment).length,
    awaits: awaits(comment),
    typedBy: typed && typed.by !== member ? nameOf(typed.by) : null,
  }
}
