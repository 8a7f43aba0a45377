import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { StoreUnavailable } from '../../src/errors.js'
import { entriesOf, losesAnswer, openStage, telegram, textsIn, zalo, type Stage, type StagePlatform } from './stage.js'

let stage: Stage
let tg: StagePlatform

beforeEach(async () => {
  stage = await openStage({ telegram: {}, 'zalo-bot': {} })
  tg = stage.platforms.get('telegram')!
  await stage.member('a', telegram('a'), zalo('a'))
  await stage.member('b', telegram('b'))
})

afterEach(async () => {
  await stage.courier.stop()
  await stage.store.close()
})

describe('the store', () => {
  const failing = (times: number, name: 'update' | 'batch' | 'find') => {
    const real = stage.store[name].bind(stage.store) as (...args: unknown[]) => Promise<never>
    let left = times
    stage.store[name] = async (...args: unknown[]) => {
      if (args[0] !== 'machines' && left-- > 0) throw new StoreUnavailable()
      return real(...args)
    }
  }

  test('a claim of which no answer came is made again, and sent once', async () => {
    const real = stage.store.update.bind(stage.store)
    let lost = 0
    stage.store.update = async (...args: Parameters<typeof real>) => {
      const matched = await real(...args)
      if (args[0] === 'deliveries' && lost++ === 0) throw new StoreUnavailable()
      return matched
    }
    const row = await stage.say({ addresses: [telegram('a')] })
    await stage.settleFor(1)
    expect(await stage.row(row._id)).toMatchObject({ state: 'sent', attempt: 2 })
    expect(textsIn(tg)).toHaveLength(1)
  })

  test('a result the store would not take is written before anything else of its line', async () => {
    const first = await stage.say({ addresses: [telegram('a')] })
    const second = await stage.say({ addresses: [telegram('a')] })
    failing(3, 'batch')
    await stage.courier.pump()
    await stage.settle()
    await stage.settleFor(3)
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
    const courier = stage.newLife({
      left: () => left,
      failpoint: (name) => void (name === 'claim:after' && (left = 0)),
    })
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
