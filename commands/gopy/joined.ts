import type { KeptFile } from '../../src/domain/files/kept-file.js'
import type { Comment, Topic } from '../../src/domain/topic/topic.js'
import { day } from '../../src/domain/calendar/local-time.js'
import { topicByKey } from '../../src/duties/topics/drafts.js'
import type { Ctx } from '../../src/engine/command.js'

/** So long what a member sends next in private joins the same comment. */
const joinMinutes = 3
/** A file whose draft its sender has not said yet goes with what he says so long. */
const placing = day
/** Line a file of a comment is fetched for; the name of the comment follows. */
export const fileLine = 'gopy teptoi'

/**
 * The comment that files and texts sent together make, by its name: `cd1:4` is there, `cd1:~tag` is made by whatever of it
 * comes first, and `~tag` when its draft is known.
 */
export async function joined(ctx: Ctx, name: string): Promise<{ topic: Topic | null; comment: Comment | null }> {
  const [, key, number] = /^(?:(cd\d+):)?(?:(\d+)|~\w+)$/u.exec(name) ?? []
  const own = await ctx.find('comments', { lane: ctx.lane, member: ctx.actor!._id }, { limit: 10_000 })
  const numbered = number === undefined ? null : `${ctx.branch._id}:${key!}:${number}`
  const comment =
    own.sort((a, b) => a.number - b.number).findLast((one) => one.tag === name || one._id === numbered) ?? null
  if (comment) return { topic: await ctx.get('topics', comment.topic), comment: comment.withdrawn ? null : comment }
  return { topic: key === undefined ? null : await topicByKey(ctx, key), comment: null }
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
