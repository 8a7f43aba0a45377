import { topicNextAt } from '../../domain/topic/draft-window.js'
import { isExempt } from '../../domain/people/exempt.js'
import { localDate } from '../../domain/calendar/local-time.js'
import type { Member } from '../../domain/people/member.js'
import type { Topic } from '../../domain/topic/topic.js'
import { weights } from '../../domain/weight.js'
import type { Ctx } from '../../engine/command.js'
import { alreadySaid } from '../already-said.js'
import { attached } from '../files/attachment.js'
import { aboutDraft, groupDraft, privateDraft } from './draft-words.js'

/** Every topic of the branch, by number. */
export const allTopics = (ctx: Ctx): Promise<Topic[]> =>
  ctx.find('topics', { lane: ctx.lane }, { sort: { field: 'number' } })

/** Topics whose draft takes comments. */
export async function openTopics(ctx: Ctx): Promise<Topic[]> {
  const topics = await ctx.find('topics', { lane: ctx.lane, state: 'open' })
  return topics.filter(({ deadline }) => deadline !== null && ctx.at <= deadline).sort((a, b) => a.number - b.number)
}

/** By what people and buttons name it: `cd1`. */
export async function topicByKey(ctx: Ctx, key: string): Promise<Topic | null> {
  const topic = await ctx.get('topics', `${ctx.branch._id}:${key}`)
  return topic && !topic.gone ? topic : null
}

/** The members whose comment is asked for. */
export async function askedMembers(ctx: Ctx): Promise<Member[]> {
  return (await ctx.members()).filter((member) => !isExempt(member, localDate(ctx.at)))
}

/** Of the group's line about the present edition. */
export const progressKey = ({ _id, edition }: Pick<Topic, '_id' | 'edition'>): string => `progress:${_id}:${edition}`

/** The branch's settings as far as a topic's times go by them. */
export const draftTimes = ({ branch, calendar }: Ctx): Parameters<typeof topicNextAt>[1] => ({
  quiet: branch.quiet,
  calendar,
})

/** Sends the text of a topic, whose `deadline` is set, as its next edition: the group is told, every member gets it. */
export async function sendDraft(ctx: Ctx, topic: Topic): Promise<Topic> {
  if (topic.draftKey) ctx.cancel(topic.draftKey)
  if (topic.progressRows.length > 0) ctx.cancel(progressKey(topic))
  const edition = topic.edition + 1
  const opened: Topic = {
    ...topic,
    sent: topic.text,
    sentFile: topic.file,
    edition,
    state: 'open',
    openedAt: ctx.at,
    nudged: [],
    draftKey: `draft:${topic._id}:${edition}`,
    progressRows: [],
  }
  const saved = ctx.save('topics', { ...opened, nextAt: topicNextAt(opened, draftTimes(ctx)) })
  const options = { about: aboutDraft(saved), key: saved.draftKey!, weight: weights.meeting }
  ctx.say('group', (t) => groupDraft(t, saved, ctx.now), options)
  const [author, file] = [await authorOf(ctx, saved), await attached(ctx, saved.sentFile)]
  ctx.say(await askedMembers(ctx), (t) => ({ ...privateDraft(t, saved, author, ctx.now), ...file }), options)
  return saved
}

/** Whoever joins, or can be reached, only while drafts are out gets them at once. */
export async function draftToNewcomer(ctx: Ctx, member: Member, has = alreadySaid): Promise<void> {
  if (isExempt(member, localDate(ctx.at))) return
  for (const topic of await openTopics(ctx)) {
    if (await has(ctx, topic.draftKey!, member)) continue
    const [author, file] = [await authorOf(ctx, topic), await attached(ctx, topic.sentFile)]
    const options = { about: aboutDraft(topic), key: topic.draftKey!, weight: weights.meeting }
    ctx.say(member, (t) => ({ ...privateDraft(t, topic, author, ctx.now), ...file }), options)
  }
}

export const authorOf = async (ctx: Ctx, { author }: Pick<Topic, 'author'>): Promise<Member | null> =>
  author === null ? null : ctx.get('members', author)
