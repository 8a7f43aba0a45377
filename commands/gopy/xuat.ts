import { commentsCsv } from '../../src/documents/comments-csv.js'
import { commentsDocx } from '../../src/documents/comments-docx.js'
import { fold } from '../../src/domain/fold.js'
import { splitTopicKey, topicCode } from '../../src/domain/topic/topic-key.js'
import { madeFile } from '../../src/duties/files/made-file.js'
import { commentsDocumentOf } from '../../src/duties/topics/comments-document.js'
import { topicByKey } from '../../src/duties/topics/drafts.js'
import { form, type Question } from '../../src/engine/command.js'
import { Refusal } from '../../src/errors.js'
import { mayCompile } from './may-compile.js'
import { sentTopic } from './which-topic.js'

const mimes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv',
}
type Kind = keyof typeof mimes

const kindWords: Record<string, Kind> = { docx: 'docx', word: 'docx', csv: 'csv', excel: 'csv', bang: 'csv' }

const kindOf = (text: string): Kind | undefined =>
  Object.hasOwn(kindWords, fold(text)) ? kindWords[fold(text)] : undefined

const whichKind: Question = {
  words: 'gopy-ask-kind',
  read(_ctx, text) {
    const kind = kindOf(text)
    return kind === undefined ? { again: 'gopy-kind-unclear' } : { value: kind }
  },
  choices: ({ t }) => Object.keys(mimes).map((value) => ({ label: t(`gopy-button-${value}`), value })),
}

/** The compiled comments as a paper to print or a table to go on working with. */
export const xuat = form({
  may: 'member',
  where: 'private',
  also: ['xuat tep', 'in', 'export'],
  takes: (rest) => kindOf(splitTopicKey(rest).rest) !== undefined,
  ask: { topic: sentTopic, kind: whichKind },
  inline(_ctx, line) {
    const { key, rest } = splitTopicKey(line)
    return { ...(key === null ? {} : { topic: key }), ...(rest === '' ? {} : { kind: rest }) }
  },
  async run(ctx, { topic: key, kind }) {
    const { t } = ctx
    const topic = (await topicByKey(ctx, key))!
    mayCompile(ctx, topic)
    if (!ctx.carriesFiles(ctx.source!.account.channel)) throw new Refusal('gopy-export-no-file', { key })
    const document = await commentsDocumentOf(ctx, topic)
    const bytes = kind === 'docx' ? await commentsDocx(t, document) : commentsCsv(t, document)
    const args = { code: topicCode(key), edition: String(topic.edition) }
    const attachment = await madeFile(ctx, {
      name: `${t('documents-comments-file', args)}.${kind}`,
      mime: mimes[kind as Kind],
      bytes,
    })
    ctx.reply(
      { text: t('gopy-exported', args), attachment },
      { class: 'committee', concerns: topic.author === null ? [] : [topic.author] },
    )
  },
})
