import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { Moved, RetryLater, StoreUnavailable, Undeliverable } from '../../src/errors.js'
import { cancelWrites, findByMessage } from '../../src/store/deliveries.js'
import {
  BRANCH,
  entriesOf,
  losesAnswer,
  MINUTE,
  NINE,
  openStage,
  refuses,
  SECOND,
  telegram,
  textsIn,
  zalo,
  type Stage,
  type StagePlatform,
} from './stage.js'

let stage: Stage
let tg: StagePlatform
let za: StagePlatform

beforeEach(async () => {
  stage = await openStage({ telegram: {}, 'zalo-bot': {} })
  tg = stage.platforms.get('telegram')!
  za = stage.platforms.get('zalo-bot')!
  await stage.member('a', telegram('a'), zalo('a'))
  await stage.member('b', telegram('b'))
})

afterEach(async () => {
  await stage.courier.stop()
  await stage.store.close()
})

/** One message a second goes to a chat: whoever wants several waits for them. */
async function settleFor(seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second++) {
    await stage.settle()
    stage.time.pass(SECOND)
  }
  await stage.settle()
}

describe('sending', () => {
  test('a row that is sent can be found by the message people reply to', async () => {
    const row = await stage.say({ addresses: [telegram('a')] })
    expect(await stage.courier.idle()).toBe(false)
    await stage.settle()
    expect(await stage.row(row._id)).toMatchObject({ state: 'sent', sentIds: ['telegram-1'], sentAt: NINE, news: 0, attempt: 1 })
    expect((await findByMessage(stage.store, telegram('a'), 'telegram-1'))?._id).toBe(row._id)
    expect(await findByMessage(stage.store, telegram('b'), 'telegram-1')).toBeNull()
    expect(await stage.courier.idle()).toBe(true)
  })

  test('parts go in order and each is remembered', async () => {
    const row = await stage.say({ addresses: [telegram('a')], message: { text: 'one / two / three' } })
    await stage.settle()
    expect(await stage.row(row._id)).toMatchObject({ state: 'waiting', sentIds: ['telegram-1'] })
    await settleFor(3)
    expect(await stage.row(row._id)).toMatchObject({ state: 'sent', sentIds: ['telegram-1', 'telegram-2', 'telegram-3'] })
    expect(textsIn(tg)).toEqual(['one', 'two', 'three'])
    expect(tg.calls.map((call) => call.id)).toEqual([0, 1, 2].map((part) => `${row._id}:${part}`))
  })

  test('rows of one chat and queue go by the order of what said them', async () => {
    await stage.say({ addresses: [telegram('a')], order: 20, n: 2, message: { text: 'fourth' } })
    await stage.say({ addresses: [telegram('a')], order: 20, n: 1, message: { text: 'third' } })
    await stage.say({ addresses: [telegram('a')], order: 10, n: 9, message: { text: 'second' } })
    await stage.say({ addresses: [telegram('a')], order: 5, n: 3, message: { text: 'first' } })
    await settleFor(4)
    expect(textsIn(tg)).toEqual(['first', 'second', 'third', 'fourth'])
  })

  test('answers overtake bulk', async () => {
    for (let n = 0; n < 5; n++) await stage.say({ addresses: [telegram('a')], message: { text: `bulk ${n}` } })
    await stage.say({ addresses: [telegram('a')], queue: 'answer', message: { text: 'answer' } })
    await settleFor(6)
    expect(textsIn(tg)[0]).toBe('answer')
    expect(textsIn(tg)).toHaveLength(6)
  })

  test('an answer finds a free hand when bulk hangs', async () => {
    let free = (): void => undefined
    const hangs = new Promise<void>((resolve) => (free = resolve))
    tg.usual = (chat) => (chat.startsWith('telegram:slow') ? { shown: true, hangs } : { shown: true })
    for (let n = 0; n < 10; n++) {
      await stage.member(`slow${n}`, telegram(`slow${n}`))
      await stage.say({ addresses: [telegram(`slow${n}`)] })
    }
    await stage.settle()
    const answer = await stage.say({ addresses: [telegram('a')], queue: 'answer' })
    await stage.settle()
    expect(await stage.state(answer._id)).toBe('sent')
    expect(tg.calls.length).toBe(7)
    free()
    await stage.settle()
    expect(await stage.courier.idle()).toBe(true)
  })

  test('a row waits for its time in domain time, and does not hold its line meanwhile', async () => {
    const held = await stage.say({ addresses: [telegram('a')], notBefore: NINE + MINUTE, message: { text: 'later' } })
    await stage.say({ addresses: [telegram('a')], message: { text: 'now' } })
    await settleFor(3)
    expect(textsIn(tg)).toEqual(['now'])
    expect(await stage.row(held._id)).toMatchObject({ state: 'waiting', held: 1 })
    expect(await stage.courier.idle()).toBe(true)
    stage.time.setOffset(MINUTE)
    expect(await stage.courier.idle()).toBe(false)
    await stage.settle()
    expect(textsIn(tg)).toEqual(['now', 'later'])
  })

  test('what is useful no more is not sent, and told', async () => {
    const row = await stage.say({ addresses: [telegram('a')], notBefore: NINE + MINUTE, usefulUntil: NINE + 2 * MINUTE })
    stage.time.setOffset(2 * MINUTE)
    await stage.settle()
    expect(await stage.row(row._id)).toMatchObject({ state: 'expired', news: 0 })
    expect(tg.calls).toEqual([])
    expect((await entriesOf(stage.store)).map((entry) => entry.payload)).toEqual([{ kind: 'outcome', rows: [row._id] }])
  })

  test('without an address the row is on the call list from the start, and no news', async () => {
    const row = await stage.say({ addresses: [] })
    await stage.settle()
    expect(await stage.row(row._id)).toMatchObject({ state: 'undeliverable', reason: 'no-channel', line: 'bulk|none' })
    expect(await entriesOf(stage.store)).toEqual([])
  })

  test('a message no platform can render is undeliverable, and the next of its line goes', async () => {
    tg.parts = (message) => {
      if (message.text === 'bad') throw new Error('cannot render')
      return [{ text: message.text }]
    }
    const bad = await stage.say({ addresses: [telegram('a')], message: { text: 'bad' } })
    const good = await stage.say({ addresses: [telegram('a')] })
    await stage.settle()
    expect(await stage.row(bad._id)).toMatchObject({ state: 'undeliverable', reason: 'refused' })
    expect(await stage.state(good._id)).toBe('sent')
  })
})

