import { createOrder, type Clock } from '../../clock.js'
import { branchLane } from '../../domain/record.js'
import type { Roster } from '../../domain/people/roster.js'
import { importBranch } from '../../duties/branch/import-branch.js'
import { createCtx } from '../../engine/ctx.js'
import type { Decision } from '../../store/entry.js'
import { createJournal } from '../../store/journal.js'
import type { Store } from '../../store/store.js'
import type { Words } from '../../words.js'

/** What importing would decide now. Deciding only reads, so nothing is written. */
export async function rehearseImport(
  around: { store: Store; clock: Clock; words: Words },
  roster: Roster,
): Promise<Decision> {
  const { store, clock } = around
  const payload = { kind: 'import' as const, roster }
  const journal = createJournal(store, clock, createOrder(clock))
  const entry = journal.entry({ _id: 'cli:rehearsal', lane: branchLane(roster.branch), at: clock.now(), payload })
  const { ctx, buffer } = await createCtx(
    { ...around, inviteLink: () => null, readingLink: () => null, carriesFiles: () => true },
    entry,
    entry.order,
    null,
  )
  await importBranch(ctx, payload)
  return buffer.close({
    order: entry.order,
    at: clock.now(),
    actor: 'cli',
    did: 'import',
    failure: null,
    secret: false,
  })
}
