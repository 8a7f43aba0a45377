import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { RetryLater, StoreUnavailable, Undeliverable } from '../../src/errors.js'
import { docxMime, jpegFile, oggFile, wordFile } from '../support/sample-files.js'
import { openFetchStage, type FetchStage } from './fetch-stage.js'

const draft = wordFile('Dự thảo nghị quyết chuyên đề')
const secret = wordFile('TUYỆT MẬT', 'Phương án số 2')
const word = { id: 'f1', name: 'Dự thảo.docx', mime: docxMime }
const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const minute = 60_000

let stage: FetchStage
beforeEach(async () => {
  stage = await openFetchStage()
})
afterEach(() => stage.close())

const kept = async (): Promise<string[]> => (await stage.store.files.list('', 100)).map(({ sha256 }) => sha256)

describe('a file that comes', () => {
  test('is stored, told to its lane once, and nothing more is known of it here', async () => {
    stage.openings.set('f1', [{ bytes: draft, piece: 100 }])
    const row = await stage.ask({ ...word, size: draft.length })
    const fetcher = stage.newLife()
    await stage.settle(fetcher)
    const told = await stage.told(row)
    expect(told).toMatchObject({
      purpose: 'chuyende tep cd1',
      caption: 'lời kèm',
      sender: { account: { channel: 'telegram', id: '1001' } },
      known: { id: 'f1', name: 'Dự thảo.docx' },
      file: {
        came: 'stored',
        sha256: hash(draft),
        size: draft.length,
        mime: docxMime,
        name: 'Dự thảo.docx',
        legible: true,
      },
    })
    expect(await stage.row(row._id)).toMatchObject({ state: 'ended', came: 'stored', ref: null, caption: null })
    expect(await kept()).toEqual([hash(draft)])
    expect(stage.leftovers()).toEqual([])
    await stage.settle(fetcher)
    expect(stage.opened).toEqual(['f1'])
  })

  test('without a name is called by its day', async () => {
    stage.openings.set('p', [{ bytes: jpegFile() }])
    stage.openings.set('v', [{ bytes: oggFile() }])
    const photo = await stage.ask({ id: 'p', kind: 'photo', mime: 'image/jpeg' })
    const voice = await stage.ask({ id: 'v', kind: 'voice', mime: 'audio/ogg' })
    await stage.settle(stage.newLife())
    expect(await stage.told(photo)).toMatchObject({ file: { name: '2027-01-15.jpg', legible: false } })
    expect(await stage.told(voice)).toMatchObject({ file: { name: '2027-01-15.ogg', mime: 'audio/ogg' } })
  })
})

describe('a file that is refused', () => {
  test('for its size is not fetched where the platform tells it, and broken off where it does not', async () => {
    const large = await stage.ask({ ...word, id: 'large', size: 2001 })
    stage.openings.set('lies', [{ bytes: Buffer.alloc(5000), piece: 500 }])
    const lies = await stage.ask({ ...word, id: 'lies', size: 100 })
    await stage.settle(stage.newLife({ largest: 2000 }))
    expect((await stage.told(large))?.file).toEqual({ came: 'too-large' })
    expect((await stage.told(lies))?.file).toEqual({ came: 'too-large' })
    expect(stage.opened).toEqual(['lies'])
    expect(await kept()).toEqual([])
    expect(stage.leftovers()).toEqual([])
  })

  test('for its kind, by its name or by what is in it', async () => {
    stage.openings.set('f1', [{ bytes: Buffer.from('MZ no document') }])
    const program = await stage.ask({ id: 'x', name: 'a.exe', mime: 'application/x-msdownload' })
    const disguised = await stage.ask(word)
    await stage.settle(stage.newLife())
    for (const row of [program, disguised]) {
      expect(await stage.told(row)).toMatchObject({ known: null, file: { came: 'refused', why: 'kind' } })
    }
    expect(stage.opened).toEqual(['f1'])
    expect(await kept()).toEqual([])
  })

  test.each([
    ['in its text', { ...word }, [{ bytes: secret }]],
    ['in its name', { ...word, name: 'Phương án (TUYỆT MẬT).docx' }, []],
  ])('as secret %s leaves no byte and no name behind', async (_, ref, openings) => {
    stage.openings.set('f1', openings)
    const row = await stage.ask(ref)
    await stage.settle(stage.newLife())
    expect(await stage.told(row)).toMatchObject({ caption: '', known: null, file: { came: 'refused', why: 'secret' } })
    expect(await kept()).toEqual([])
    expect(stage.leftovers()).toEqual([])
    const entries = await stage.store.find('journal', { open: { in: [0, 1, 2] } })
    const rows = await stage.store.find('fetches', { state: 'ended', retryAt: { gte: 0 } })
    expect(entries).toHaveLength(3)
    expect(entries.filter(({ payload }) => payload === null)).toHaveLength(2)
    expect(JSON.stringify([entries, rows])).not.toMatch(/docx|lời kèm|f1/u)
  })

  test('because its platform no longer has it', async () => {
    stage.openings.set('f1', [{ throws: new Undeliverable('gone') }])
    const row = await stage.ask(word)
    await stage.settle(stage.newLife())
    expect((await stage.told(row))?.file).toEqual({ came: 'expired' })
  })
})