describe('a look at the claim', () => {
  test('who has left the branch gets nothing', async () => {
    const moved = await stage.say({ addresses: [telegram('a')] })
    const unknown = await stage.say({ addresses: [telegram('x')], recipient: 'tb:x' })
    await stage.store.update('members', 'tb:a', { version: 1 }, { status: 'moved' })
    await stage.settle()
    expect(await stage.row(moved._id)).toMatchObject({ state: 'cancelled', reason: 'gone' })
    expect(await stage.row(unknown._id)).toMatchObject({ state: 'cancelled', reason: 'gone' })
    expect(tg.calls).toEqual([])
  })

  test.each([
    ['blocked', { blocked: true }],
    ['not agreed', { agreed: null }],
    ['of another member by now', { branches: [{ branch: 'tb', member: 'tb:b' }] }],
  ])('an account that is %s is passed over', async (_, change) => {
    await stage.store.update('accounts', 'telegram:a', {}, change)
    const row = await stage.say({ addresses: [telegram('a'), zalo('a')] })
    await stage.settle()
    expect(tg.calls).toEqual([])
    expect(await stage.row(row._id)).toMatchObject({ state: 'sent', turn: 1, line: 'bulk|zalo-bot:a' })
  })

  test('at the end of the addresses the row is undeliverable, with the reason, and told', async () => {
    await stage.store.update('accounts', 'telegram:b', {}, { blocked: true })
    const row = await stage.say({ addresses: [telegram('b')] })
    await stage.settle()
    expect(await stage.row(row._id)).toMatchObject({ state: 'undeliverable', reason: 'blocked', news: 0 })
    expect(await entriesOf(stage.store)).toMatchObject([{ _id: `outcome:${row._id}:0`, payload: { rows: [row._id] } }])
  })

  test('a group gets what its own branch says, and nobody else', async () => {
    const lane = 'chat:telegram:g1'
    const chat = { lane, goesTo: BRANCH, branch: 'tb' }
    await stage.have('chats', [{ ...chat, _id: 'telegram:g1', address: telegram('g1') }])
    await stage.have('chats', [{ ...chat, _id: 'telegram:g2', address: telegram('g2'), branch: 'other' }])
    const own = await stage.say({ addresses: [telegram('g1')], recipient: 'group' })
    const foreign = await stage.say({ addresses: [telegram('g2')], recipient: 'group' })
    await stage.settle()
    expect(await stage.state(own._id)).toBe('sent')
    expect(await stage.row(foreign._id)).toMatchObject({ state: 'undeliverable', reason: 'gone' })
  })

  test("what an account's own lane says always goes, and makes no news", async () => {
    const lane = 'account:telegram:stranger'
    const first = await stage.say({ addresses: [telegram('stranger')], lane, recipient: 'telegram:stranger' })
    await stage.settle()
    expect(await stage.state(first._id)).toBe('sent')
    tg.usual = () => refuses(new Undeliverable('blocked'))
    const second = await stage.say({ addresses: [telegram('stranger')], lane, recipient: 'telegram:stranger' })
    await settleFor(1)
    expect(await stage.state(second._id)).toBe('undeliverable')
    expect(await entriesOf(stage.store, lane)).toEqual([])
  })

  test('an address on a channel that is not served is passed over', async () => {
    const row = await stage.say({ addresses: [{ channel: 'zalo-oa', id: 'a' }, telegram('a')], recipient: 'tb:a' })
    await stage.settle()
    expect(await stage.row(row._id)).toMatchObject({ state: 'sent', turn: 1 })
  })
})

