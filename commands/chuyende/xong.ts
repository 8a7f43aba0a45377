import { topicCode } from '../../src/domain/topic/topic-key.js'
import type { Topic } from '../../src/domain/topic/topic.js'
import { topicByKey } from '../../src/duties/topics/drafts.js'
import { form, type Ctx } from '../../src/engine/command.js'
import { ownTopic } from './which-topic.js'

/** The text is complete: what is left is to send it. */
export const xong = form({
  may: 'member',
  where: 'private',
  hidden: true,
  ask: { topic: ownTopic },
  async run(ctx, { topic: key }) {
    sayPrepared(ctx, (await topicByKey(ctx, key))!)
  },
})

export function sayPrepared(ctx: Ctx, topic: Topic): void {
  const { t } = ctx
  ctx.reply({
    text: t('chuyende-text-kept', { code: topicCode(topic.key), key: topic.key, edition: String(topic.edition + 1) }),
    choices: [
      { label: t('chuyende-button-send'), does: `chuyende gui ${topic.key}` },
      { label: t('chuyende-button-look'), does: `chuyende ${topic.key}` },
    ],
  })
}
