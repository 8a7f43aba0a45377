import { commentSections } from '../../src/domain/topic/comment-sections.js'
import { isChair, presentComments } from '../../src/domain/topic/draft-tally.js'
import { topicCode } from '../../src/domain/topic/topic-key.js'
import type { Comment, Topic } from '../../src/domain/topic/topic.js'
import { commentLines, namesOf } from '../../src/duties/topics/comment-lines.js'
import { commentsOf, tallyOf } from '../../src/duties/topics/draft-progress.js'
import { summaryLines } from '../../src/duties/topics/draft-words.js'
import { topicByKey } from '../../src/duties/topics/drafts.js'
import { form, type Ctx } from '../../src/engine/command.js'
import { mayCompile } from './may-compile.js'
import { sentTopic } from './which-topic.js'

/** Everything said about a draft, in order, for the committee and its author. */
export const tonghop = form({
  may: 'member',
  where: 'private',
  also: ['tong hop'],
  ask: { topic: sentTopic },
  async run(ctx, { topic: key }) {
    const { t } = ctx
    const topic = (await topicByKey(ctx, key))!
    mayCompile(ctx, topic)
    const all = await commentsOf(ctx, topic)
    const sections = await compile(ctx, topic, presentComments(topic, all))
    const numbers = summaryLines(t, topic, await tallyOf(ctx, topic), ctx.now).join('\n')
    const earlier = all.filter(({ edition, withdrawn }) => edition < topic.edition && !withdrawn).length
    ctx.reply(
      {
        title: t('gopy-compiled-title', { code: topicCode(topic.key), edition: String(topic.edition) }),
        text: [
          topic.title,
          numbers,
          ...sections,
          ...(earlier > 0 ? [t('gopy-compiled-earlier', { count: String(earlier) })] : []),
        ].join('\n\n'),
        choices: kindsHere(ctx).map((kind) => ({ label: t(`gopy-button-${kind}`), does: `gopy xuat ${key} ${kind}` })),
      },
      { class: 'committee', concerns: topic.author === null ? [] : [topic.author] },
    )
  },
})

/** None where the channel he asks on can take no file. */
const kindsHere = (ctx: Ctx): string[] => (ctx.carriesFiles(ctx.source!.account.channel) ? ['docx', 'csv'] : [])

/** Substance first, by number; what chair and author said stands apart; mere agreement is counted, with its names. */
async function compile(ctx: Ctx, topic: Topic, comments: Comment[]): Promise<string[]> {
  const chairs = new Set((await ctx.members()).filter(isChair).map(({ _id }) => _id))
  const { substance, chair, author, agreement } = commentSections(topic, comments, chairs)
  const section = async (words: string, of: Comment[]): Promise<string[]> =>
    of.length === 0 ? [] : [ctx.t(words), ...(await commentLines(ctx, of))]
  const sections = [
    ...(await section('gopy-compiled-substance', substance)),
    ...(await section('gopy-compiled-chair', chair)),
    ...(await section('gopy-compiled-author', author)),
    ...(await agreed(ctx, agreement)),
  ]
  return sections.length > 0 ? sections : [ctx.t('gopy-compiled-nothing')]
}

/** One line for all: "Nhất trí: 4 đồng chí". Whoever agreed twice is one. */
async function agreed(ctx: Ctx, comments: Comment[]): Promise<string[]> {
  if (comments.length === 0) return []
  const names = await namesOf(ctx, comments)
  const people = [...new Set(comments.map(({ member }) => member))].map((member) => {
    const own = comments.filter((comment) => comment.member === member)
    const marks = [
      ...(own.every(({ late }) => late) ? [ctx.t('gopy-mark-late')] : []),
      ...(own.every(({ from }) => from === 'proxy')
        ? [ctx.t('gopy-mark-proxy', { name: names.get(own[0]!.enteredBy!)! })]
        : []),
    ]
    return [names.get(member)!, ...marks].join(' ')
  })
  return [ctx.t('gopy-compiled-agreement', { count: String(people.length), names: people.join(', ') })]
}
