import type { Tally } from '../../domain/topic/draft-tally.js'
import { hasRight } from '../../domain/people/rights.js'
import type { Comment, Topic } from '../../domain/topic/topic.js'
import type { Ctx } from '../../engine/command.js'
import { draftArgs, namesIn, tallyArgs, topicName } from './draft-words.js'
import { authorOf } from './drafts.js'
import { secretaryOf } from '../secretary.js'

/**
 * What came of a draft, in numbers, to the secretary and the author; who kept silent is for the secretary alone.
 * `added`: a comment said in time that came in after the closing.
 */
export async function tellSummary(ctx: Ctx, topic: Topic, tally: Tally, added: Comment | null = null): Promise<void> {
  const [all, secretaries, author] = [await ctx.members(), await secretaryOf(ctx), await authorOf(ctx, topic)]
  const readers = [...secretaries, ...(author && !secretaries.some(({ _id }) => _id === author._id) ? [author] : [])]
  ctx.say(
    readers,
    (t, reader) => ({
      title: t('gopy-summary-title', { topic: topicName(t, topic) }),
      text: [
        ...(added ? [t('gopy-summary-added', { number: String(added.number) })] : []),
        t('gopy-summary', { ...draftArgs(t, topic, ctx.now), ...tallyArgs(tally) }),
        ...(tally.silent.length > 0 && hasRight(reader!, 'secretary')
          ? [t('gopy-summary-silent', { names: namesIn(tally.silent, all) })]
          : []),
      ].join('\n'),
      choices: [{ label: t('gopy-button-compile'), does: `gopy tonghop ${topic.key}` }],
    }),
    { class: 'committee', concerns: author ? [author._id] : [] },
  )
}
