import { findByName } from '../../src/domain/people/names.js'
import { splitName } from '../../src/domain/people/split-name.js'
import { longestComment } from '../../src/domain/topic/comment-text.js'
import { splitTopicKey } from '../../src/domain/topic/topic-key.js'
import type { Ctx, Sent, Taken } from '../../src/engine/command.js'
import { Refusal } from '../../src/errors.js'
import { limit } from './comment-questions.js'
import { fileLine, join, nameFor } from './joined.js'
import { openTopic } from './which-topic.js'

/**
 * A picture or a recording in the place of words, or with them. What is sent together has one name before anything of it
 * has come, so that it makes one comment in whatever order it comes.
 */
export async function takeFile(ctx: Ctx, { typed, given, album }: Sent): Promise<Taken> {
  const { key, rest } = given['topic'] === undefined ? splitTopicKey(typed) : { key: given['topic'], rest: typed }
  if (rest.length > longestComment) throw new Refusal('gopy-too-long', { limit })
  const topic = key === null ? await openTopic.given!(ctx, {}) : await sentTopicKey(ctx, key)
  const tag = album?.replace(/\W/gu, '') || ctx.key()
  const name = topic === null ? `~${tag}` : `${topic}:~${tag}`
  // A question that holds words of his stays open: they are not in any comment yet.
  const holdsWords = Boolean(given['typed'] || given['text'])
  if (!ctx.source!.group && !holdsWords) join(ctx, name)
  return { purpose: `${fileLine} ${name}`, caption: rest }
}

/** What a member has written on paper or said aloud, photographed or recorded by whoever enters it for him. */
export async function takeFileFor(ctx: Ctx, { typed, given, album }: Sent): Promise<Taken> {
  const { key, rest: behindKey } =
    given['topic'] === undefined ? splitTopicKey(typed) : { key: given['topic'], rest: typed }
  const members = await ctx.members()
  const named =
    given['member'] === undefined ? splitName(members, behindKey) : { name: given['member'], rest: behindKey }
  const found = findByName(members, named.name)
  if (!('member' in found)) throw new Refusal('gopy-file-for-whom')
  if (named.rest.length > longestComment) throw new Refusal('gopy-too-long', { limit })
  const topic = key === null ? await openTopic.given!(ctx, {}) : await sentTopicKey(ctx, key)
  if (topic === null) throw new Refusal('gopy-file-for-which')
  const name = nameFor(topic, found.member, album?.replace(/\W/gu, '') || ctx.key())
  if (!ctx.source!.group && !given['typed'] && !given['text']) join(ctx, name)
  return { purpose: `${fileLine} ${name}`, caption: named.rest }
}

/** Joins the comment the window is open for; a caption that names a draft is for that one. */
export function takeNextFile(ctx: Ctx, sent: Sent): Taken | Promise<Taken> {
  if (splitTopicKey(sent.typed).key !== null) return takeFile(ctx, { ...sent, given: {} })
  const name = sent.given['comment']!
  join(ctx, name)
  return { purpose: `${fileLine} ${name}`, caption: sent.typed }
}

async function sentTopicKey(ctx: Ctx, key: string): Promise<string> {
  const reading = await openTopic.read(ctx, key, {})
  if ('again' in reading) throw new Refusal(reading.again, reading.args)
  return reading.value
}
