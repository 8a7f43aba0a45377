import { splitTopicKey } from '../../src/domain/topic/topic-key.js'
import { recordComment } from '../../src/duties/topics/comments.js'
import { topicByKey } from '../../src/duties/topics/drafts.js'
import { command, type Question } from '../../src/engine/command.js'
import { commentWords, typedWords } from './comment-questions.js'
import { chugo } from './chugo.js'
import { confirmComment } from './confirm-comment.js'
import { golai } from './golai.js'
import { ho } from './ho.js'
import { origin, tagOf, unplacedFiles } from './joined.js'
import { nhac } from './nhac.js'
import { nhattri } from './nhattri.js'
import { noitiep } from './noitiep.js'
import { rut } from './rut.js'
import { sau } from './sau.js'
import { sua } from './sua.js'
import { suago } from './suago.js'
import { takeFile } from './take-file.js'
import { teptoi } from './teptoi.js'
import { tonghop } from './tonghop.js'
import { openTopic } from './which-topic.js'
import { xacnhango } from './xacnhango.js'
import { xem } from './xem.js'
import { xuat } from './xuat.js'
import { xong } from './xong.js'

/** Where pictures or recordings wait for their draft, no word is needed beside them. */
const wordsOrFiles: Question = {
  ...commentWords,
  words: 'gopy-ask-text-or-file',
  given: async (ctx, given) => given['typed'] || ((await unplacedFiles(ctx)).length > 0 ? '' : null),
}

export default command({
  name: 'gopy',
  also: ['gop y', 'comment'],
  may: 'member',
  prose: true,
  ask: { typed: typedWords, topic: openTopic, text: wordsOrFiles },
  file: takeFile,
  inline(_ctx, line) {
    const { key, rest } = splitTopicKey(line)
    return { ...(key === null ? {} : { topic: key }), ...(rest === '' ? {} : { typed: rest }) }
  },
  async run(ctx, { topic: key, text }) {
    const topic = (await topicByKey(ctx, key))!
    const files = ctx.source!.group ? [] : await unplacedFiles(ctx)
    const given = { ...origin(ctx, ctx.actor!), text, files, tag: tagOf(files) }
    const comment = await recordComment(ctx, topic, given)
    await confirmComment(ctx, topic, comment)
  },
  sub: { xem, sua, rut, tonghop, xuat, nhac, ho, golai, nhattri, sau, noitiep, xong, teptoi, chugo, xacnhango, suago },
})
