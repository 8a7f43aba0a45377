import { awaits, filesOf } from '../../src/domain/topic/comment-files.js'
import { topicCode } from '../../src/domain/topic/topic-key.js'
import { attached } from '../../src/duties/files/attachment.js'
import { namesOf } from '../../src/duties/topics/comment-lines.js'
import { form, type Ctx, type SayOptions } from '../../src/engine/command.js'
import { fileComment, fileComments, toType, whichToType, type FileComment } from './typed-comments.js'

/** So long what the minute-taker writes next is taken for what the picture or the recording says. */
const minutes = 6 * 60

/** Sends the pictures and recordings of a comment to whoever keeps the papers, to type what they say. */
export const golai = form({
  may: 'recorder',
  where: 'private',
  ask: { comment: { ...whichToType, args: async (ctx) => ({ list: (await waitingLines(ctx)).join('\n') }) } },
  async run(ctx, { comment: name }) {
    const { t } = ctx
    const found = await fileComment(ctx, name)
    const { topic, comment } = found
    const who = (await namesOf(ctx, [comment])).get(comment.member) ?? ''
    const files = filesOf(comment)
    const args = { code: topicCode(topic.key), number: String(comment.number), name: who, files: String(files.length) }
    // A reply to any of these is its text.
    const options: SayOptions = { about: `gopy chugo ${name}`, class: 'committee', concerns: [ctx.actor!._id] }
    for (const [place, file] of files.entries()) {
      const caption = comment.parts.find((part) => part.file === file)!.text
      const text = [t('gopy-original', { ...args, place: String(place + 1) }), ...(caption === '' ? [] : [caption])]
      ctx.reply({ text: text.join('\n'), ...(await attached(ctx, file)) }, options)
    }
    const before = comment.proposed ?? comment.typed
    const unseen = ctx.carriesFiles(ctx.source!.account.channel) ? [] : [t('gopy-type-no-file', args)]
    const lines = [...unseen, t('gopy-type-ask', args), ...(before ? [t('gopy-type-before'), before.text] : [])]
    ctx.reply({ text: lines.join('\n\n') }, options)
    ctx.expect({ form: 'gopy chugo', answers: { comment: name }, asking: 'text', minutes })
  },
})

/** What is to be typed, and what waits for the member's word. */
async function waitingLines(ctx: Ctx): Promise<string[]> {
  const all = await fileComments(ctx)
  const names = await namesOf(
    ctx,
    all.map(({ comment }) => comment),
  )
  const line = ({ topic, comment }: FileComment): string =>
    ctx.t('gopy-type-line', {
      code: topicCode(topic.key),
      number: String(comment.number),
      name: names.get(comment.member) ?? '',
      files: String(filesOf(comment).length),
    })
  const confirming = all.filter(({ comment }) => awaits(comment) === 'confirming')
  return [
    ...all.filter(toType).map(line),
    ...(confirming.length === 0 ? [] : [ctx.t('gopy-type-confirming'), ...confirming.map(line)]),
  ]
}
