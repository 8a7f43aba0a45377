import { draftArgs } from '../../src/duties/topics/draft-words.js'
import { topicByKey } from '../../src/duties/topics/drafts.js'
import { form } from '../../src/engine/command.js'
import { sentTopic } from './which-topic.js'

/** "Gửi sau": nothing is recorded, the member hears until when there is time. */
export const sau = form({
  may: 'member',
  hidden: true,
  ask: { topic: sentTopic },
  async run(ctx, { topic: key }) {
    const topic = (await topicByKey(ctx, key))!
    const words = ctx.at <= topic.deadline! ? 'gopy-later' : 'gopy-later-closed'
    ctx.reply({
      text: ctx.t(words, draftArgs(ctx.t, topic, ctx.now)),
      choices: [{ label: ctx.t('gopy-button'), does: `gopy ${topic.key}` }],
    })
  },
})
