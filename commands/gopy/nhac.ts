import { hasChannel, type Member } from '../../src/domain/people/member.js'
import { shortName } from '../../src/domain/people/names.js'
import { mostNudges, topicNextAt, type NudgeStep } from '../../src/domain/topic/draft-window.js'
import type { Topic } from '../../src/domain/topic/topic.js'
import { showProgress, tallyOf } from '../../src/duties/topics/draft-progress.js'
import { draftArgs, namesIn, topicName } from '../../src/duties/topics/draft-words.js'
import { draftTimes, topicByKey } from '../../src/duties/topics/drafts.js'
import { nudgeSilent, nudgeText } from '../../src/duties/topics/nudge-silent.js'
import { form, type Ctx } from '../../src/engine/command.js'
import { Refusal } from '../../src/errors.js'
import { openTopic } from './which-topic.js'

/** Nudges the silent now, in place of the next nudge that would come by itself: nobody is asked more than twice. */
export const nhac = form({
  may: 'secretary',
  where: 'private',
  ask: { topic: openTopic },
  async preview(ctx, { topic: key }) {
    const { t } = ctx
    const { topic, awaited } = await askedAgain(ctx, key)
    const all = await ctx.members()
    const [first] = awaited.filter(hasChannel)
    return {
      title: t('gopy-nudge-preview-title', { topic: topicName(t, topic) }),
      text: [
        ...whom(ctx, awaited, all, { reached: 'gopy-nudge-preview', byPhone: 'gopy-nudge-preview-phone' }),
        ...(first ? [`— ${t('gopy-nudge-preview-text')} —\n${nudgeText(ctx, t, topic, shortName(first, all))}`] : []),
        t('gopy-nudge-preview-group'),
      ].join('\n\n'),
    }
  },
  async run(ctx, { topic: key }) {
    // Who has commented since the preview is not asked any more.
    const { topic, awaited } = await askedAgain(ctx, key)
    await nudgeSilent(ctx, topic, awaited)
    const next: NudgeStep = topic.nudged.includes('half') ? 'late' : 'half'
    const nudged = [...topic.nudged, next]
    const progressRows = showProgress(ctx, topic, await tallyOf(ctx, topic), true)
    ctx.save('topics', { ...topic, progressRows, nudged, nextAt: topicNextAt({ ...topic, nudged }, draftTimes(ctx)) })
    const lines = whom(ctx, awaited, await ctx.members(), { reached: 'gopy-nudged', byPhone: 'gopy-nudged-phone' })
    ctx.reply({ text: lines.join('\n') }, { class: 'committee' })
  },
})

/** Whom a nudge goes to: nobody nudges himself. Refused where there is nobody, or it is too late or too often. */
async function askedAgain(ctx: Ctx, key: string): Promise<{ topic: Topic; awaited: Member[] }> {
  const topic = (await topicByKey(ctx, key))!
  const tally = await tallyOf(ctx, topic)
  const awaited = tally.awaited.filter(({ _id }) => _id !== ctx.actor!._id)
  const args = { ...draftArgs(ctx.t, topic, ctx.now), names: namesIn(awaited, await ctx.members()) }
  if (awaited.length === 0) throw new Refusal('gopy-nudge-nobody', args)
  if (topic.state !== 'open' || ctx.at > topic.deadline!) throw new Refusal('gopy-nudge-closed', args)
  if (topic.nudged.length >= mostNudges) throw new Refusal('gopy-nudge-enough', args)
  return { topic, awaited }
}

function whom(
  { t }: Ctx,
  awaited: readonly Member[],
  all: readonly Member[],
  words: { reached: string; byPhone: string },
): string[] {
  const [reached, byPhone] = [awaited.filter(hasChannel), awaited.filter((member) => !hasChannel(member))]
  return [
    ...(reached.length > 0 ? [t(words.reached, { count: String(reached.length), names: namesIn(reached, all) })] : []),
    ...(byPhone.length > 0 ? [t(words.byPhone, { names: namesIn(byPhone, all) })] : []),
  ]
}
