import type { Clock } from '../clock.js'
import { StoreUnavailable } from '../errors.js'
import type { Failpoint } from '../failpoint.js'
import type { Log } from '../log.js'
import { cancelWrites } from '../store/deliveries.js'
import type { Decision, Entry, Lane } from '../store/entry.js'
import type { Journal } from '../store/journal.js'
import type { Collections, CollectionName, Store, Write } from '../store/store.js'

/** Throws of one decide after which the entry is failed. */
const THROWS = 5
/** Process lives that may begin an entry without deciding it: one that kills the process does not loop for ever. */
const LIVES = 20
/** Rows inserted in one write. */
const CHUNK = 500

export interface Decider {
  /** A pure reading of the lane's documents. `order` is the place of its deliveries among all. */
  decide(entry: Entry, order: number): Promise<Decision>
  /** The decision that ends an entry nobody can decide: an apology, or the entry posted anew. */
  fail(entry: Entry, order: number, cause: unknown): Promise<Decision>
}

export interface Lanes {
  /** Finishes what the lane has in hand, or takes and finishes its oldest open entry. False when there was nothing to do. */
  work(lane: string): Promise<boolean>
}

export function createLanes(options: {
  store: Store
  journal: Journal
  clock: Clock
  order: () => number
  /** Tells this process apart from every other, earlier ones on the same host too. */
  life: string
  log: Log
  decider: Decider
  failpoint: Failpoint
  decided?(entry: Entry, decision: Decision, ms: number): void
}): Lanes {
  const { store, journal, clock, order, life, log, decider, failpoint } = options

  async function work(id: string): Promise<boolean> {
    const lane = (await store.get('lanes', id)) ?? (await open(id))
    if (lane.stopped !== null) return false
    const taken = lane.current === null ? await take(lane) : await resume(lane)
    if (taken === null) return false
    if (taken === 'again') return true
    await finish(lane, taken)
    return true
  }

  async function open(id: string): Promise<Lane> {
    const lane: Lane = {
      _id: id,
      current: null,
      life: null,
      tries: 0,
      seq: 0,
      lastOrder: 0,
      stopped: null,
      since: null,
    }
    await store.insert('lanes', [lane])
    return lane
  }

  async function take(lane: Lane): Promise<Entry | null | 'again'> {
    const [entry] = await store.find('journal', { open: 1, lane: lane._id }, { sort: { field: 'at' }, limit: 1 })
    if (!entry) return null
    failpoint('take:before')
    const mine = { current: entry._id, life, tries: 0, since: clock.real() }
    // `seq` too: the entry read above may have been finished by somebody else since.
    if (!(await store.update('lanes', lane._id, { current: null, seq: lane.seq }, mine))) return 'again'
    failpoint('take:after')
    Object.assign(lane, mine)
    return entry
  }

  async function resume(lane: Lane): Promise<Entry | 'again'> {
    const entry = await store.get('journal', lane.current!)
    if (!entry) throw new Error(`lane ${lane._id} holds an entry that is not in the journal`)
    if (entry.decision !== null || entry.open === 0 || lane.life === life) return entry
    const tries = lane.tries + 1
    const begun = { current: entry._id, life: lane.life, tries: lane.tries }
    if (!(await store.update('lanes', lane._id, begun, { life, tries }))) return 'again'
    Object.assign(lane, { life, tries })
    return entry
  }

  async function finish(lane: Lane, taken: Entry): Promise<void> {
    const entry = taken.decision === null ? await commit(lane, taken) : taken
    if (entry.open !== 0) {
      if (!(await apply(lane, entry, entry.decision!))) return
    } else {
      // Applied already, and its decision made slim: only the lane still holds it.
      await store.update('lanes', lane._id, { current: entry._id }, cleared(lane, entry.decision))
    }
    failpoint('apply:after')
  }

  /** Where something becomes true: one write, where no decision stands yet. Returns the entry as it is then. */
  async function commit(lane: Lane, entry: Entry): Promise<Entry> {
    const begun = clock.mono()
    const decision = await decide(lane, entry)
    failpoint('commit:before')
    const gone = decision?.secret === true ? { payload: null, blankedAt: clock.real() } : {}
    const first =
      decision !== null && (await store.update('journal', entry._id, { decision: null }, { decision, ...gone }))
    failpoint('commit:after')
    if (first) {
      options.decided?.(entry, decision, clock.mono() - begun)
      return { ...entry, decision }
    }
    // Somebody was quicker, or our answer was lost: what stands in the store is true, never what we remember.
    const stored = await store.get('journal', entry._id)
    if (!stored?.decision) throw new StoreUnavailable()
    return stored
  }

  /** Null: somebody else has decided meanwhile. */
  async function decide(lane: Lane, entry: Entry): Promise<Decision | null> {
    const place = Math.max(order(), lane.lastOrder + 1)
    if (lane.tries >= LIVES) return decider.fail(entry, place, new Error('begun by too many processes'))
    try {
      failpoint('decide:before')
      const decision = await decider.decide(entry, place)
      failpoint('decide:after')
      return decision
    } catch (error) {
      if (error instanceof StoreUnavailable) throw error
      // A worker that was overtaken reads documents of two times; what it makes of them is nobody's failure.
      const stored = await store.get('journal', entry._id)
      if (stored?.decision) return null
      const thrown = entry.thrown + 1
      log.error({ err: error, entry: entry._id, lane: lane._id, thrown }, 'deciding failed')
      if (thrown >= THROWS) return decider.fail(entry, place, error)
      await store.update('journal', entry._id, { decision: null, thrown: entry.thrown }, { thrown })
      throw error
    }
  }

  async function apply(lane: Lane, entry: Entry, decision: Decision): Promise<boolean> {
    failpoint('apply:before')
    const cancels = await Promise.all(decision.cancels.map((key) => cancelWrites(store, key, decision.order)))
    const steps: [name: string, writes: Write[]][] = [
      ['saves', decision.saves.map(({ collection, doc }) => ({ replace: collection as CollectionName, doc }))],
      [
        'posts',
        inserts(
          'journal',
          decision.posts.map((post) => journal.entry(post)),
        ),
      ],
      ['says', inserts('deliveries', decision.says)],
      ['fetches', inserts('fetches', decision.fetches)],
      ['cancels', cancels.flat()],
      [
        'marks',
        decision.marks.map((mark) => ({
          update: 'deliveries',
          id: mark.delivery,
          expect: { state: mark.from },
          set: { state: mark.to, news: 0 },
        })),
      ],
      [
        'done',
        [
          {
            update: 'journal',
            id: entry._id,
            expect: { open: [1, 2] },
            set: { open: 0, doneAt: clock.real(), failed: decision.failure !== null, decision: slim(decision) },
          },
        ],
      ],
      ['cleared', [{ update: 'lanes', id: lane._id, expect: { current: entry._id }, set: cleared(lane, decision) }]],
    ]
    if (store.kind === 'sqlite') {
      // One transaction: the crash states are the first and the last of those on MongoDB.
      const writes = steps.flatMap(([, step]) => step)
      return settle(lane, (await store.batch(writes)).mismatch, writes)
    }
    for (const [name, writes] of steps) {
      if (!(await settle(lane, (await store.batch(writes)).mismatch, writes))) return false
      failpoint(`apply:${name}`)
    }
    return true
  }

  /** A replace that matches nothing is right only if this entry or a later one wrote it; anything else stops the lane. */
  async function settle(lane: Lane, mismatch: number | null, writes: Write[]): Promise<boolean> {
    if (mismatch === null) return true
    const write = writes[mismatch]!
    const where = 'replace' in write ? `${write.replace}/${write.doc._id}` : 'a write'
    log.error(
      { lane: lane._id, entry: lane.current, where },
      'lane stopped: a document is not the version its decision was made on',
    )
    await store.update(
      'lanes',
      lane._id,
      { current: lane.current },
      { stopped: `${where} is not the version its decision was made on` },
    )
    return false
  }

  return { work }
}

const cleared = (lane: Lane, decision: Decision | null): Partial<Lane> => ({
  current: null,
  life: null,
  since: null,
  tries: 0,
  seq: lane.seq + 1,
  lastOrder: Math.max(lane.lastOrder, decision?.order ?? 0),
})

function inserts<C extends 'journal' | 'deliveries' | 'fetches'>(collection: C, docs: Collections[C][]): Write[] {
  const writes: Write[] = []
  for (let from = 0; from < docs.length; from += CHUNK)
    writes.push({ insert: collection, docs: docs.slice(from, from + CHUNK) })
  return writes
}

/** Once applied a decision keeps ids, kinds, actor and time: the journal is the audit log, not a second copy of the words. */
const slim = (decision: Decision): Decision => ({
  ...decision,
  saves: decision.saves.map(({ collection, doc }) => ({
    collection,
    doc: { _id: doc._id, version: doc.version, by: doc.by },
  })),
  says: decision.says.map((row) => ({ ...row, message: null })),
  fetches: decision.fetches.map((fetch) => ({ ...fetch, ref: null, caption: null })),
  posts: decision.posts.map((post) => ({ ...post, payload: null })),
})
