import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { setImmediate as turn } from 'node:timers/promises'
import type { Channel, Platform } from '../../src/chat.js'
import type { Courier } from '../../src/delivery/courier.js'
import { RetryLater, StoreUnavailable, Undeliverable } from '../../src/errors.js'
import { cancelWrites } from '../../src/store/deliveries.js'
import { finalStates, type Delivery } from '../../src/store/delivery.js'
import type { Store } from '../../src/store/store.js'
import {
  entriesOf,
  losesAnswer,
  openStage,
  refuses,
  SECOND,
  telegram,
  web,
  works,
  zalo,
  type Act,
  type Stage,
} from './stage.js'

const RUNS = Number(process.env['SCHEDULES'] ?? 60)

const points = ['claim:before', 'claim:after', 'send:before', 'send:after', 'sent:after'] as const
const people = [[telegram('p0'), zalo('p0')], [telegram('p1')], [web('p2'), telegram('p2')], [web('p3')]]

type Move =
  | { do: 'say'; to: number; queue: 'answer' | 'bulk'; parts: number; key: number; repeat: 'never' | 'harmless' }
  | { do: 'call off'; key: number; apart: boolean }
  | { do: 'pump' }
  | { do: 'wait'; ms: number }
  /** The process dies at the nth passing of a point; another takes over. */
  | { do: 'die'; point: (typeof points)[number]; nth: number }

const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('say' as const),
      to: fc.nat(people.length - 1),
      queue: fc.constantFrom('answer' as const, 'bulk' as const),
      parts: fc.integer({ min: 1, max: 3 }),
      key: fc.nat(3),
      repeat: fc.constantFrom('never' as const, 'never' as const, 'harmless' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('call off' as const), key: fc.nat(3), apart: fc.boolean() }) },
  { weight: 4, arbitrary: fc.constant({ do: 'pump' as const }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 3000 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('die' as const),
      point: fc.constantFrom(...points),
      nth: fc.integer({ min: 1, max: 3 }),
    }),
  },
)

const deed: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.constant(works) },
  { weight: 2, arbitrary: fc.integer({ min: 100, max: 4000 }).map((ms) => refuses(new RetryLater(ms))) },
  { weight: 1, arbitrary: fc.constant(refuses(new RetryLater(2000, true))) },
  { weight: 2, arbitrary: fc.constant(refuses(new Undeliverable('refused'))) },
  { weight: 1, arbitrary: fc.constant(losesAnswer()) },
  { weight: 1, arbitrary: fc.constant(refuses(new Error('reset'))) },
)
const act = fc.tuple(deed, fc.nat(12)).map(([act, turns]): Act => ({ ...act, turns }))

/** How a call to the store goes: after some turns of the loop; without an answer, done or not. */
const weather = fc.oneof(
  { weight: 30, arbitrary: fc.nat(2) },
  { weight: 1, arbitrary: fc.constantFrom('not done' as const, 'done' as const) },
)

/** A process: all it does ends for ever at the moment of its death. */
function createLife(stage: Stage, weather: () => number | 'not done' | 'done'): Life {
  let dead = false
  let deathAt: { point: string; left: number } | null = null
  const forever = new Promise<never>(() => undefined)
  type Work = (...args: never[]) => Promise<unknown>
  const mortal = <W extends Work>(work: W): W =>
    (async (...args: never[]) => {
      if (dead) return forever
      const done = await work(...args)
      return dead ? forever : done
    }) as W
  const stored = <W extends Work>(work: W): W =>
    mortal((async (...args: never[]) => {
      const how = weather()
      if (how === 'not done') throw new StoreUnavailable()
      for (let left = how === 'done' ? 1 : how; left > 0; left--) await turn()
      if (dead) return forever
      const done = await work(...args)
      if (how === 'done') throw new StoreUnavailable()
      return done
    }) as W)
  const { store } = stage
  const view: Store = {
    ...store,
    get: stored(store.get.bind(store)),
    find: stored(store.find.bind(store)),
    count: stored(store.count.bind(store)),
    insert: stored(store.insert.bind(store)),
    update: stored(store.update.bind(store)),
    batch: stored(store.batch.bind(store)),
  }
  const platforms = new Map<Channel, Platform>()
  for (const [name, platform] of stage.platforms) {
    const start = mortal(platform.start.bind(platform))
    platforms.set(name, { ...platform, start, send: mortal(platform.send.bind(platform)) })
  }
  const failpoint = (name: string): void => {
    if (deathAt?.point === name && --deathAt.left === 0) dead = true
  }
  return {
    courier: stage.newLife({ store: view, platforms, failpoint, sendMs: 300, left: () => (dead ? 0 : 15_000) }),
    dieAt: (point, nth) => (deathAt = { point, left: nth }),
    die: () => (dead = true),
  }
}

interface Life {
  courier: Courier
  dieAt(point: string, nth: number): void
  die(): void
}

const pause = async (): Promise<void> => {
  for (let n = 0; n < 5; n++) await turn()
}

