import { day } from '../../src/domain/calendar/local-time.js'
import { shortened } from '../../src/domain/shortened.js'
import { says } from '../../src/domain/says.js'
import { longestComment } from '../../src/domain/topic/comment-text.js'
import { readTopicKey, topicCode } from '../../src/domain/topic/topic-key.js'
import type { Topic } from '../../src/domain/topic/topic.js'
import { allTopics } from '../../src/duties/topics/drafts.js'
import type { Ctx, Option, Question, Reading } from '../../src/engine/command.js'
import { isLikelyComment } from '../../src/duties/topics/likely-comment.js'
import { limit } from './comment-questions.js'
import { Refusal } from '../../src/errors.js'

/** So long after its deadline a draft is still what a member means who names none. */
const lately = 7 * day
const mostChoices = 4
const LONGEST_TITLE = 40

/** The draft a comment is for: the only one that was open when it was said, else the one closed last. */
export const openTopic: Question = {
  words: 'gopy-ask-topic',
  async read(ctx, text, { typed, text: written }) {
    const held = typed || written
    return held ? readWhileHeld(ctx, text, typed ? { typed: held } : { text: held }) : readSent(ctx, text)
  },
  numeric: true,
  refusable: true,
  choices: async (ctx) => options(await candidates(ctx)),
  async given(ctx) {
    const topics = await candidates(ctx)
    return topics.length === 1 ? topics[0]!.key : null
  },
}

/** Any draft that has been sent, the newest first. */
export const sentTopic: Question = {
  words: 'gopy-ask-topic',
  read: readSent,
  numeric: true,
  choices: async (ctx) => options(await sentTopics(ctx)),
  async given(ctx) {
    const [open, sent] = [await candidates(ctx), await sentTopics(ctx)]
    if (sent.length === 1) return sent[0]!.key
    return open.length === 1 ? open[0]!.key : null
  },
}

/** Drafts a word said at `ctx.at` may be about; those still open at that time whatever has become of them since. */
async function candidates(ctx: Ctx): Promise<Topic[]> {
  const sent = await sentTopics(ctx)
  const open = sent.filter(({ deadline }) => ctx.at <= deadline!)
  if (open.length > 0) return open
  const last = sent.filter(({ deadline }) => ctx.at <= deadline! + lately).sort((a, b) => b.deadline! - a.deadline!)
  return last.length > 0 ? last.slice(0, 1) : sent
}

async function sentTopics(ctx: Ctx): Promise<Topic[]> {
  const sent = (await allTopics(ctx)).filter(({ edition, deadline }) => edition > 0 && deadline !== null)
  if (sent.length === 0) throw new Refusal('gopy-nothing-sent')
  return sent.sort((a, b) => b.openedAt! - a.openedAt!)
}

async function readSent(ctx: Ctx, text: string): Promise<Reading> {
  const key = readTopicKey(text)
  const sent = await sentTopics(ctx)
  if (key !== null && sent.some((topic) => topic.key === key)) return { value: key }
  return { again: 'gopy-no-such-topic', args: { codes: sent.map((topic) => topicCode(topic.key)).join(', ') } }
}

/** Words of his wait for their draft: more words join them, and a yes is enough where there is one draft only. */
async function readWhileHeld(ctx: Ctx, text: string, held: { typed: string } | { text: string }): Promise<Reading> {
  const [[name, words]] = Object.entries(held) as [[string, string]]
  if (says(text, yes)) {
    const [topic, another] = await candidates(ctx)
    if (topic && !another) return { value: topic.key }
  }
  if (!isLikelyComment(text)) return readSent(ctx, text)
  const all = `${words}\n${text}`
  if (all.length > longestComment) return { again: 'gopy-too-long', args: { limit } }
  return { again: 'gopy-held-joined', keeps: { [name]: all } }
}

const yes = new Set('co|dong y|ghi|ok|yes|vâng|đúng|dạ'.split('|'))

const options = (topics: Topic[]): Option[] =>
  topics
    .slice(0, mostChoices)
    .map(({ key, title }) => ({ label: `${topicCode(key)} – ${shortened(title, LONGEST_TITLE)}`, value: key }))
