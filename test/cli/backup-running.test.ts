import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { readBackup } from '../../src/cli/backup/read-backup.js'
import type { Entry, Lane } from '../../src/store/entry.js'
import type { CollectionName } from '../../src/store/store.js'
import type { Row } from '../../src/store/whole/snapshot.js'
import { createLoader } from '../../src/store/whole/place.js'
import { describeMongo } from '../support/mongo.js'
import { freePort, openPage, ready, startService, type Service } from '../support/service.js'
import { chibot, openTrial, type Trial } from '../support/trial-store.js'
import { entry } from '../store/samples.js'

const LONG = 20_000
const speakers = ['m02', 'm03', 'm04', 'm06', 'm07', 'm08', 'm10', 'm11']

async function contentOf(file: string): Promise<(name: CollectionName) => Map<string, Row>> {
  const rows = new Map<CollectionName, Map<string, Row>>()
  await readBackup(file, {
    header: () => undefined,
    row(name, row) {
      rows.set(name, (rows.get(name) ?? new Map<string, Row>()).set(row._id, row))
    },
    file: () => Promise.resolve(),
  })
  return (name) => rows.get(name) ?? new Map<string, Row>()
}

function running(kind: 'sqlite' | 'mongo'): void {
  let trial: Trial
  let service: Service
  let over = false
  let talk: Promise<unknown>
  beforeAll(async () => {
    trial = openTrial(kind)
    await trial.lay('old')
    // A journal as long as this takes a while to be read, so that much is said meanwhile.
    const loader = await createLoader(trial.config('old'))
    for (let from = 0; from < LONG; from += 1000) {
      const done = Array.from({ length: 1000 }, (_, n) => entry(`z:${from + n}`, { lane: 'branch:other', open: 0 }))
      await loader.load('journal', done as never)
    }
    await loader.finish()
    await loader.close()
    const PORT = String(await freePort())
    service = startService({ ...trial.env('old'), PORT })
    await ready(service)
    const page = openPage(() => Number(PORT))
    talk = Promise.all(
      speakers.map(async (member) => {
        for (let n = 1; !over; n++)
          await page.say(member, `/gopy cd1 Ý thứ ${n}: đề nghị nêu rõ ai làm, xong trước ngày nào.`)
      }),
    )
    await page.until('m11', ({ text }) => /góp ý/iu.test(text))
  })
  afterAll(async () => {
    over = true
    await talk
    await service.kill()
    await trial.clear()
  })

  test.each([1, 2, 3])('while members talk, backup %s holds one moment', async (n) => {
    const file = join(trial.folder, `${n}.gz`)
    expect((await chibot(trial.env('old'), ['backup', file])).code).toBe('0')
    const content = await contentOf(file)
    const journal = content('journal') as unknown as Map<string, Entry>
    const comments = [...content('comments').values()]
    expect(comments.length).toBeGreaterThan(2)
    const decided = (entry: unknown): boolean => journal.get(String(entry))?.decision != null
    expect(comments.filter(({ by }) => !decided(by))).toEqual([])
    const rows = [...content('deliveries').values()]
    const entryOf = ({ _id, recipient }: Row): string =>
      _id.slice(0, -String(recipient).length - 1).replace(/:\d+$/u, '')
    expect(rows.filter((row) => !decided(entryOf(row)))).toEqual([])
    // Between two entries of a lane its documents fit together.
    const lane = content('lanes').get('branch:CB-PTH') as unknown as Lane
    if (lane.current === null) expect(content('topics').get('CB-PTH:cd1')!['comments']).toBe(comments.length)
    // An entry that is done has said all it says.
    const done = [...journal.values()].filter(({ open, decision }) => open === 0 && decision)
    const said = done.flatMap(({ decision }) => decision?.says ?? []).map(({ _id }) => _id)
    expect(said.filter((id) => !content('deliveries').has(id))).toEqual([])
  })
}

describe('a backup beside a service on the embedded store', () => running('sqlite'))
describeMongo('a backup beside a service on MongoDB', () => running('mongo'))
