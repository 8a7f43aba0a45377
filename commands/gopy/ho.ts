import { hasChannel, type Member } from '../../src/domain/people/member.js'
import { findByName, shortName, toldApart } from '../../src/domain/people/names.js'
import { splitName } from '../../src/domain/people/split-name.js'
import { splitTopicKey } from '../../src/domain/topic/topic-key.js'
import { recordComment } from '../../src/duties/topics/comments.js'
import { tallyOf } from '../../src/duties/topics/draft-progress.js'
import { aboutDraft, draftArgs } from '../../src/duties/topics/draft-words.js'
import { openTopics, topicByKey } from '../../src/duties/topics/drafts.js'
import { form, type Ctx, type Question } from '../../src/engine/command.js'
import { commentWords, typedWords } from './comment-questions.js'
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
    const { t } = ctx
    const members = await ctx.members()
    const member = members.find(({ key }) => key === memberKey)!
    const topic = (await topicByKey(ctx, topicKey))!
    const own = member._id === ctx.actor!._id
    const comment = await recordComment(ctx, topic, {
      member,
      text,
      from: own ? 'private' : 'proxy',
      enteredBy: own ? null : ctx.actor,
    })
    const args = { ...draftArgs(t, topic, ctx.now), number: String(comment.number), name: shortName(member, members) }
    ctx.reply({ text: [t('gopy-kept-for', args), ...(comment.late ? [t('gopy-kept-late-for', args)] : [])].join('\n') })
    if (!own && hasChannel(member)) tellMember(ctx, member, members, { text, about: aboutDraft(topic), args })
  },
})

function tellMember(
  ctx: Ctx,
  member: Member,
  members: Member[],
  said: { text: string; about: string; args: Record<string, string | number> },
): void {
  const by = shortName(ctx.actor!, members)
  ctx.say(member, (t) => ({ text: `${t('gopy-entered-for-you', { ...said.args, by })}\n\n${said.text}` }), {
    about: said.about,
    class: 'person',
    concerns: [member._id],
  })
}
