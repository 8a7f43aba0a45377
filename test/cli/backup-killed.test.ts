import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { describeMongo } from '../support/mongo.js'
import { freePort } from '../support/service.js'
import { chibot, expectService, held, openTrial, type Trial } from '../support/trial-store.js'

function killed(kind: 'sqlite' | 'mongo'): void {
  let trial: Trial
  const seen = (): string[] => readdirSync(trial.folder).filter((name) => !name.startsWith('.'))
  const hidden = (): string[] => readdirSync(trial.folder).filter((name) => name.startsWith('.'))
  const whole = (): string => join(trial.folder, seen()[0]!)
  beforeAll(async () => {
    trial = openTrial(kind)
    await trial.lay('old')
  })
  afterAll(() => trial.clear())

  test.each(['backup:row:100', 'backup:rename:1'])('a backup killed at %s is none', async (failpoint) => {
    const before = hidden()
    expect((await chibot(trial.env('old'), ['backup', trial.folder], failpoint)).code).toBe('SIGKILL')
    expect(seen()).toEqual([])
    const [left] = hidden().filter((name) => !before.includes(name))
    expect(left).toMatch(/\.part$/u)
    expect(statSync(join(trial.folder, left!)).mode & 0o777).toBe(0o600)
    if (failpoint !== 'backup:row:100') return
    const checked = await chibot(trial.env('old'), ['restore', '--check', join(trial.folder, left!)])
    expect(checked).toEqual({ code: '65', said: expect.stringContaining('is not whole') as unknown as string })
  })

  test('the next one is whole, and clears away what the killed ones left in the data folder', async () => {
    expect((await chibot(trial.env('old'), ['backup', trial.folder])).code).toBe('0')
    expect(seen()).toHaveLength(1)
    expect((await chibot(trial.env('old'), ['restore', '--check', whole()])).code).toBe('0')
    const beside = readdirSync(trial.env('old')['DATA_DIR']!)
    expect(beside.filter((name) => name.startsWith('snapshot-'))).toEqual([])
  })

  test.each(['fill:row:100', 'fill:after:1'])(
    'a restore killed at %s leaves a store nobody works on, until it is repeated',
    async (failpoint) => {
      expect((await chibot(trial.env('new'), ['restore', '--yes', whole()], failpoint)).code).toBe('SIGKILL')
      const start = await chibot({ ...trial.env('new'), PORT: String(await freePort()) }, ['start'])
      expect(start).toEqual({
        code: '78',
        said: expect.stringContaining('restoring it was broken off') as unknown as string,
      })
      expect((await chibot(trial.env('new'), ['backup', trial.folder])).code).toBe('78')
      const again = await chibot(trial.env('new'), ['restore', whole()])
      expect(again).toEqual({ code: '0', said: expect.stringContaining('Restored.') as unknown as string })
      const [before, after] = [await held(trial, 'old'), await held(trial, 'new')]
      for (const name of ['members', 'accounts', 'meetings', 'webMessages', 'refs']) {
        expect(after[name]).toEqual(before[name])
      }
      await expectService(trial, 'new')
    },
  )
}

describe('killed on the embedded store', () => killed('sqlite'))
describeMongo('killed on MongoDB', () => killed('mongo'))
