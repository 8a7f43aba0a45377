import { mostNudges, topicNextAt, type NudgeStep } from '../../src/domain/topic/draft-window.js'
import { showProgress, tallyOf } from '../../src/duties/topics/draft-progress.js'
import { draftArgs, namesIn } from '../../src/duties/topics/draft-words.js'
import { draftTimes, topicByKey } from '../../src/duties/topics/drafts.js'
import { hasChannel, nudgeSilent } from '../../src/duties/topics/nudge-silent.js'
import { form } from '../../src/engine/command.js'
import { openTopic } from './which-topic.js'

/** Nudges the silent now, in place of the next nudge that would come by itself: nobody is asked more than twice. */
export const nhac = form({
  may: 'secretary',
  where: 'private',
  ask: { topic: openTopic },
  async run(ctx, { topic: key }) {
    const { t } = ctx
    const topic = (await topicByKey(ctx, key))!
    const [tally, all] = [await tallyOf(ctx, topic), await ctx.members()]
    const args = { ...draftArgs(t, topic, ctx.now), names: namesIn(tally.silent, all) }
    const reply = (words: string): void => void ctx.reply({ text: t(words, args) }, { class: 'committee' })
    if (topic.state !== 'open' || ctx.at > topic.deadline!) return reply('gopy-nudge-closed')
    if (tally.silent.length === 0) return reply('gopy-nudge-nobody')
    if (topic.nudged.length >= mostNudges) return reply('gopy-nudge-enough')

    await nudgeSilent(ctx, topic, tally)
    const next: NudgeStep = topic.nudged.includes('half') ? 'late' : 'half'
    const nudged = [...topic.nudged, next]
    const progressRow = showProgress(ctx, topic, tally, true)
    ctx.save('topics', { ...topic, progressRow, nudged, nextAt: topicNextAt({ ...topic, nudged }, draftTimes(ctx)) })
    const [reached, phone] = [tally.silent.filter(hasChannel), tally.silent.filter((member) => !hasChannel(member))]
    const lines = [
      ...(reached.length > 0 ? [t('gopy-nudged', { ...args, names: namesIn(reached, all) })] : []),
      ...(phone.length > 0 ? [t('gopy-nudged-phone', { names: namesIn(phone, all) })] : []),
    ]
    ctx.reply({ text: lines.join('\n') }, { class: 'committee' })
  },
})