describe('what a platform answers', () => {
  test('a refusal before the first part goes to the next address, under its own line', async () => {
    tg.script.set('telegram:a', [refuses(new Undeliverable('blocked'))])
    const row = await stage.say({ addresses: [telegram('a'), zalo('a')] })
    await stage.settle()
    expect(await stage.row(row._id)).toMatchObject({ state: 'sent', turn: 1, line: 'bulk|zalo-bot:a', sentIds: ['zalo-bot-1'] })
    expect(textsIn(tg)).toEqual([])
  })

  test('a refusal after the first part ends the row as partial, and is told', async () => {
    const row = await stage.say({ addresses: [telegram('a'), zalo('a')], message: { text: 'one / two' } })
    await stage.settle()
    tg.script.set('telegram:a', [refuses(new Undeliverable('refused'))])
    await settleFor(2)
    expect(await stage.row(row._id)).toMatchObject({ state: 'partial', reason: 'refused', sentIds: ['telegram-1'] })
    expect(textsIn(za)).toEqual([])
    expect(await entriesOf(stage.store)).toHaveLength(1)
  })

  test('a wait holds the line, for as long as the platform says', async () => {
    tg.script.set('telegram:a', [refuses(new RetryLater(90 * SECOND))])
    const first = await stage.say({ addresses: [telegram('a')], message: { text: 'first' } })
    await stage.say({ addresses: [telegram('a')], message: { text: 'second' } })
    await stage.say({ addresses: [telegram('b')], message: { text: 'other chat' } })
    await settleFor(10)
    expect(textsIn(tg)).toEqual(['other chat'])
    expect(await stage.row(first._id)).toMatchObject({ state: 'waiting', retryAt: NINE + 90 * SECOND })
    stage.time.pass(79 * SECOND)
    await stage.settle()
    expect(textsIn(tg)).toEqual(['other chat'])
    await settleFor(5)
    expect(textsIn(tg)).toEqual(['other chat', 'first', 'second'])
    expect(await stage.row(first._id)).toMatchObject({ failingSince: null, retryAt: null })
  })

  test.each([
    [Number.NaN, 30 * SECOND],
    [-5, 30 * SECOND],
    [1e9 * SECOND, 3600 * SECOND],
  ])('a wait of %d ms is %d ms', async (asked, given) => {
    tg.script.set('telegram:a', [refuses(new RetryLater(asked))])
    const row = await stage.say({ addresses: [telegram('a')] })
    await stage.settle()
    expect((await stage.row(row._id)).retryAt).toBe(NINE + given)
  })

  test('a row that keeps being put off holds its line for 30 minutes, and goes on trying', async () => {
    tg.usual = (chat) => (chat === 'telegram:a' && tg.calls.at(-1)!.text === 'stuck' ? refuses(new RetryLater(7 * MINUTE)) : { shown: true })
    const stuck = await stage.say({ addresses: [telegram('a')], message: { text: 'stuck' } })
    const next = await stage.say({ addresses: [telegram('a')], message: { text: 'next' } })
    for (let minute = 0; minute < 29; minute++) {
      await stage.settle()
      stage.time.pass(MINUTE)
    }
    expect(await stage.state(next._id)).toBe('waiting')
    for (let minute = 0; minute < 8; minute++) {
      await stage.settle()
      stage.time.pass(MINUTE)
    }
    expect(await stage.state(next._id)).toBe('sent')
    tg.usual = () => ({ shown: true })
    stage.time.pass(8 * MINUTE)
    await stage.settle()
    expect(await stage.state(stuck._id)).toBe('sent')
  })

  test('an answer that is lost leaves the row in doubt: told once, never repeated, never sent elsewhere', async () => {
    tg.script.set('telegram:a', [losesAnswer()])
    const row = await stage.say({ addresses: [telegram('a'), zalo('a')] })
    await settleFor(5)
    stage.time.pass(60 * MINUTE)
    await stage.settle()
    await stage.settle(stage.newLife())
    expect(await stage.row(row._id)).toMatchObject({ state: 'unknown', news: 0 })
    expect(textsIn(tg)).toHaveLength(1)
    expect(za.calls).toEqual([])
    expect((await entriesOf(stage.store)).map((entry) => entry._id)).toEqual([`outcome:${row._id}:1`])
  })

  test('a harmless row goes again, and is in doubt after the fifth time', async () => {
    tg.usual = () => losesAnswer()
    tg.down = new Error('no answer')
    const row = await stage.say({ addresses: [telegram('a'), zalo('a')], repeat: 'harmless' })
    for (let minute = 0; minute < 20; minute++) {
      if (minute > 2) tg.down = null
      await stage.settle()
      stage.time.pass(MINUTE)
    }
    expect(await stage.state(row._id)).toBe('unknown')
    expect(textsIn(tg)).toHaveLength(5)
    expect(za.calls).toEqual([])
  })

  test('a send that never ends is in doubt after its time', async () => {
    await stage.courier.stop()
    const courier = stage.newLife({ sendMs: 20 })
    tg.script.set('telegram:a', [{ shown: true, hangs: new Promise(() => undefined) }])
    const row = await stage.say({ addresses: [telegram('a')] })
    await courier.pump()
    await courier.stop()
    expect(await stage.state(row._id)).toBe('unknown')
  })

  test('a chat that has moved is followed once', async () => {
    tg.script.set('telegram:a', [refuses(new Moved('a2'))])
    const row = await stage.say({ addresses: [zalo('a'), telegram('a')], turn: 0 })
    za.script.set('zalo-bot:a', [refuses(new Undeliverable('refused'))])
    await stage.settle()
    expect(await stage.row(row._id)).toMatchObject({ state: 'sent', addresses: [zalo('a'), telegram('a2')], line: 'bulk|telegram:a2' })
    expect((await findByMessage(stage.store, telegram('a2'), 'telegram-1'))?._id).toBe(row._id)
    tg.script.set('telegram:b', [refuses(new Moved('b2'))])
    tg.script.set('telegram:b2', [refuses(new Moved('b3'))])
    const lost = await stage.say({ addresses: [telegram('b')] })
    await stage.settle()
    expect(await stage.row(lost._id)).toMatchObject({ state: 'undeliverable', reason: 'gone' })
  })
})

