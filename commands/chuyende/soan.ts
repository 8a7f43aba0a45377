import { splitTopicKey } from '../../src/domain/topic/topic-key.js'
import { topicByKey } from '../../src/duties/topics/drafts.js'
import { form } from '../../src/engine/command.js'
import { takeDraftFile } from './draft-file.js'
import { draftText } from './draft-question.js'
import { confirmPiece } from './noitiep.js'
import { ownTopic } from './which-topic.js'

/** A new text for a topic. What members have got already stays what it is until the next edition is sent. */
export const soan = form({
  may: 'member',
  where: 'private',
  ask: { topic: ownTopic, text: draftText },
  inline(_ctx, line) {
    const { key, rest } = splitTopicKey(line)
    return { ...(key === null ? {} : { topic: key }), ...(rest === '' ? {} : { text: rest }) }
  },
  file: takeDraftFile,
  async run(ctx, { topic: key, text }) {
    const topic = (await topicByKey(ctx, key))!
    confirmPiece(ctx, ctx.save('topics', { ...topic, text }))
  },
})
