import { isCourtesy } from '../../src/domain/courtesy.js'
import { cleanName } from '../../src/domain/fold.js'
import { hasRight } from '../../src/domain/people/rights.js'
import type { Ctx, Question, SubForm } from '../../src/engine/command.js'

const longestShown = 40
/** What stands behind a command that takes no words but those of its sub-forms. It is never asked for. */
export const behind: Question = {
  words: 'trogiup-title',
  read: (_ctx, text) => ({ value: isCourtesy(text) ? '' : text }),
  given: () => '',
}

/** Sub-forms the reader may use and needs to know of, as they are typed: `lichhop tao`. */
export const shownSubs = (ctx: Ctx, { name, sub }: { name: string; sub: Record<string, SubForm> }): string[] =>
  Object.entries(sub).flatMap(([word, { hidden, may }]) =>
    hidden || !hasRight(ctx.actor!, may) ? [] : [`${name} ${word}`],
  )

/** For `everyday-not-understood`: what was typed, and which commands there are. */
export const notUnderstood = (typed: string, paths: readonly string[]): { typed: string; commands: string } => ({
  typed: cleanName(typed, longestShown),
  commands: paths.map((path) => `/${path}`).join(', '),
})
