import { fold } from '../../src/domain/fold.js'
import { splitTopicKey, topicCode } from '../../src/domain/topic/topic-key.js'
import { topicByKey } from '../../src/duties/topics/drafts.js'
import { form, type Ctx } from '../../src/engine/command.js'
import { takeDraftFile } from './draft-file.js'
import { draftText } from './draft-question.js'
import { confirmPiece } from './noitiep.js'
import { ownTopic } from './which-topic.js'

/** A new text for a topic. What members have got already stays what it is until the next edition is sent. */
export const soan = form({
  may: 'member',
  where: 'private',
  ask: {
    topic: ownTopic,
    text: {
      ...draftText,
      words: 'chuyende-ask-new-text',
      args: async (ctx, { topic: key }) => ({
        code: topicCode(key!),
        kept: await keptLength(ctx, key!),
      }),
      choices: async (ctx, { topic: key }) =>
        (await keptLength(ctx, key!)) === 0 ? [] : [{ label: ctx.t('chuyende-button-go-on'), value: GO_ON }],
      read: async (ctx, text, answers) =>
        goesOn.has(fold(text)) && (await keptLength(ctx, answers.topic!)) > 0
          ? { value: '' }
          : draftText.read(ctx, text, answers),
    },
  },
  inline(_ctx, line) {
    const { key, rest } = splitTopicKey(line)
    return { ...(key === null ? {} : { topic: key }), ...(rest === '' ? {} : { text: rest }) }
  },
  file: takeDraftFile,
  async run(ctx, { topic: key, text }) {
    const topic = (await topicByKey(ctx, key))!
    if (text === '' || text === topic.text) confirmPiece(ctx, topic)
    else confirmPiece(ctx, ctx.save('topics', { ...topic, text }), topic.text)
  },
})

/** What the button says back, and whoever types it: what is kept stays, and more is joined to it. */
const GO_ON = 'viet tiep'
const goesOn = new Set([GO_ON, 'write on'])

/** How long the text is that a new one would take the place of. */
const keptLength = async (ctx: Ctx, key: string): Promise<number> =>
  [...((await topicByKey(ctx, key))?.text ?? '')].length
