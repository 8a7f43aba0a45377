import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { localDate } from '../src/domain/calendar/local-time.js'
import { describeMongo, dropDatabase, mongoUri } from './support/mongo.js'
import { isTheYear } from './support/year/is-the-year.js'
import type { Seen } from './support/year/live.js'
import { liveOnThePage } from './support/year/on-the-page.js'
import { chats } from './support/year/table.js'

/**
 * What was seen, day by day. The seconds differ from run to run, and with them which of two things due at one moment
 * comes first, and whether an answer stands before or after what its reader typed meanwhile: a day's are sorted.
 */
const words = (seen: Seen): Record<string, string[]> =>
  Object.fromEntries(
    chats.map((chat) => [
      chat,
      seen[chat]!.map((one) => `${localDate(one.at)} ${one.author}: ${one.title ?? ''}|${one.text}`).sort(),
    ]),
  )

/** What was seen on the first store; the other has to show the same. */
let before: Record<string, string[]> | undefined

function yearSuite(store: string, env: () => Record<string, string>, drop: () => Promise<void>): void {
  let calm: Seen
  let killed: Seen
  let kills: number

  beforeAll(async () => {
    calm = (await liveOnThePage(env(), null)).seen
    const run = await liveOnThePage(env(), 2027)
    killed = run.seen
    kills = run.kills
  }, 900_000)
  afterAll(drop)

  describe(`a year on ${store}`, () => isTheYear(() => calm))
  describe(`the same year on ${store} with a kill in every month`, () => isTheYear(() => killed))
  test('members saw the same in both', () => {
    expect(kills).toBeGreaterThanOrEqual(12)
    expect(words(killed)).toEqual(words(calm))
  })

  test('and the same as on the store before', () => {
    before ??= words(calm)
    expect(words(calm)).toEqual(before)
  })
}

describe('the embedded store', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chibot-year-'))
  yearSuite(
    'the embedded store',
    () => ({ DATA_DIR: join(folder, randomUUID()) }),
    () => Promise.resolve(rmSync(folder, { recursive: true, force: true })),
  )
})

describeMongo('MongoDB', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chibot-year-mongo-'))
  const databases: string[] = []
  yearSuite(
    'MongoDB',
    () => {
      const database = `year-${randomUUID().slice(0, 8)}`
      databases.push(database)
      return { DATA_DIR: join(folder, database), MONGODB_URI: mongoUri(database) }
    },
    async () => {
      for (const database of databases) await dropDatabase(database)
    },
  )
})
