import { localDate, localTime } from '../domain/calendar/local-time.js'
import { shortDate } from '../domain/calendar/vi-date.js'
import type { CompiledComment } from '../domain/topic/compiled-comments.js'
import type { T } from '../words.js'
import { marksOf, type CommentsDocument } from './comments-document.js'
import { csv } from './csv.js'

/** Every comment of the edition, one a row, for whoever goes on working with them in a table. */
export function commentsCsv(t: T, { comments }: Pick<CommentsDocument, 'comments'>): Buffer {
  const sections: [string, CompiledComment[]][] = [
    [t('documents-section-substance'), comments.substance],
    [t('documents-section-chair'), comments.chair],
    [t('documents-section-author'), comments.author],
    [t('documents-section-agreement'), comments.agreement],
  ]
  const rows = sections.flatMap(([section, of]) =>
    of.map((comment) => [
      String(comment.number),
      comment.name,
      section,
      comment.text,
      `${shortDate(localDate(comment.at))} ${localTime(comment.at)}`,
      marksOf(t, comment),
    ]),
  )
  const head = [
    t('documents-column-number'),
    t('documents-column-name'),
    t('documents-column-section'),
    t('documents-column-text'),
    t('documents-column-time'),
    t('documents-column-marks'),
  ]
  return csv([head, ...rows])
}
