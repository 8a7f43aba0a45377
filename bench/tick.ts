import { performance } from 'node:perf_hooks'
import { day } from '../src/domain/calendar/local-time.js'
import type { Dialogue } from '../src/domain/people/contact.js'
import type { Store } from '../src/store/store.js'
import { engineOn } from './engine-on.js'
import { median } from './figures.js'
import { progress } from './progress.js'

const DUE = 10
const ROUNDS = 7
const PAGE = 1000

/** The tick beside `pending` documents whose time has not come, with ten whose time has: median of seven. */
export async function tickBeside(store: Store, pending: number): Promise<{ ms: number; inserted: number }> {
  const { clock, house } = engineOn(store)
  for (let from = 0; from < pending; from += PAGE) {
    const later = clock.now() + 30 * day + from
    await store.insert(
      'dialogues',
      Array.from({ length: PAGE }, (_, n) => dialogue(`pending:${from + n}`, later + n)),
    )
    if (from % 20_000 === 0) progress(`  ${from} of ${pending} documents`)
  }
  await house.planner.tick()
  const took: number[] = []
  let inserted = 0
  for (let round = 0; round < ROUNDS; round++) {
    const due = Array.from({ length: DUE }, (_, n) => dialogue(`due:${round}:${n}`, clock.now() - 1000))
    await store.insert('dialogues', due)
    const began = performance.now()
    inserted = await house.planner.tick()
    took.push(performance.now() - began)
    if (inserted !== DUE) throw new Error(`the tick inserted ${inserted} entries instead of ${DUE}`)
    // What the decision of each would save: the next round has ten again.
    for (const { _id } of due) await store.update('dialogues', _id, {}, { nextAt: null })
  }
  return { ms: median(took), inserted }
}

/** Something small that comes to an end by itself. */
const dialogue = (_id: string, nextAt: number): Dialogue => ({
  _id,
  lane: 'branch:bench',
  version: 1,
  by: 'bench',
  gone: false,
  branch: 'bench',
  account: 'web:m1',
  form: 'lichhop tao',
  answers: { date: '03/02/2027' },
  asking: 'time',
  soft: false,
  tag: 'abcdefgh',
  nextAt,
})
