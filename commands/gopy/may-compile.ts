import { hasRight } from '../../src/domain/people/rights.js'
import { isAuthor } from '../../src/domain/topic/draft-tally.js'
import type { Topic } from '../../src/domain/topic/topic.js'
import type { Ctx } from '../../src/engine/command.js'
import { Refusal } from '../../src/errors.js'

/** What everybody has said is for the committee and for whoever wrote the draft. */
export function mayCompile(ctx: Ctx, topic: Topic): void {
  if (!hasRight(ctx.actor!, 'committee') && !isAuthor(topic, ctx.actor!)) throw new Refusal('engine-no-right')
}
