import type { KeptFile } from '../../src/domain/files/kept-file.js'
import type { Comment, Topic } from '../../src/domain/topic/topic.js'
import type { Member } from '../../src/domain/people/member.js'
import { hasRight } from '../../src/domain/people/rights.js'
import { Refusal } from '../../src/errors.js'
import { day } from '../../src/domain/calendar/local-time.js'
import { topicByKey } from '../../src/duties/topics/drafts.js'
import type { Ctx } from '../../src/engine/command.js'

/** So long what a member sends next in private joins the same comment. */
const joinMinutes = 3
/** A file whose draft its sender has not said yet goes with what he says so long. */
const placing = day
/** Line a file of a comment is fetched for; the name of the comment follows. */
export const fileLine = 'gopy teptoi'

interface Joined {
  topic: Topic | null
  comment: Comment | null
  /** Whose words these are: the actor's own, or those of somebody he enters them for. */
  member: Member
}

/**
 * The comment that files and texts sent together make, by its name: `cd1:4` is there, `cd1:~tag` is made by whatever of it
 * comes first, and `~tag` when its draft is known; `cd1:m09~tag` is entered for m09.
 */
export async function joined(ctx: Ctx, name: string): Promise<Joined> {
  const [, key, number, entered] = /^(?:(cd\d+):)?(?:(\d+)|(.+)?~\w+)$/u.exec(name) ?? []
  const member = entered === undefined ? ctx.actor! : await enteredFor(ctx, entered)
  const his = await ctx.find('comments', { lane: ctx.lane, member: member._id }, { limit: 10_000 })
  const numbered = number === undefined ? null : `${ctx.branch._id}:${key!}:${number}`
  const comment =
    his.sort((a, b) => a.number - b.number).findLast((one) => one.tag === name || one._id === numbered) ?? null
  if (comment)
    return { topic: await ctx.get('topics', comment.topic), comment: comment.withdrawn ? null : comment, member }
  return { topic: key === undefined ? null : await topicByKey(ctx, key), comment: null, member }
}

/** Names stand in lines of words: a roster's own key may hold anything. */
export const nameFor = (topic: string, { key }: Pick<Member, 'key'>, tag: string): string =>
  `${topic}:${encodeURIComponent(key)}~${tag}`

/** As it is recorded whose words they are and who put them in. */
export const origin = (ctx: Ctx, member: Member) =>
  member._id === ctx.actor!._id
    ? { member, from: ctx.source!.group ? ('group' as const) : ('private' as const), enteredBy: null }
    : { member, from: 'proxy' as const, enteredBy: ctx.actor }

async function enteredFor(ctx: Ctx, key: string): Promise<Member> {
  if (!hasRight(ctx.actor!, 'recorder')) throw new Refusal('engine-no-right')
  const member = (await ctx.members()).find((one) => encodeURIComponent(one.key) === key)
  if (!member) throw new Refusal('engine-question-over')
  return member
}

/** What the actor sends next in private goes to that comment, unless something else is asked of him. */
export const join = (ctx: Ctx, name: string): void =>
  void ctx.expect({ form: 'gopy noitiep', answers: { comment: name }, asking: 'text', minutes: joinMinutes })

/** Files of the actor that wait for him to say which draft they are for. */
export async function unplacedFiles(ctx: Ctx): Promise<KeptFile[]> {
  const lately = await ctx.find('files', { lane: ctx.lane, at: { gte: ctx.at - placing } }, { limit: 1000 })
  return lately.filter(({ from, purpose }) => from === ctx.actor!._id && purpose.startsWith(`${fileLine} ~`))
}

/** The tag that files not placed yet came under. */
export const tagOf = (files: readonly KeptFile[]): string | null => files[0]?.purpose.split(' ').at(-1) ?? null
