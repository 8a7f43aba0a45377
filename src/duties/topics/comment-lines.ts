import type { Member } from '../../domain/people/member.js'
import { compiledComment, type CompiledComment } from '../../domain/topic/compiled-comments.js'
import type { Comment } from '../../domain/topic/topic.js'
import type { Ctx } from '../../engine/command.js'
import type { T } from '../../words.js'

/** Comments for those who may read them: number, name, how it came, and the words as they were typed. */
export async function commentLines(ctx: Ctx, comments: readonly Comment[]): Promise<string[]> {
  const names = await namesOf(ctx, comments)
  return comments.map((comment) => commentLine(ctx.t, compiledComment(comment, names)))
}

function commentLine(t: T, comment: CompiledComment): string {
  const { number, name, text, enteredBy, late, changed, typedBy } = comment
  const marks = [
    ...(enteredBy === null ? [] : [t('gopy-mark-proxy', { name: enteredBy })]),
    ...(typedBy === null ? [] : [t('gopy-mark-typed', { name: typedBy })]),
    ...(late ? [t('gopy-mark-late')] : []),
    ...(changed ? [t('gopy-mark-changed')] : []),
  ]
  const head = [t('gopy-line', { number: String(number), name }), ...marks].join(' ')
  return [head, ...(text === '' ? [] : [text]), ...awaitsLine(t, comment)].join('\n')
}

/** That there is more in it than can be read here yet. */
const awaitsLine = (t: T, { awaits, files }: CompiledComment): string[] =>
  awaits === null ? [] : [t(`gopy-awaits-${awaits}`, { files: String(files) })]

/** Full names by member id, of those too who have left since. */
export async function namesOf(ctx: Ctx, comments: readonly Comment[]): Promise<Map<string, string>> {
  const people = comments.flatMap(({ member, enteredBy, typed }) => [member, enteredBy, typed?.by])
  const ids = new Set(people.filter((id) => id != null))
  const members = await Promise.all([...ids].map((id) => ctx.get('members', id)))
  return new Map(members.filter((member): member is Member => member !== null).map(({ _id, name }) => [_id, name]))
}
