import { createOrder, type Clock } from '../../clock.js'
import type { Entry, Lane, Save } from '../../store/entry.js'
import { createJournal } from '../../store/journal.js'
import type { DocumentName, Store } from '../../store/store.js'
import type { T } from '../../words.js'
import { exitCodes } from '../exit-codes.js'
import type { Terminal } from '../terminal.js'

interface Resume {
  store: Store
  clock: Clock
  terminal: Terminal
  lane: string
  yes: boolean
}

/** Shows why a lane stands still; on a yes its entry is decided anew as a post, and the lane runs. */
export async function resumeLane({ store, clock, terminal, lane: id, yes }: Resume): Promise<number> {
  const { t } = terminal
  const refuse = (why: string): number => {
    terminal.complain(t(`cli-resume-${why}`, { lane: id }))
    return exitCodes.failed
  }
  const lane = await store.get('lanes', id)
  if (!lane) return refuse('unknown')
  if (lane.stopped === null) return refuse('runs')
  const entry = lane.current === null ? null : await store.get('journal', lane.current)
  if (!entry?.payload) return refuse('no-payload')

  terminal.print(t('cli-resume-stopped', { lane: id, entry: entry._id, why: lane.stopped }))
  for (const save of entry.decision?.saves ?? []) terminal.print(`  ${await mismatch(store, entry, save, t)}`)
  const agreed = yes || (await terminal.confirm(t('cli-resume-sure')))
  if (agreed === null) return refuse('ask')
  if (!agreed) return refuse('left')
  if (!(await decideAnew(store, clock, lane, entry))) return refuse('changed')
  terminal.print(t('cli-resume-done', { lane: id, again: `${entry._id}:again` }))
  return exitCodes.ok
}

async function mismatch(store: Store, entry: Entry, { collection, doc }: Save, t: T): Promise<string> {
  const stored = await store.get(collection as DocumentName, doc._id)
  const args = {
    document: `${collection}/${doc._id}`,
    wanted: String(doc.version),
    stored: String(stored?.version ?? 0),
    by: stored?.by ?? '–',
  }
  const saved = stored?.by === entry._id && stored.version === doc.version
  const fits = (stored?.version ?? 0) === doc.version - 1
  return t(`cli-resume-${saved ? 'saved' : fits ? 'unsaved' : 'mismatch'}`, args)
}

/** The post first: whatever is interrupted after it can be repeated. */
async function decideAnew(store: Store, clock: Clock, lane: Lane, entry: Entry): Promise<boolean> {
  const { at, payload, decision } = entry
  const journal = createJournal(store, clock, createOrder(clock))
  await journal.accept([{ _id: `${entry._id}:again`, lane: lane._id, at, payload }])
  await store.update('journal', entry._id, { open: [1, 2] }, { open: 0, doneAt: clock.real(), failed: true })
  const free = { current: null, life: null, since: null, tries: 0, stopped: null }
  const passed = { seq: lane.seq + 1, lastOrder: Math.max(lane.lastOrder, decision?.order ?? 0) }
  return store.update(
    'lanes',
    lane._id,
    { current: entry._id, seq: lane.seq, stopped: lane.stopped },
    { ...free, ...passed },
  )
}
