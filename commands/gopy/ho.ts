import { hasChannel } from '../../src/domain/people/member.js'
import { findByName, shortName, toldApart } from '../../src/domain/people/names.js'
import { splitName } from '../../src/domain/people/split-name.js'
import { splitTopicKey } from '../../src/domain/topic/topic-key.js'
import { recordComment } from '../../src/duties/topics/comments.js'
import { tallyOf } from '../../src/duties/topics/draft-progress.js'
import { openTopics, topicByKey } from '../../src/duties/topics/drafts.js'
import { form, type Question } from '../../src/engine/command.js'
import { commentWords, typedWords } from './comment-questions.js'
import { confirmEntered } from './confirm-entered.js'
import { origin } from './joined.js'
import { takeFileFor } from './take-file.js'
import { openTopic } from './which-topic.js'

/** The member who spoke. Those no message reaches and who have said nothing yet are offered. */
const speaker: Question = {
  words: 'gopy-ask-member',
  async read(ctx, text) {
    const members = await ctx.members()
    const found = text.length > 80 ? { none: true as const } : findByName(members, text)
    if ('member' in found) return { value: found.member.key }
    if ('none' in found) return { again: 'gopy-no-such-member' }
    return { again: 'gopy-which-member', args: { names: toldApart(found.several) } }
  },
  async choices(ctx) {
    const members = await ctx.members()
    const silent = await Promise.all((await openTopics(ctx)).map(async (topic) => (await tallyOf(ctx, topic)).silent))
    const offered = members.filter(
      (member) => !hasChannel(member) && silent.flat().some(({ _id }) => _id === member._id),
    )
    return offered.slice(0, 4).map((member) => ({ label: shortName(member, members), value: member.key }))
  },
}

/** What a member said by phone or on paper, entered under his name and marked so. */
export const ho = form({
  may: 'recorder',
  where: 'private',
  also: ['ghi ho'],
  takes: () => true,
  ask: { typed: typedWords, member: speaker, topic: openTopic, text: commentWords },
  file: takeFileFor,
  async inline(ctx, line) {
    const { key, rest: afterKey } = splitTopicKey(line)
    const { name, rest } = splitName(await ctx.members(), afterKey)
    return {
      ...(key === null ? {} : { topic: key }),
      ...(name === '' ? {} : { member: name }),
      ...(rest === '' ? {} : { typed: rest }),
    }
  },
  async run(ctx, { member: memberKey, topic: topicKey, text }) {
    const member = (await ctx.members()).find(({ key }) => key === memberKey)!
    const topic = (await topicByKey(ctx, topicKey))!
    await confirmEntered(ctx, topic, await recordComment(ctx, topic, { ...origin(ctx, member), text }))
  },
})
