import type { Topic } from '../../domain/topic/topic.js'
import { leaveChoice, type Ctx } from '../../engine/command.js'

/** Who was offered has a day to say which draft his words are for. */
const MINUTES = 24 * 60
const mostChoices = 3

/** Keeps what he said and asks, in `words`, whether it is a comment: nothing is recorded by a guess, and nothing is lost. */
export function offerAsComment(ctx: Ctx, topics: readonly Topic[], text: string, words: string): void {
  const { t } = ctx
  const tag = ctx.expect({ form: 'gopy', answers: { text }, asking: 'topic', minutes: MINUTES })
  ctx.reply({
    text: words,
    choices: [
      ...topics.slice(0, mostChoices).map((topic) => ({
        label: t('everyday-button-topic', { number: String(topic.number) }),
        does: `=${tag}:${topic.key}`,
      })),
      leaveChoice(t),
    ],
  })
}
