import { setImmediate as turn } from 'node:timers/promises'
import { pino } from 'pino'
import { addressKey, type Address, type Channel, type Part, type Platform, type Sent } from '../../src/chat.js'
import { createOrder, type Clock } from '../../src/clock.js'
import { createCourier, type Courier, type CourierOptions } from '../../src/delivery/courier.js'
import { noFailpoint } from '../../src/failpoint.js'
import { newDelivery } from '../../src/store/deliveries.js'
import type { Delivery } from '../../src/store/delivery.js'
import { createJournal } from '../../src/store/journal.js'
import { openSqlite } from '../../src/store/sqlite.js'
import type { Collections, DocumentName, Documents, Store } from '../../src/store/store.js'

export const NINE = Date.UTC(2027, 0, 15, 2)
export const SECOND = 1000
export const MINUTE = 60_000

/** Three clocks that move only when told to. */
interface Time extends Clock {
  pass(ms: number): void
}

function createTime(start = NINE): Time {
  let real = start
  let mono = 1000
  let offset = 0
  return {
    now: () => real + offset,
    real: () => real,
    mono: () => mono,
    offset: () => offset,
    setOffset: (ms) => {
      offset = ms
    },
    pass(ms) {
      real += ms
      mono += ms
    },
  }
}

/** What one call does: shown and answered, or thrown, with the message shown or not. */
export type Act = { shown: boolean; throws?: Error; hangs?: Promise<void>; turns?: number }
export const works: Act = { shown: true }
export const refuses = (error: Error): Act => ({ shown: false, throws: error })
export const losesAnswer = (error = new Error('reset')): Act => ({ shown: true, throws: error })

interface Shown {
  id: string
  /** Address key. */
  chat: string
  text: string
  messageId: string
  edited: boolean
}

/** A chat platform for tests: does as the script says, and keeps its own book of what people saw. */
export interface StagePlatform extends Platform {
  /** In the order in which they appeared; an edit is an entry of its own. */
  ledger: Shown[]
  /** Every call that was made. */
  calls: { id: string; chat: string; text: string; atMono: number }[]
  /** Next acts for a chat, by its address key; without any, everything works. */
  script: Map<string, Act[]>
  /** What every call does that has no act of its own. */
  usual: (chat: string) => Act
  starts: number
  /** Thrown by `start` while it is set. */
  down: Error | null
}

function createStagePlatform(time: Clock, name: Channel, can: Partial<Platform['can']> = {}): StagePlatform {
  const shownIds = new Map<string, string>()
  let messages = 0
  const platform: StagePlatform = {
    name,
    can: { textLimit: 4000, buttons: true, files: false, edit: false, groups: true, repeat: false, ...can },
    ledger: [],
    calls: [],
    script: new Map(),
    usual: () => works,
    starts: 0,
    down: null,
    async start() {
      platform.starts += 1
      await turn()
      if (platform.down !== null) throw platform.down
      return { id: name, name }
    },
    listen: () => Promise.resolve(),
    open: () => {
      throw new Error('nothing is opened here')
    },
    /** `a / b / c` are three parts. */
    parts: (message) => message.text.split(' / ').map((text) => ({ text })),
    async send(id, part, to, signal, replaces) {
      const chat = addressKey(to)
      platform.calls.push({ id, chat, text: part.text, atMono: time.mono() })
      const act = platform.script.get(chat)?.shift() ?? platform.usual(chat)
      const sent = act.shown ? show(id, part, chat, replaces) : null
      await act.hangs
      for (let left = act.turns ?? 0; left > 0; left--) await turn()
      if (act.throws !== undefined) throw act.throws
      signal.throwIfAborted()
      return sent!
    },
  }
  function show(id: string, part: Part, chat: string, replaces?: Sent): Sent {
    const before = platform.can.repeat && !replaces ? shownIds.get(id) : undefined
    if (before !== undefined) return { messageId: before }
    const messageId = replaces?.messageId ?? `${name}-${++messages}`
    shownIds.set(id, messageId)
    platform.ledger.push({ id, chat, text: part.text, messageId, edited: replaces !== undefined })
    return { messageId }
  }
  return platform
}

