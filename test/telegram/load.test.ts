import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test } from '@jest/globals'
import { describeMongo, dropDatabase, mongoUri } from '../support/mongo.js'
import { freePort, ready, startService, type Service } from '../support/service.js'
import { openLargeBranch, type LargeBranch } from './large-branch.js'

/** As Telegram publishes it; what left evenly may arrive a little closer. */
const limit = { perSecond: 30, windowMs: 950 }
const PATIENCE_MS = 300_000

const folder = mkdtempSync(join(tmpdir(), 'chibot-load-'))
const running: Service[] = []
let branch: LargeBranch

afterEach(async () => {
  await Promise.all(running.splice(0).map((service) => service.kill()))
  await branch.tg.stop()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function start(): Promise<Service> {
  const service = startService({ ...branch.env, PORT: String(await freePort()) })
  running.push(service)
  return service
}

/** Everybody has it once, and Telegram had to ask for patience once at most. */
function isExact({ tg, people, notices, refused }: LargeBranch): void {
  const sorted = (ids: number[]): number[] => ids.sort((a, b) => a - b)
  expect(sorted(notices().map(({ room }) => room.id))).toEqual(sorted(people.map(({ id }) => id)))
  expect(refused()).toBeLessThanOrEqual(1)
  const accepted = tg.calls.filter(({ method, applied }) => method === 'sendMessage' && applied)
  const times = sorted(accepted.map(({ began }) => began))
  const within = times.map((from, at) => times.slice(at).filter((time) => time < from + limit.windowMs).length)
  expect(Math.max(...within)).toBeLessThanOrEqual(limit.perSecond)
}

describe('900 messages under Telegram’s limits', () => {
  test('none twice, one 429 at most; commands in the middle are answered before the end', async () => {
    branch = await openLargeBranch(900, { DATA_DIR: join(folder, 'embedded') })
    const { tg, bot, people, notices, hasMenu } = branch
    const service = await start()
    await ready(service)
    const send = await branch.prepareNotice(() => service.log())
    tg.limit(true)
    await send()
    await tg.until(() => notices().length >= 100, PATIENCE_MS)
    const reached = new Set(notices().map(({ room }) => room.id))
    const asking = [true, false].map((isReached) => people.findLast(({ id }) => reached.has(id) === isReached)!)
    for (const person of asking) person.says(bot, '/trogiup')
    await tg.until(() => asking.every(hasMenu), PATIENCE_MS)
    expect(notices().length).toBeLessThan(people.length)
    await tg.until(() => notices().length >= people.length, PATIENCE_MS)
    isExact(branch)
  }, 900_000)
})

describeMongo('two instances on one MongoDB', () => {
  test('one takes over in the middle: together they keep the limit', async () => {
    const database = `load-${randomUUID().slice(0, 8)}`
    branch = await openLargeBranch(300, { MONGODB_URI: mongoUri(database), DATA_DIR: join(folder, 'mongo') })
    const { tg, people, notices } = branch
    const first = await start()
    await ready(first)
    const second = await start()
    await ready(second, { working: false })
    const send = await branch.prepareNotice(() => first.log())
    tg.limit(true)
    await send()
    await tg.until(() => notices().length >= 100, PATIENCE_MS)
    expect(await first.stop()).toBe(0)
    expect(notices().length).toBeLessThan(people.length)
    await tg.until(() => notices().length >= people.length, PATIENCE_MS)
    isExact(branch)
    await second.kill()
    await dropDatabase(database)
  }, 900_000)
})
