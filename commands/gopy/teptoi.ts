import { fileId } from '../../src/domain/files/kept-file.js'
import { keptFile } from '../../src/duties/files/attachment.js'
import { appendFile, isChangeable, recordComment } from '../../src/duties/topics/comments.js'
import { form, type Ctx } from '../../src/engine/command.js'
import { Refusal } from '../../src/errors.js'
import { confirmComment } from './confirm-comment.js'
import { joined, origin, unplacedFiles } from './joined.js'
import { openTopic } from './which-topic.js'

const said = { words: 'gopy-ask-text', read: (_ctx: Ctx, text: string) => ({ value: text }) }

/** A file sent as a comment has come: nobody types this. */
export const teptoi = form({
  may: 'member',
  hidden: true,
  ask: { name: said, file: said },
  inline(_ctx, line) {
    const [name = '', file = ''] = line.split(' ')
    return { name, file }
  },
  async run(ctx, { name, file: key }) {
    const file = await keptFile(ctx, fileId(ctx.branch._id, key))
    if (!file || file.from !== ctx.actor!._id) throw new Refusal('engine-question-over')
    const { topic, comment, member } = await joined(ctx, name)
    if (!topic) return askWhich(ctx)
    const open = comment && (comment.late || isChangeable(ctx, topic, comment))
    const kept = open
      ? await appendFile(ctx, topic, comment, file)
      : await recordComment(ctx, topic, {
          ...origin(ctx, member),
          text: '',
          files: [file],
          tag: name,
        })
    await confirmComment(ctx, topic, kept)
  },
})

/** Once for all that waits: the answer takes them together. */
async function askWhich(ctx: Ctx): Promise<void> {
  if ((await unplacedFiles(ctx)).length > 1) return
  ctx.aside()
  const topics = await openTopic.choices!(ctx, {})
  ctx.reply({
    text: ctx.t('gopy-file-which'),
    choices: topics.map(({ label, value }) => ({ label, does: `gopy ${value}` })),
  })
}
