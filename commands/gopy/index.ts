import { splitTopicKey } from '../../src/domain/topic/topic-key.js'
import { recordComment } from '../../src/duties/topics/comments.js'
import { topicByKey } from '../../src/duties/topics/drafts.js'
import { command } from '../../src/engine/command.js'
import { commentWords, typedWords } from './comment-questions.js'
import { confirmComment } from './confirm-comment.js'
import { ho } from './ho.js'
import { nhac } from './nhac.js'
import { nhattri } from './nhattri.js'
import { noitiep } from './noitiep.js'
import { rut } from './rut.js'
import { sau } from './sau.js'
import { sua } from './sua.js'
import { tonghop } from './tonghop.js'
import { openTopic } from './which-topic.js'
import { xem } from './xem.js'
import { xuat } from './xuat.js'
import { xong } from './xong.js'

export default command({
  name: 'gopy',
  also: ['gop y', 'comment'],
  may: 'member',
  ask: { typed: typedWords, topic: openTopic, text: commentWords },
  inline(_ctx, line) {
    const { key, rest } = splitTopicKey(line)
    return { ...(key === null ? {} : { topic: key }), ...(rest === '' ? {} : { typed: rest }) }
  },
  async run(ctx, { topic: key, text }) {
    const topic = (await topicByKey(ctx, key))!
    const from = ctx.source!.group ? 'group' : 'private'
    const comment = await recordComment(ctx, topic, { member: ctx.actor!, text, from, enteredBy: null })
    await confirmComment(ctx, topic, comment)
  },
  sub: { xem, sua, rut, tonghop, xuat, nhac, ho, nhattri, sau, noitiep, xong },
})