describe('what is called off', () => {
  const callOff = async (key: string, before: number): Promise<void> => {
    await stage.store.batch(await cancelWrites(stage.store, key, before))
  }

  test('a waiting row is cancelled, a later one of the same key is not', async () => {
    const old = await stage.say({ addresses: [telegram('a')], key: 'k', order: 10 })
    const held = await stage.say({ addresses: [telegram('a')], key: 'k', order: 11, notBefore: NINE + MINUTE })
    const fresh = await stage.say({ addresses: [telegram('a')], key: 'k', order: 12 })
    await callOff('k', 12)
    await settleFor(2)
    expect([await stage.state(old._id), await stage.state(held._id), await stage.state(fresh._id)]).toEqual(['cancelled', 'cancelled', 'sent'])
  })

  test('a row on its way that is put off does not come back', async () => {
    let answer = (): void => undefined
    const hangs = new Promise<void>((resolve) => (answer = resolve))
    tg.script.set('telegram:a', [{ ...refuses(new RetryLater(SECOND)), hangs }])
    const row = await stage.say({ addresses: [telegram('a')], key: 'k', order: 10 })
    await stage.settle()
    await callOff('k', 11)
    expect(await stage.row(row._id)).toMatchObject({ state: 'sending', cancelled: true })
    answer()
    await settleFor(3)
    expect(await stage.state(row._id)).toBe('cancelled')
    expect(tg.calls).toHaveLength(1)
  })

  test('a row on its way that is refused goes to no other address', async () => {
    let answer = (): void => undefined
    const hangs = new Promise<void>((resolve) => (answer = resolve))
    tg.script.set('telegram:a', [{ ...refuses(new Undeliverable('blocked')), hangs }])
    const row = await stage.say({ addresses: [telegram('a'), zalo('a')], key: 'k', order: 10 })
    await stage.settle()
    await callOff('k', 11)
    answer()
    await settleFor(2)
    expect(await stage.state(row._id)).toBe('cancelled')
    expect(za.calls).toEqual([])
    expect(await entriesOf(stage.store)).toEqual([])
  })

  test('a row on its way that arrives is sent', async () => {
    let answer = (): void => undefined
    tg.script.set('telegram:a', [{ shown: true, hangs: new Promise<void>((resolve) => (answer = resolve)) }])
    const row = await stage.say({ addresses: [telegram('a')], key: 'k', order: 10 })
    await stage.settle()
    await callOff('k', 11)
    answer()
    await stage.settle()
    expect(await stage.state(row._id)).toBe('sent')
  })

  test('a marked row that is waiting still is finished without being sent', async () => {
    const row = await stage.say({ addresses: [telegram('a')] })
    await stage.store.update('deliveries', row._id, {}, { cancelled: true })
    await stage.settle()
    expect(await stage.state(row._id)).toBe('cancelled')
    expect(tg.calls).toEqual([])
  })
})

