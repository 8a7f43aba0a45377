import { isAuthor, isChair, type Tally } from '../../domain/topic/draft-tally.js'
import { hasRight } from '../../domain/people/rights.js'
import { shortName } from '../../domain/people/names.js'
import type { Member } from '../../domain/people/member.js'
import type { Topic } from '../../domain/topic/topic.js'
import type { Ctx } from '../../engine/command.js'
import type { T } from '../../words.js'
import { summaryLines, topicName } from './draft-words.js'
import { authorOf } from './drafts.js'
import { secretaryOf } from '../secretary.js'

/**
 * What came of a draft, in numbers, to the secretary and the author; who kept silent is for the secretary alone.
 * `since`: what was said in time, but came in, or was typed, after the closing.
 */
export async function tellSummary(
  ctx: Ctx,
  topic: Topic,
  tally: Tally,
  since: {
    words: 'gopy-summary-added' | 'gopy-summary-typed' | 'gopy-summary-withdrawn'
    number: number
  } | null = null,
): Promise<void> {
  const [all, secretaries, author] = [await ctx.members(), await secretaryOf(ctx), await authorOf(ctx, topic)]
  const readers = [...secretaries, ...(author && !secretaries.some(({ _id }) => _id === author._id) ? [author] : [])]
  ctx.say(
    readers,
    (t, reader) => ({
      title: t('gopy-summary-title', { topic: topicName(t, topic) }),
      text: [
        ...(since ? [t(since.words, { number: String(since.number) })] : []),
        ...summaryLines(t, topic, tally, ctx.now),
        ...(tally.silent.length > 0 && hasRight(reader!, 'secretary')
          ? [t('gopy-summary-silent', { names: silentNames(t, topic, tally, all) })]
          : []),
      ].join('\n'),
      choices: [{ label: t('gopy-button-compile'), does: `gopy tonghop ${topic.key}` }],
    }),
    { class: 'committee', concerns: author ? [author._id] : [] },
  )
}

/** All without a comment, as the count has them; nobody waits for the author and the chair, so they are marked. */
function silentNames(t: T, topic: Topic, { silent }: Tally, all: readonly Member[]): string {
  return silent
    .map((member) => {
      const name = shortName(member, all)
      if (isAuthor(topic, member)) return t('gopy-mark-author', { name })
      return isChair(member) ? t('gopy-mark-chair', { name }) : name
    })
    .join(', ')
}
