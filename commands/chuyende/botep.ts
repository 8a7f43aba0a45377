import { topicCode } from '../../src/domain/topic/topic-key.js'
import { topicByKey } from '../../src/duties/topics/drafts.js'
import { form } from '../../src/engine/command.js'
import { replaceFile } from './draft-file.js'
import { ownTopic } from './which-topic.js'

/** The draft goes out without a file. */
export const botep = form({
  may: 'member',
  where: 'private',
  hidden: true,
  ask: { topic: ownTopic },
  async run(ctx, { topic: key }) {
    const topic = (await topicByKey(ctx, key))!
    if (topic.file !== null) ctx.save('topics', await replaceFile(ctx, topic, null))
    ctx.reply({ text: ctx.t('chuyende-file-dropped', { code: topicCode(key) }) })
  },
})
