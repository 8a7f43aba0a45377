import { performance } from 'node:perf_hooks'
import { setImmediate as turn } from 'node:timers/promises'
import { pino } from 'pino'
import { assemble, type House } from '../src/assemble.js'
import type { Channel, Platform } from '../src/chat.js'
import { createClock, type Clock } from '../src/clock.js'
import { createCourier, type Courier } from '../src/delivery/courier.js'
import { instant } from '../src/domain/calendar/local-time.js'
import { readRoster } from '../src/duties/branch/read-roster.js'
import { noFailpoint } from '../src/failpoint.js'
import { createWebChat } from '../src/platforms/web-chat.js'
import type { Call } from '../src/domain/people/contact.js'
import type { Dialogue } from '../src/domain/people/contact.js'
import type { Store } from '../src/store/store.js'
import { createWall } from '../src/store/wall.js'
import { createWords } from '../src/words.js'

const words = createWords(new URL('../locales/', import.meta.url))
const log = pino({ level: 'error' })
const DUE = 10

interface Engine {
  clock: Clock
  house: House
  courier: Courier
}

function engineOn(store: Store): Engine {
  const clock = createClock()
  const house = assemble({ store, clock, words, log, failpoint: noFailpoint, nudge: () => undefined })
  const web = createWebChat({ wall: createWall(store, clock, house.order), log })
  const platforms = new Map<Channel, Platform>([['web', web]])
  const { journal, life } = house
  const courier = createCourier({
    store,
    clock,
    log,
    journal,
    platforms,
    life,
    left: () => Infinity,
    failpoint: noFailpoint,
  })
  return { clock, house, courier }
}

const owned = (_id: string): Omit<Call, 'branch' | 'subject' | 'member' | 'toldBy' | 'at'> => ({
  _id,
  lane: 'branch:b',
  version: 1,
  by: 'bench',
  gone: false,
})

const dialogue = (_id: string, nextAt: number): Dialogue => ({
  ...owned(_id),
  branch: 'b',
  account: 'web:a',
  form: 'lichhop',
  answers: {},
  asking: '',
  soft: true,
  tag: 't',
  nextAt,
})

/** The tick beside `pending` documents whose time has not come, with ten whose time has; median of five, in ms. */
export async function tickBeside(store: Store, pending: number, progress: (text: string) => void): Promise<number> {
  const { clock, house } = engineOn(store)
  const later = clock.now() + 30 * 24 * 3600_000
  for (let from = 0; from < pending; from += 1000) {
    await store.insert(
      'dialogues',
      Array.from({ length: 1000 }, (_, n) => dialogue(`pending:${from + n}`, later + n)),
    )
    if (from % 20_000 === 0) progress(`${from} of ${pending} pending documents`)
  }
  const took: number[] = []
  for (let round = 0; round < 5; round++) {
    await store.insert(
      'dialogues',
      Array.from({ length: DUE }, (_, n) => dialogue(`due:${round}:${n}`, clock.now() - 1000)),
    )
    const began = performance.now()
    const added = await house.planner.tick()
    took.push(performance.now() - began)
    if (added !== DUE) throw new Error(`the tick inserted ${added} entries instead of ${DUE}`)
  }
  return took.sort((a, b) => a - b)[2]!
}

/** A notice to 900 members and the group, from the decision until the last is on the wall. */
export async function notice(store: Store, members: number): Promise<{ ms: number; sent: number }> {
  const { clock, house, courier } = engineOn(store)
  clock.setOffset(instant('2027-01-30', '08:00') - clock.real())
  const quiet = async (): Promise<void> => {
    while ((await house.rounds.round()) || (await courier.pump()) || !(await courier.idle())) await turn()
  }
  const reading = readRoster({
    branch: 'B',
    name: 'Chi bộ',
    meeting: { rule: { day: 3 }, time: '14:00', place: 'Hội trường' },
    chats: [{ channel: 'web', id: 'group' }],
    members: Array.from({ length: members }, (_, n) => ({
      id: `m${n}`,
      name: `Nguyễn Văn A${n}`,
      roles: n === 0 ? ['bi_thu'] : [],
      accounts: [{ channel: 'web', id: `m${n}`, agreed: true }],
    })),
  })
  if ('problems' in reading) throw new Error(reading.problems.join('; '))
  await house.journal.accept([
    { _id: 'cli:bench', lane: 'branch:B', at: clock.now(), payload: { kind: 'import', roster: reading.roster } },
  ])
  await quiet()
  const from = { channel: 'web' as const, id: 'm0' }
  const said = (id: string, text: string): Promise<void> =>
    house.accept({ id, at: clock.now(), from, name: 'a', chat: from, group: false, kind: 'text', text, messageId: id })
  await said('web:1', '/lichhop tao 01/02/2027 14h00 Hội trường')
  await quiet()
  const before = await store.count('deliveries', { state: 'sent' })
  const began = performance.now()
  await said('web:2', 'Gửi')
  await quiet()
  const ms = performance.now() - began
  return { ms, sent: (await store.count('deliveries', { state: 'sent' })) - before }
}
