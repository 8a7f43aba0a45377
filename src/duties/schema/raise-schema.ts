import type { Clock } from '../../clock.js'
import { SCHEMA, type Journal } from '../../store/journal.js'
import type { Post } from '../../store/entry.js'
import type { Store } from '../../store/store.js'
import { steps } from './steps.js'

const PAGE = 500

/**
 * A store of an earlier schema: every lane gets the steps it lacks, before anything else that waits there, and the store
 * bears the new number. For whoever owns the store; broken off anywhere, it is done again.
 */
export async function raiseSchema(given: { store: Store; journal: Journal; clock: Clock }): Promise<void> {
  const { store, journal, clock } = given
  const machine = await store.get('machines', 'schema')
  const stored = Number(machine?.value['number'] ?? SCHEMA)
  if (!machine || stored >= SCHEMA) return
  for (const [number, { lanes }] of steps) {
    if (number <= stored) continue
    for await (const lane of lanesFrom(store, lanes)) await journal.accept([await stepOf(store, clock, number, lane)])
  }
  const { version } = machine
  await store.update('machines', 'schema', { version }, { version: version + 1, value: { number: SCHEMA } })
}

async function* lanesFrom(store: Store, prefix: string): AsyncGenerator<string> {
  for (let after = prefix; ;) {
    const page = await store.find('lanes', { _id: { gt: after } }, { sort: { field: '_id' }, limit: PAGE })
    for (const { _id } of page) if (_id.startsWith(prefix)) yield _id
    const last = page.at(-1)?._id
    if (last === undefined || page.length < PAGE || !last.startsWith(prefix)) return
    after = last
  }
}

async function stepOf(store: Store, clock: Clock, number: number, lane: string): Promise<Post> {
  const [first] = await store.find('journal', { open: 1, lane }, { sort: { field: 'at' }, limit: 1 })
  // Before what waits; one step after another.
  const before = first?.payload?.kind === 'step' ? 0 : 1000
  const at = Math.min(clock.now(), first ? first.at - before : Infinity)
  return { _id: `step:${number}:${lane}`, lane, at, payload: { kind: 'step', number } }
}
