import { commentText } from '../../domain/topic/comment-text.js'
import type { Member } from '../../domain/people/member.js'
import type { Comment } from '../../domain/topic/topic.js'
import type { Ctx } from '../../engine/command.js'

/** Comments for those who may read them: number, name, how it came, and the words as they were typed. */
export async function commentLines(ctx: Ctx, comments: readonly Comment[]): Promise<string[]> {
  const names = await namesOf(ctx, comments)
  return comments.map((comment) => {
    const { t } = ctx
    const marks = [
      ...(comment.enteredBy ? [t('gopy-mark-proxy', { name: names.get(comment.enteredBy)! })] : []),
      ...(comment.late ? [t('gopy-mark-late')] : []),
      ...(comment.earlier.length > 0 ? [t('gopy-mark-changed')] : []),
    ]
    const head = t('gopy-line', { number: String(comment.number), name: names.get(comment.member)! })
    return `${[head, ...marks].join(' ')}\n${commentText(comment.parts)}`
  })
}

/** Full names by member id, of those too who have left since. */
export async function namesOf(ctx: Ctx, comments: readonly Comment[]): Promise<Map<string, string>> {
  const ids = new Set(comments.flatMap(({ member, enteredBy }) => (enteredBy ? [member, enteredBy] : [member])))
  const members = await Promise.all([...ids].map((id) => ctx.get('members', id)))
  return new Map(members.filter((member): member is Member => member !== null).map(({ _id, name }) => [_id, name]))
}
