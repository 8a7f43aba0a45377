import type { CompiledComment, CompiledComments } from '../domain/topic/compiled-comments.js'
import type { T } from '../words.js'

/** What the compiled comments of a draft are written from, on paper or as a table. */
export interface CommentsDocument {
  branch: { name: string; superior: string; place: string }
  /** `code`: CĐ1. `author`: full name. */
  topic: { code: string; title: string; author: string | null }
  edition: number
  /** ISO date of the paper. */
  date: string
  /** Members, as `draftTally` counts them. */
  counts: Record<'answered' | 'base' | 'substantive' | 'agreed' | 'proxies' | 'late' | 'untyped', number>
  comments: CompiledComments
  /** Comments on editions before this one. */
  earlier: number
  /** Full name of whoever signs as its compiler. */
  by: string | null
}

type Marked = Pick<CompiledComment, 'enteredBy' | 'late' | 'changed'> &
  Partial<Pick<CompiledComment, 'typedBy' | 'awaits'>>

/** "đồng chí Phạm Thị Ánh ghi hộ; gửi sau hạn; đã sửa". */
export const marksOf = (t: T, { enteredBy, late, changed, typedBy = null, awaits = null }: Marked): string =>
  [
    ...(enteredBy === null ? [] : [t('documents-mark-proxy', { name: enteredBy })]),
    ...(typedBy === null ? [] : [t('documents-mark-typed', { name: typedBy })]),
    ...(awaits === null ? [] : [t(`documents-mark-${awaits}`)]),
    ...(late ? [t('documents-mark-late')] : []),
    ...(changed ? [t('documents-mark-changed')] : []),
  ].join('; ')
