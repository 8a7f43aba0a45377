import { fileId, type KeptFile } from '../../src/domain/files/kept-file.js'
import { isBlank } from '../../src/domain/topic/comment-text.js'
import { topicCode } from '../../src/domain/topic/topic-key.js'
import { keptFile } from '../../src/duties/files/attachment.js'
import { topicByKey } from '../../src/duties/topics/drafts.js'
import { form } from '../../src/engine/command.js'
import { Refusal } from '../../src/errors.js'
import { replaceFile } from './draft-file.js'
import { goOnWriting } from './noitiep.js'
import { ownTopic } from './which-topic.js'

/** Nothing is asked, or the text of a draft. */
const writing = [null, 'chuyende soan', 'chuyende noitiep']
const documents = ['pdf', 'docx', 'txt']

/** The file sent for a draft has come. Its name says which: nobody types it. */
export const tep = form({
  may: 'member',
  where: 'private',
  hidden: true,
  ask: { topic: ownTopic, file: { words: 'chuyende-ask-text', read: (_ctx, text) => ({ value: text }) } },
  inline(_ctx, line) {
    const words = line.split(/\s+/u)
    const [topic, file] = words.length > 1 ? words : [undefined, words[0]]
    return { ...(topic === undefined ? {} : { topic }), file: file ?? '' }
  },
  async run(ctx, { topic: key, file: fileKey }) {
    const { t } = ctx
    const topic = (await topicByKey(ctx, key))!
    const file = await keptFile(ctx, fileId(ctx.branch._id, fileKey))
    if (!file || file.from !== ctx.actor!._id) throw new Refusal('engine-question-over')
    if (!isDocument(file)) throw new Refusal('chuyende-file-kind', { key })
    const text = isBlank(file.caption) ? topic.text : file.caption
    ctx.save('topics', { ...(await replaceFile(ctx, topic, file._id)), text })
    const lines = [t('chuyende-file-kept', { name: file.name, code: topicCode(key) })]
    if (!file.legible) lines.push(t('file-illegible'))
    ctx.reply(
      {
        text: lines.join('\n\n'),
        choices: [
          { label: t('chuyende-button-done'), does: `chuyende xong ${key}` },
          { label: t('chuyende-button-no-file'), does: `chuyende botep ${key}` },
        ],
      },
      { class: 'committee', concerns: [ctx.actor!._id] },
    )
    // What he is asked about another matter by now stays open.
    if (writing.includes(await ctx.asking())) goOnWriting(ctx, key)
  },
})

const isDocument = ({ name }: KeptFile): boolean => documents.some((ending) => name.endsWith(`.${ending}`))
