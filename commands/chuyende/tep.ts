import { fileId, type KeptFile } from '../../src/domain/files/kept-file.js'
import { isBlank } from '../../src/domain/topic/comment-text.js'
import { topicCode } from '../../src/domain/topic/topic-key.js'
import { keptFile } from '../../src/duties/files/attachment.js'
import { topicByKey } from '../../src/duties/topics/drafts.js'
import type { Topic } from '../../src/domain/topic/topic.js'
import { form, type Ctx } from '../../src/engine/command.js'
import { Refusal } from '../../src/errors.js'
import { replaceFile } from './draft-file.js'
import { draftLimit, longestDraft } from './draft-question.js'
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
    const text = await textWith(ctx, topic, file.caption)
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

/** The caption stands for a text that went out before, or for the caption of a file it replaces; what was typed for this edition stays above it. */
async function textWith(ctx: Ctx, topic: Topic, caption: string): Promise<string> {
  if (isBlank(caption)) return topic.text
  const before = await keptFile(ctx, topic.file)
  const isTyped = topic.text !== '' && topic.text !== topic.sent && topic.text !== before?.caption
  const text = isTyped ? `${topic.text}\n${caption}` : caption
  if (text.length > longestDraft) throw new Refusal('chuyende-too-long-together', { limit: draftLimit })
  return text
}

const isDocument = ({ name }: KeptFile): boolean => documents.some((ending) => name.endsWith(`.${ending}`))
