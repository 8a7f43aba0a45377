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

test('a notice to 900 goes at the full rate past a blocked chat, and an answer waits for none of it', async () => {
  await stage.member('blocked', telegram('blocked'))
  for (let n = 0; n < 900; n++) await stage.member(`m${n}`, telegram(`m${n}`))
  tg.usual = (chat) => (chat === 'telegram:blocked' ? refuses(new RetryLater(600 * SECOND)) : works)
  for (let n = 0; n < 150; n++) await stage.say({ addresses: [telegram('blocked')] })
  for (let n = 0; n < 900; n++)
    await stage.say({ addresses: [telegram(`m${n}`)], order: Number.MAX_SAFE_INTEGER, recipient: `tb:m${n}` })

  let seconds = 0
  for (; tg.ledger.length < 901 && seconds < 60; seconds++) {
    await stage.settle()
    if (seconds === 10) {
      // All that bulk may have of this second is gone.
      await stage.say({ addresses: [telegram('m899')], queue: 'answer', message: { text: 'answer' } })
      await stage.settle()
      expect(tg.ledger.at(-1)!.text).toBe('answer')
    }
    stage.time.pass(SECOND)
  }
  // 900 messages and one refusal, 29 a second; the answer has the thirtieth place.
  expect(seconds).toBeLessThanOrEqual(32)
  expect(new Set(tg.ledger.map((shown) => shown.id)).size).toBe(901)
  const perSecond = new Map<number, number>()
  for (const { atMono } of tg.calls) perSecond.set(atMono, (perSecond.get(atMono) ?? 0) + 1)
  expect(Math.max(...perSecond.values())).toBe(30)
  expect(stage.time.now()).toBe(NINE + seconds * SECOND)
}, 60_000)
