import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { describeFakeClock } from '../support/fake-clock.js'
import { describeMongo, dropDatabase, mongoUri } from '../support/mongo.js'
import { isTheYear } from '../support/year/is-the-year.js'
import { liveByTheClock, type LivedYear } from '../support/year/by-the-clock.js'
import { openTelegramStage } from './year-on-telegram.js'

function yearSuite(env: () => Record<string, string>, drop: () => Promise<void>): void {
  let year: LivedYear

  beforeAll(async () => {
    year = await liveByTheClock({ env: env(), seed: 2027, open: openTelegramStage })
  }, 900_000)
  afterAll(drop)

  isTheYear(() => year.seen)

  test('killed in every month', () => {
    expect(year.kills).toBeGreaterThanOrEqual(12)
  })

  test('nobody got anything twice, by the ledger of the platform', () => {
    expect(year.judgement).toMatchObject({ extra: [], repeated: [] })
  })

  test('what was on its way at a kill was accepted once at most, and stands on a card, once', () => {
    const { doubts, onCards } = year.judgement
    expect(doubts.filter(({ accepted }) => accepted > 1)).toEqual([])
    expect([...onCards].sort()).toEqual(doubts.flatMap(({ line }) => line ?? []).sort())
  })
}

describeFakeClock('a year on Telegram with a kill in every month', () => {
  describe('on the embedded store', () => {
    const folder = mkdtempSync(join(tmpdir(), 'chibot-year-telegram-'))
    yearSuite(
      () => ({ DATA_DIR: folder }),
      () => Promise.resolve(rmSync(folder, { recursive: true, force: true })),
    )
  })
  describeMongo('the year on Telegram, on MongoDB', () => {
    const folder = mkdtempSync(join(tmpdir(), 'chibot-year-telegram-mongo-'))
    const database = `year-telegram-${randomUUID().slice(0, 8)}`
    yearSuite(
      () => ({ DATA_DIR: folder, MONGODB_URI: mongoUri(database) }),
      async () => {
        await dropDatabase(database)
        rmSync(folder, { recursive: true, force: true })
      },
    )
  })
})
