import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { RetryLater } from '../../src/errors.js'
import { NINE, openStage, refuses, SECOND, telegram, works, type Stage, type StagePlatform } from './stage.js'

let stage: Stage
let tg: StagePlatform

beforeEach(async () => {
  stage = await openStage({ telegram: {} })
  tg = stage.platforms.get('telegram')!
})

afterEach(async () => {
  await stage.courier.stop()
  await stage.store.close()
})

test('a notice to 900 goes at the full rate past a blocked chat, and an answer does not wait for its end', async () => {
  await stage.member('blocked', telegram('blocked'))
  for (let n = 0; n < 900; n++) await stage.member(`m${n}`, telegram(`m${n}`))
  tg.usual = (chat) => (chat === 'telegram:blocked' ? refuses(new RetryLater(600 * SECOND)) : works)
  for (let n = 0; n < 150; n++) await stage.say({ addresses: [telegram('blocked')] })
  for (let n = 0; n < 900; n++)
    await stage.say({ addresses: [telegram(`m${n}`)], order: Number.MAX_SAFE_INTEGER, recipient: `tb:m${n}` })

  let seconds = 0
  for (; tg.ledger.length < 901 && seconds < 60; seconds++) {
    if (seconds === 10) await stage.say({ addresses: [telegram('m0')], queue: 'answer', message: { text: 'answer' } })
    await stage.settle()
    stage.time.pass(SECOND)
  }
  // 901 messages and one refusal, 30 a second.
  expect(seconds).toBeLessThanOrEqual(32)
  expect(tg.ledger.findIndex((shown) => shown.text === 'answer')).toBeLessThan(11 * 30)
  expect(new Set(tg.ledger.map((shown) => shown.id)).size).toBe(901)
  const perSecond = new Map<number, number>()
  for (const { atMono } of tg.calls) perSecond.set(atMono, (perSecond.get(atMono) ?? 0) + 1)
  expect(Math.max(...perSecond.values())).toBe(30)
  expect(stage.time.now()).toBe(NINE + seconds * SECOND)
}, 60_000)
