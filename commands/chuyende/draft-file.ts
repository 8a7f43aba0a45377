import type { Topic } from '../../src/domain/topic/topic.js'
import { splitTopicKey } from '../../src/domain/topic/topic-key.js'
import { keptFile } from '../../src/duties/files/attachment.js'
import type { Ctx, Sent, Taken } from '../../src/engine/command.js'
import { Refusal } from '../../src/errors.js'
import { ownTopic } from './which-topic.js'

/** A file in the place of a draft's text, or with it: what is typed beside it goes with it. */
export async function takeDraftFile(ctx: Ctx, { typed, given }: Sent): Promise<Taken> {
  const { key, rest } = given['topic'] === undefined ? splitTopicKey(typed) : { key: given['topic'], rest: typed }
  if (key === null) return { purpose: 'chuyende tep', caption: rest }
  const reading = await ownTopic.read(ctx, key, {})
  if ('again' in reading) throw new Refusal(reading.again, reading.args)
  return { purpose: `chuyende tep ${reading.value}`, caption: rest }
}

/** The draft's file becomes another, or none. Members may still be reading the one that went out: it stays. */
export async function replaceFile(ctx: Ctx, topic: Topic, file: string | null): Promise<Topic> {
  const before = topic.file === topic.sentFile ? null : await keptFile(ctx, topic.file)
  if (before && before._id !== file) ctx.save('files', { ...before, gone: true })
  return { ...topic, file }
}