describe('a file that does not come now', () => {
  test('is tried again, later each time, never before the platform allows it', async () => {
    stage.openings.set('f1', [
      { throws: new RetryLater(40_000) },
      { bytes: draft.subarray(0, 100), then: new Error('reset') },
      { bytes: draft },
    ])
    const row = await stage.ask(word)
    const fetcher = stage.newLife()
    await stage.settle(fetcher)
    stage.pass(39_000)
    await stage.settle(fetcher)
    expect(stage.opened).toHaveLength(1)
    stage.pass(1000)
    await stage.settle(fetcher)
    expect(stage.opened).toHaveLength(2)
    stage.pass(9000)
    await stage.settle(fetcher)
    expect(stage.opened).toHaveLength(2)
    stage.pass(1000)
    await stage.settle(fetcher)
    expect((await stage.told(row))?.file).toMatchObject({ came: 'stored', sha256: hash(draft) })
  })

  test('is given up after a day, in fewer than a hundred tries', async () => {
    stage.openings.set(
      'f1',
      Array.from({ length: 100 }, () => ({ throws: new RetryLater(1000) })),
    )
    const row = await stage.ask(word)
    const fetcher = stage.newLife()
    for (let passed = 0; passed < 24 * 60; passed += 5) {
      await stage.settle(fetcher)
      expect(await stage.told(row)).toBeNull()
      stage.pass(5 * minute)
    }
    stage.pass(30 * minute)
    await stage.settle(fetcher)
    expect((await stage.told(row))?.file).toEqual({ came: 'failed' })
    expect(await stage.row(row._id)).toMatchObject({ state: 'ended', came: 'failed', ref: null })
  })

  test('is waited for without counting while the store or the disk is away', async () => {
    stage.openings.set(
      'f1',
      Array.from({ length: 60 }, () => ({ bytes: draft })),
    )
    const row = await stage.ask(word)
    const full = { ...stage.store.files, put: () => Promise.reject(new StoreUnavailable()) }
    const fetcher = stage.newLife({ store: { ...stage.store, files: full } })
    for (let tries = 0; tries < 50; tries++) {
      await stage.settle(fetcher)
      stage.pass(60 * minute)
    }
    expect(await stage.told(row)).toBeNull()
    await stage.settle(stage.newLife())
    expect((await stage.told(row))?.file).toMatchObject({ came: 'stored' })
  })

  test('is broken off when it takes too long, and when the service stops', async () => {
    stage.openings.set('f1', [{ hangs: true }, { hangs: true }, { bytes: draft }])
    const row = await stage.ask(word)
    const slow = stage.newLife({ fetchMs: 20 })
    await stage.settle(slow)
    expect((await stage.row(row._id)).failingSince).not.toBeNull()
    stage.pass(minute)
    const stopping = stage.newLife()
    await stopping.pump()
    await stage.untilOpened(2)
    await stopping.stop()
    expect(await stage.row(row._id)).toMatchObject({ state: 'waiting', begun: 0, life: null })
    expect(await stopping.pump()).toBe(false)
    await stage.settle(stage.newLife())
    expect((await stage.told(row))?.file).toMatchObject({ came: 'stored' })
  })
})

test('one file that does not come holds up no other', async () => {
  for (const id of ['a', 'b', 'c']) stage.openings.set(id, [{ hangs: true }])
  stage.openings.set('f1', [{ bytes: draft }])
  for (const id of ['a', 'b', 'c']) await stage.ask({ ...word, id })
  const row = await stage.ask(word)
  const fetcher = stage.newLife({ fetchMs: 300 })
  await stage.settle(fetcher)
  expect((await stage.told(row))?.file).toMatchObject({ came: 'stored' })
})

test('a file that kills every process that looks at it is given up', async () => {
  stage.openings.set(
    'f1',
    Array.from({ length: 20 }, () => ({ bytes: draft })),
  )
  const row = await stage.ask(word)
  for (let lives = 0; lives < 5; lives++) {
    const dying = stage.newLife({ examine: () => new Promise(() => undefined) })
    await dying.pump()
    await stage.untilOpened(lives + 1)
  }
  await stage.settle(stage.newLife())
  expect((await stage.told(row))?.file).toEqual({ came: 'failed' })
  expect(stage.opened).toHaveLength(5)
})
