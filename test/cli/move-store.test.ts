import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { describeMongo } from '../support/mongo.js'
import { freePort, ready, startService } from '../support/service.js'
import { chibot, expectService, held, openTrial, type Trial } from '../support/trial-store.js'

function killed(kind: 'sqlite' | 'mongo'): void {
  let trial: Trial
  beforeAll(async () => {
    trial = openTrial(kind)
    await trial.lay('old')
  })
  afterAll(() => trial.clear())

  test.each(['fill:row:100', 'fill:after:1'])(
    'killed at %s, the source is as it was, nobody works on the target, and the next attempt begins anew',
    async (failpoint) => {
      const target = `new-${failpoint.replaceAll(':', '-')}`
      const before = await held(trial, 'old')
      const args = ['move-store', '--to', trial.target(target)]
      expect((await chibot(trial.env('old'), args, failpoint)).code).toBe('SIGKILL')
      expect(await held(trial, 'old')).toEqual(before)
      const start = await chibot({ ...trial.env(target), PORT: String(await freePort()) }, ['start'])
      expect(start).toEqual({
        code: '78',
        said: expect.stringContaining('moving into it was broken off') as unknown as string,
      })

      const again = await chibot(trial.env('old'), args)
      expect(again).toEqual({
        code: '0',
        said: expect.stringContaining('Both stores hold the same') as unknown as string,
      })
      expect(await held(trial, target)).toEqual(before)
      await expectService(trial, target)
    },
  )
}

describe('killed on the embedded store', () => killed('sqlite'))
describeMongo('killed on MongoDB', () => killed('mongo'))

describeMongo('moved there and back', () => {
  const [sqlite, mongo] = [openTrial('sqlite'), openTrial('mongo')]
  let before: Record<string, unknown>
  beforeAll(async () => {
    await sqlite.lay('old')
    await sqlite.look('old', (store) => store.files.put([Buffer.alloc(600_000, 'dự thảo')]))
    before = await held(sqlite, 'old')
  })
  afterAll(async () => {
    await sqlite.clear()
    await mongo.clear()
  })

  test('what was moved to MongoDB and back is what it was, files too', async () => {
    const there = await chibot(sqlite.env('old'), ['move-store', '--to', mongo.target('there')])
    expect(there.code).toBe('0')
    expect(there.said).toMatch(/journal +41 +41 +[0-9a-f]{12} +=/u)
    expect(there.said).toMatch(/bytes +1 +1 +[0-9a-f]{12} +=/u)
    expect(await held(mongo, 'there')).toEqual(before)
    expect((await chibot(mongo.env('there'), ['move-store', '--to', sqlite.target('back')])).code).toBe('0')
    expect(await held(sqlite, 'back')).toEqual(before)
  })

  test('no store is written over, not even by itself', async () => {
    const onto = await chibot(mongo.env('there'), ['move-store', '--to', sqlite.target('back')])
    expect(onto).toEqual({ code: '1', said: expect.stringContaining('The target is not empty') as unknown as string })
    const itself = await chibot(sqlite.env('old'), ['move-store', '--to', sqlite.target('old')])
    expect(itself).toEqual({ code: '1', said: expect.stringContaining('this very store') as unknown as string })
    const nowhere = await chibot(sqlite.env('old'), ['move-store', '--to', 'postgres://x'])
    expect(nowhere.code).toBe('1')
  })

  test.each(['sqlite', 'mongo'] as const)(
    'while a service works on a source of kind %s, nothing is moved',
    async (kind) => {
      const [trial, name] = kind === 'sqlite' ? [sqlite, 'old'] : [mongo, 'there']
      const service = startService({ ...trial.env(name), PORT: String(await freePort()) })
      try {
        await ready(service)
        const refused = await chibot(trial.env(name), ['move-store', '--to', sqlite.target(`from-${kind}`)])
        expect(refused).toEqual({
          code: '1',
          said: expect.stringContaining('A service is working') as unknown as string,
        })
      } finally {
        await service.kill()
      }
    },
  )
})