describe('the store', () => {
  const failing = (times: number, name: 'update' | 'batch' | 'find') => {
    const real = stage.store[name].bind(stage.store) as (...args: unknown[]) => Promise<never>
    let left = times
    stage.store[name] = (async (...args: unknown[]) => {
      if (args[0] !== 'machines' && left-- > 0) throw new StoreUnavailable()
      return real(...args)
    }) as never
  }

  test('a claim of which no answer came is made again, and sent once', async () => {
    const real = stage.store.update.bind(stage.store)
    let lost = 0
    stage.store.update = (async (...args: Parameters<typeof real>) => {
      const matched = await real(...args)
      if (args[0] === 'deliveries' && lost++ === 0) throw new StoreUnavailable()
      return matched
    }) as never
    const row = await stage.say({ addresses: [telegram('a')] })
    await settleFor(1)
    expect(await stage.row(row._id)).toMatchObject({ state: 'sent', attempt: 2 })
    expect(textsIn(tg)).toHaveLength(1)
  })

  test('a result the store would not take is written before anything else of its line', async () => {
    const first = await stage.say({ addresses: [telegram('a')] })
    const second = await stage.say({ addresses: [telegram('a')] })
    failing(3, 'batch')
    await stage.courier.pump()
    await stage.settle()
    await settleFor(3)
    expect(await stage.row(first._id)).toMatchObject({ state: 'sent', attempt: 1 })
    expect(await stage.row(second._id)).toMatchObject({ state: 'sent', attempt: 1 })
    expect(textsIn(tg)).toEqual(['text 0', 'text 1'])
  })

  test('a pass that meets a store that does not answer ends, and counts against no row', async () => {
    const row = await stage.say({ addresses: [telegram('a')] })
    failing(6, 'find')
    expect(await stage.courier.pump()).toBe(false)
    await stage.settle()
    await stage.settle()
    expect(await stage.row(row._id)).toMatchObject({ state: 'sent', attempt: 1 })
  })
})

