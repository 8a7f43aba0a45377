import { hasChannel, type Member } from '../../domain/people/member.js'
import { shortName } from '../../domain/people/names.js'
import type { Topic } from '../../domain/topic/topic.js'
import type { Ctx } from '../../engine/command.js'
import type { T } from '../../words.js'
import { aboutDraft, draftArgs, draftChoices, namesIn, topicName } from './draft-words.js'
import { recorderOf } from '../recorder.js'

/** Beyond this a message says that it comes late. */
const LATE_MS = 30 * 60_000

/** One a member and edition: a comment that comes in first calls it off. */
export const nudgeKey = (topic: Topic, member: Pick<Member, '_id'>): string =>
  `nudge:${topic._id}:${topic.edition}:${member._id}`

/**
 * Asks each of them, privately. Whoever has no channel cannot be asked that way: the first time, the one who
 * keeps the papers gets their names, to collect what they say by phone.
 */
export async function nudgeSilent(ctx: Ctx, topic: Topic, silent: readonly Member[]): Promise<void> {
  const all = await ctx.members()
  for (const member of silent.filter(hasChannel)) {
    ctx.say(
      member,
      (t) => ({
        text: [
          ...(ctx.now - ctx.at > LATE_MS ? [t('gopy-nudge-late')] : []),
          nudgeText(ctx, t, topic, shortName(member, all)),
        ].join('\n'),
        choices: [...draftChoices(t, topic), { label: t('gopy-button-later'), does: `gopy sau ${topic.key}` }],
      }),
      {
        about: aboutDraft(topic),
        key: nudgeKey(topic, member),
        usefulUntil: topic.deadline!,
        class: 'person',
        concerns: [member._id],
      },
    )
  }
  if (topic.nudged.length === 0)
    await listPhoneEntries(
      ctx,
      topic,
      silent.filter((member) => !hasChannel(member)),
    )
}

/** `name`: how whoever reads it is called. */
export const nudgeText = (ctx: Ctx, t: T, topic: Topic, name: string): string =>
  t('gopy-nudge', { ...draftArgs(t, topic, ctx.now), name })

async function listPhoneEntries(ctx: Ctx, topic: Topic, members: Member[]): Promise<void> {
  const all = await ctx.members()
  const recorder = await recorderOf(ctx)
  if (members.length === 0 || !recorder) return
  ctx.say(
    recorder,
    (t) => ({
      title: t('gopy-phone-title', { topic: topicName(t, topic) }),
      text: t('gopy-phone', { ...draftArgs(t, topic, ctx.now), names: namesIn(members, all) }),
      choices: members.slice(0, 3).map((member) => ({
        label: t('gopy-button-enter', { name: shortName(member, all) }),
        does: `gopy ho ${topic.key} ${member.key}`,
      })),
    }),
    { usefulUntil: topic.deadline!, class: 'committee', concerns: [recorder._id] },
  )
}