export interface Stage {
  store: Store
  time: Time
  platforms: Map<Channel, StagePlatform>
  courier: Courier
  /** Another life on the same store, as after a crash or a takeover. */
  newLife(overrides?: Partial<CourierOptions>): Courier
  /** Saves documents as a lane would have. */
  have<C extends DocumentName>(collection: C, docs: Partial<Documents[C]>[]): Promise<void>
  /** A member of branch `tb` with his accounts, agreed and linked. */
  member(key: string, ...addresses: Address[]): Promise<void>
  say(row: Partial<Delivery> & { addresses: Address[] }): Promise<Delivery>
  insert(rows: Delivery[]): Promise<void>
  row(id: string): Promise<Delivery>
  state(id: string): Promise<string>
  /** Pumps until nothing more happens at this moment of the clock. */
  settle(courier?: Courier): Promise<void>
  /** Second by second, as long as it takes where one message a second goes to a chat. */
  settleFor(seconds: number, courier?: Courier): Promise<void>
}

export const web = (id: string): Address => ({ channel: 'web', id })
export const telegram = (id: string): Address => ({ channel: 'telegram', id })
export const zalo = (id: string): Address => ({ channel: 'zalo-bot', id })
export const BRANCH = 'branch:tb'

export async function openStage(channels: { [C in Channel]?: Partial<Platform['can']> }): Promise<Stage> {
  const memory = await openSqlite({ path: ':memory:' })
  const store: Store = { ...memory }
  const time = createTime()
  const log = pino({ level: 'silent' })
  const order = createOrder(time)
  const journal = createJournal(store, time, order)
  const platforms = new Map<Channel, StagePlatform>()
  for (const [name, can] of Object.entries(channels))
    platforms.set(name as Channel, createStagePlatform(time, name as Channel, can))
  let lives = 0
  let said = 0

  const newLife = (overrides: Partial<CourierOptions> = {}): Courier =>
    createCourier({
      store,
      clock: time,
      log,
      journal,
      platforms,
      life: `life-${++lives}`,
      left: () => 15_000,
      failpoint: noFailpoint,
      ...overrides,
    })

  const have: Stage['have'] = async (collection, docs) => {
    const whole = docs.map((doc) => ({ lane: BRANCH, version: 1, by: 'test', gone: false, ...doc }))
    await store.insert(collection, whole as never[])
  }

  const stage: Stage = {
    store,
    time,
    platforms,
    courier: newLife(),
    newLife,
    have,
    async member(key, ...addresses) {
      await have('members', [
        {
          _id: `tb:${key}`,
          branch: 'tb',
          key,
          name: key,
          sortName: key,
          roles: [],
          status: 'official',
          cell: '1',
          place: 1,
          tempExempt: null,
          officialDue: null,
          locale: 'vi',
          simple: false,
          accounts: addresses,
          proxyBy: null,
        },
      ])
      const agreed = { version: '1', at: NINE, how: 'button' as const }
      const branches = [{ branch: 'tb', member: `tb:${key}` }]
      for (const address of addresses) {
        const lane = `account:${addressKey(address)}`
        await have('accounts', [
          {
            _id: addressKey(address),
            lane,
            address,
            goesTo: BRANCH,
            branches,
            agreed,
            blocked: false,
            answeredAt: null,
          },
        ])
      }
    },
    async say(row) {
      const n = said++
      const recipient = row.recipient ?? `tb:${row.addresses[0]?.id ?? 'nobody'}`
      const delivery = {
        ...newDelivery({
          _id: `e:${n}:${recipient}`,
          lane: BRANCH,
          queue: 'bulk',
          order: order(),
          n,
          message: { text: `text ${n}` },
          about: null,
          key: null,
          replaces: null,
          withoutEdit: 'cancel',
          repeat: 'never',
          weight: 1,
          silent: false,
          notBefore: null,
          usefulUntil: null,
          ...row,
          recipient,
          now: time.now(),
        }),
      }
      await stage.insert([delivery])
      return delivery
    },
    async insert(rows) {
      await store.insert('deliveries', rows)
    },
    async row(id) {
      return (await store.get('deliveries', id))!
    },
    async state(id) {
      return (await stage.row(id)).state
    },
    async settle(courier = stage.courier) {
      for (let quiet = 0; quiet < 4;) {
        quiet = (await courier.pump()) ? 0 : quiet + 1
        await turn()
        await turn()
      }
    },
    async settleFor(seconds, courier = stage.courier) {
      for (let second = 0; second < seconds; second++) {
        await stage.settle(courier)
        time.pass(SECOND)
      }
      await stage.settle(courier)
    },
  }
  return stage
}

export const textsIn = (platform: StagePlatform | undefined, chat?: string): string[] =>
  platform!.ledger.filter((shown) => chat === undefined || shown.chat === chat).map((shown) => shown.text)

export const entriesOf = (store: Store, lane = BRANCH): Promise<Collections['journal'][]> =>
  store.find('journal', { lane }, { sort: { field: 'order' } })