describe('who holds the store', () => {
  test('below half of the lease nothing is claimed', async () => {
    const courier = stage.newLife({ left: () => 7_500 })
    const row = await stage.say({ addresses: [telegram('a')] })
    await stage.settle(courier)
    expect(await stage.row(row._id)).toMatchObject({ state: 'waiting', attempt: 0 })
  })

  test('a claim that took too long sends nothing and gives the row back', async () => {
    let left = 15_000
    const courier = stage.newLife({ left: () => left, failpoint: (name) => void (name === 'claim:after' && (left = 0)) })
    const row = await stage.say({ addresses: [telegram('a')] })
    await stage.settle(courier)
    await courier.stop()
    expect(await stage.row(row._id)).toMatchObject({ state: 'waiting', attempt: 1 })
    expect(tg.calls).toEqual([])
    await stage.settle()
    expect(await stage.state(row._id)).toBe('sent')
  })

  test('what another life left on its way is in doubt, and told once', async () => {
    const dead = stage.newLife()
    let end = (): void => undefined
    tg.script.set('telegram:a', [{ ...losesAnswer(), hangs: new Promise<void>((resolve) => (end = resolve)) }])
    const row = await stage.say({ addresses: [telegram('a')] })
    await stage.settle(dead)
    expect(await stage.state(row._id)).toBe('sending')
    await stage.settle()
    await stage.settle(stage.newLife())
    expect(await stage.state(row._id)).toBe('unknown')
    end()
    await dead.stop()
    expect(await stage.state(row._id)).toBe('unknown')
    expect(textsIn(tg)).toHaveLength(1)
    expect(await entriesOf(stage.store)).toHaveLength(1)
  })

  test('a result that comes late from a life taken for dead is believed', async () => {
    let answer = (): void => undefined
    tg.script.set('telegram:a', [{ shown: true, hangs: new Promise<void>((resolve) => (answer = resolve)) }])
    const row = await stage.say({ addresses: [telegram('a')] })
    const slow = stage.newLife()
    await stage.settle(slow)
    await stage.courier.recover()
    expect(await stage.state(row._id)).toBe('unknown')
    answer()
    await slow.stop()
    expect(await stage.row(row._id)).toMatchObject({ state: 'sent', sentIds: ['telegram-1'], news: 0 })
  })

  test('stopping waits for what is on its way and begins nothing more', async () => {
    let answer = (): void => undefined
    tg.script.set('telegram:a', [{ shown: true, hangs: new Promise<void>((resolve) => (answer = resolve)) }])
    const first = await stage.say({ addresses: [telegram('a')] })
    await stage.settle()
    const second = await stage.say({ addresses: [telegram('b')] })
    const stopped = stage.courier.stop()
    expect(await stage.courier.pump()).toBe(false)
    answer()
    await stopped
    expect([await stage.state(first._id), await stage.state(second._id)]).toEqual(['sent', 'waiting'])
  })
})
