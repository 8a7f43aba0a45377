import type { Job } from '../../engine/command.js'
import { packHash } from '../../rules/holidays.js'
import { replanMeetings } from '../meetings/plan-months.js'
import { draftTimes, openTopics } from '../topics/drafts.js'
import { topicNextAt } from '../../domain/topic/draft-window.js'

/** The dated packs are not those the branch's dates were computed with: every date still open is computed anew. */
export const rulesChanged: Job<'rules'> = async (ctx) => {
  const rules = packHash()
  if (ctx.branch.rules === rules) return
  ctx.save('branches', { ...ctx.branch, rules })
  await replanMeetings(ctx)
  for (const topic of await openTopics(ctx))
    ctx.save('topics', { ...topic, nextAt: topicNextAt(topic, draftTimes(ctx)) })
}