async function play(moves: Move[], acts: Act[], sky: (number | 'not done' | 'done')[]): Promise<void> {
  const stage = await openStage({ telegram: {}, 'zalo-bot': {}, web: { repeat: true } })
  for (const [n, addresses] of people.entries()) await stage.member(`p${n}`, ...addresses)
  const script = [...acts]
  for (const platform of stage.platforms.values()) platform.usual = () => script.shift() ?? works
  /** Calls a row may still see at most, once it was called off: as many as it had claims then. */
  const most = new Map<string, number>()
  let storeCalls = 0
  const weather = () => sky[storeCalls++ % (sky.length * 5)] ?? 0
  let life = createLife(stage, weather)
  const calls = () => [...stage.platforms.values()].flatMap((platform) => platform.calls)

  async function callOff(key: string, apart: boolean): Promise<void> {
    const writes = await cancelWrites(stage.store, key, Number.MAX_SAFE_INTEGER)
    for (const write of writes) {
      await stage.store.batch([write])
      if (apart) await turn()
    }
    for (const row of await stage.store.find('deliveries', { key }))
      if (!most.has(row._id)) most.set(row._id, row.attempt)
  }

  for (const one of moves) {
    if (one.do === 'say') {
      const text = Array.from({ length: one.parts }, (_, part) => `part ${part}`).join(' / ')
      const { queue, repeat } = one
      await stage.say({
        addresses: people[one.to]!,
        recipient: `tb:p${one.to}`,
        queue,
        repeat,
        key: `k${one.key}`,
        message: { text },
      })
    } else if (one.do === 'call off') await callOff(`k${one.key}`, one.apart)
    else if (one.do === 'wait') stage.time.pass(one.ms)
    else if (one.do === 'pump') void life.courier.pump()
    else {
      life.dieAt(one.point, one.nth)
      void life.courier.pump()
      await pause()
      await pause()
      life.die()
      life = createLife(stage, weather)
    }
    await pause()
  }

  script.length = 0
  sky.length = 0
  for (let seconds = 0; seconds < 600 && !(await life.courier.idle()); seconds++) {
    await stage.settle(life.courier)
    stage.time.pass(SECOND)
  }
  await life.courier.stop()
  await check(stage, most, calls())
  await stage.store.close()
}

async function check(stage: Stage, most: Map<string, number>, calls: { id: string }[]): Promise<void> {
  const rows = await stage.store.find('deliveries', { lane: 'branch:tb' }, { sort: { field: 'order' } })
  const ledger = [...stage.platforms.values()].flatMap((platform) => platform.ledger)
  const of = (row: Delivery) => ledger.filter((shown) => shown.id.startsWith(`${row._id}:`))

  for (const row of rows) {
    const shown = of(row)
    expect({ row: row._id, final: finalStates.includes(row.state) }).toEqual({ row: row._id, final: true })
    expect(new Set(shown.map(({ chat }) => chat)).size).toBeLessThanOrEqual(1)
    if (row.repeat === 'never') expect(new Set(shown.map(({ id }) => id)).size).toBe(shown.length)
    if (row.state === 'sent')
      expect(new Set(shown.map(({ id }) => id)).size).toBe(row.message!.text.split(' / ').length)
    if (row.state === 'undeliverable') expect(shown).toEqual([])
    const limit = most.get(row._id)
    if (limit !== undefined)
      expect(calls.filter(({ id }) => id.startsWith(`${row._id}:`)).length).toBeLessThanOrEqual(limit)
  }
  for (const first of people.map((addresses) => addresses[0]!)) {
    for (const queue of ['answer', 'bulk'] as const) {
      const line = rows.filter((row) => row.queue === queue && row.turn === 0 && row.addresses[0]!.id === first.id)
      const begun = line.filter((row) => of(row).length > 0)
      const appeared = [...begun].sort((a, b) => ledger.indexOf(of(a)[0]!) - ledger.indexOf(of(b)[0]!))
      expect(appeared.map((row) => row._id)).toEqual(begun.map((row) => row._id))
    }
  }
  const told = (await entriesOf(stage.store)).flatMap((entry) =>
    entry.payload?.kind === 'outcome' ? entry.payload.rows : [],
  )
  const telling = rows.filter((row) => ['undeliverable', 'unknown', 'partial', 'expired'].includes(row.state))
  expect(told.sort()).toEqual(telling.map((row) => row._id).sort())
}

/** Of one line: passed over while its first row was on its way, the second was once overtaken by the third. */
const three = ((): Move[] => {
  const say: Move = { do: 'say', to: 2, queue: 'answer', parts: 1, key: 0, repeat: 'never' }
  const other: Move = { ...say, to: 0 }
  return [
    { ...say, parts: 3 },
    say,
    { ...other, parts: 2 },
    say,
    { do: 'pump' },
    { do: 'wait', ms: 1 },
    other,
    { do: 'wait', ms: 1 },
  ]
})()

test('whatever happens in whatever order, nothing is shown twice, out of order, after it was called off, or for ever in between', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(move, { minLength: 5, maxLength: 40 }),
      fc.array(act, { maxLength: 60 }),
      fc.array(weather, { maxLength: 100 }),
      play,
    ),
    { numRuns: RUNS, examples: [[three, [], []]] },
  )
}, 600_000)
