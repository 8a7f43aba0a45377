import { AlignmentType, type Paragraph } from 'docx'
import type { CompiledComment } from '../../domain/topic/compiled-comments.js'
import type { T } from '../../words.js'
import { marksOf, type CommentsDocument } from '../comments-document.js'
import { centred, columns, paragraph, printed, running, size, underlined } from './paper.js'

const roman = ['I', 'II', 'III', 'IV']

export function commentsPaper(t: T, document: CommentsDocument): Promise<Buffer> {
  const { topic, edition, counts, comments, earlier, by } = document
  const numbers = Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, String(count)]))
  const sections = [
    { title: t('documents-section-substance'), body: comments.substance.flatMap((one) => commentOnPaper(t, one)) },
    { title: t('documents-section-chair'), body: comments.chair.flatMap((one) => commentOnPaper(t, one)) },
    { title: t('documents-section-author'), body: comments.author.flatMap((one) => commentOnPaper(t, one)) },
    { title: t('documents-section-agreement'), body: agreement(t, comments.agreement) },
  ].filter(({ body }) => body.length > 0)
  const title = t('documents-comments-title')
  const subject = t('documents-comments-subject', { code: topic.code, edition: String(edition) })
  return printed(`${title} ${subject}`, [
    head(t, document),
    paragraph([]),
    centred(title, { bold: true, size: size.title }),
    centred(subject, { bold: true }),
    centred(topic.title, { bold: true }),
    centred('-----', {}, { spacing: { after: 240 } }),
    ...(topic.author === null ? [] : [running([{ text: t('documents-comments-author', { name: topic.author }) }])]),
    running([{ text: t('documents-comments-counts', numbers) }]),
    ...(counts.untyped > 0 ? [running([{ text: t('documents-comments-untyped', numbers) }])] : []),
    ...sections.flatMap(({ title: heading, body }, place) => [
      running([{ text: `${roman[place]!}- ${heading.toUpperCase()}`, as: { bold: true } }], { keepNext: true }),
      ...body,
    ]),
    ...(sections.length === 0 ? [running([{ text: t('documents-comments-none') }])] : []),
    ...(earlier > 0 ? [running([{ text: t('documents-comments-earlier', { count: String(earlier) }) }])] : []),
    paragraph([]),
    ...(by === null ? [] : [columns([], signature(t, by))]),
  ])
}

/** Whose paper it is, and the Party's name; below, place and date. */
function head(t: T, { branch, date }: CommentsDocument) {
  const [year = '', month = '', day = ''] = date.split('-')
  // By rule a zero stands before days under ten and before the months one and two only.
  const when = { day, month: Number(month) > 2 ? String(Number(month)) : month, year }
  const placeAndDate =
    branch.place === '' ? t('documents-date', when) : t('documents-place-date', { ...when, place: branch.place })
  return columns(
    [
      ...(branch.superior === '' ? [] : [centred(branch.superior.toUpperCase())]),
      centred(branch.name.toUpperCase(), { bold: true }),
      centred('*'),
    ],
    [
      centred(t('documents-party'), { bold: true, size: size.title }, underlined),
      centred(placeAndDate, { italics: true }, { spacing: { before: 120 } }),
    ],
  )
}

/** Number and name, what is to be said of it, then the words line by line as they were typed. */
function commentOnPaper(t: T, comment: CompiledComment): Paragraph[] {
  const marks = marksOf(t, comment)
  const who = t('documents-comment', { number: String(comment.number), name: comment.name })
  return [
    running(
      [{ text: who, as: { bold: true } }, ...(marks === '' ? [] : [{ text: ` (${marks})`, as: { italics: true } }])],
      { keepNext: true },
    ),
    ...(comment.text === '' ? [] : comment.text.split('\n')).map((text) =>
      running([{ text }], { alignment: AlignmentType.LEFT }),
    ),
  ]
}

/** Whoever agreed twice is one. */
function agreement(t: T, comments: readonly CompiledComment[]): Paragraph[] {
  if (comments.length === 0) return []
  const people = new Map<string, CompiledComment[]>()
  for (const comment of comments) people.set(comment.member, [...(people.get(comment.member) ?? []), comment])
  const names = [...people.values()].map((own) => {
    const { name } = own[0]!
    const enteredBy = own.every((one) => one.enteredBy !== null) ? own[0]!.enteredBy : null
    const marks = marksOf(t, { enteredBy, late: own.every(({ late }) => late), changed: false })
    return marks === '' ? name : `${name} (${marks})`
  })
  return [running([{ text: t('documents-agreed', { count: String(people.size), names: names.join(', ') }) }])]
}

const signature = (t: T, by: string): Paragraph[] => [
  centred(t('documents-compiled-by'), { bold: true }, { keepNext: true }),
  ...Array.from({ length: 4 }, () => paragraph([], { keepNext: true })),
  centred(by, { bold: true }),
]
