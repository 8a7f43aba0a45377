import { nudgeTimes, topicNextAt, type NudgeStep } from '../../domain/topic/draft-window.js'
import type { Topic } from '../../domain/topic/topic.js'
import type { Ctx, Duty } from '../../engine/command.js'
import { showProgress, tallyOf } from './draft-progress.js'
import { tellSummary } from './draft-summary.js'
import { topicName } from './draft-words.js'
import { draftTimes } from './drafts.js'
import { nudgeSilent } from './nudge-silent.js'
import { secretaryOf } from '../secretary.js'

/** A draft that is out: the silent are nudged, and at the deadline it is closed. */
export const topicDuty: Duty<'topics'> = {
  collection: 'topics',
  async run(ctx, topic) {
    const { state, openedAt, deadline } = topic
    if (state !== 'open' || openedAt === null || deadline === null) {
      ctx.save('topics', { ...topic, nextAt: null })
    } else if (ctx.at >= deadline) {
      await close(ctx, topic)
    } else {
      const times = nudgeTimes({ openedAt, deadline }, draftTimes(ctx))
      // After a stop both may be due: then one message is enough.
      const due = times.filter(({ step, at }) => at <= ctx.now && !topic.nudged.includes(step)).map(({ step }) => step)
      await nudge(ctx, topic, due)
    }
  },
  nextAt: (ctx, topic) => Promise.resolve(topicNextAt(topic, draftTimes(ctx))),
}

async function nudge(ctx: Ctx, topic: Topic, due: NudgeStep[]): Promise<void> {
  const tally = await tallyOf(ctx, topic)
  const wanted = due.length > 0 && tally.awaited.length > 0
  let progressRows = topic.progressRows
  if (wanted && ctx.now >= topic.deadline!) {
    ctx.say(await secretaryOf(ctx), (t) => ({ text: t('gopy-nudge-missed', { topic: topicName(t, topic) }) }), {
      class: 'committee',
    })
  } else if (wanted) {
    await nudgeSilent(ctx, topic, tally.awaited)
    progressRows = showProgress(ctx, topic, tally, true)
  }
  const nudged = [...topic.nudged, ...due]
  ctx.save('topics', { ...topic, progressRows, nudged, nextAt: topicNextAt({ ...topic, nudged }, draftTimes(ctx)) })
}

async function close(ctx: Ctx, topic: Topic): Promise<void> {
  const closed: Topic = { ...topic, state: 'closed', nextAt: null }
  const tally = await tallyOf(ctx, closed)
  ctx.save('topics', { ...closed, progressRows: showProgress(ctx, closed, tally, true) })
  await tellSummary(ctx, closed, tally)
}
