import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { instant, localDate } from '../src/domain/calendar/local-time.js'
import { SCHEMA } from '../src/store/journal.js'
import type { Store } from '../src/store/store.js'
import { openSnapshot } from '../src/store/whole/place.js'
import type { Row } from '../src/store/whole/snapshot.js'
import { describeMongo } from './support/mongo.js'
import { freePort, openPage, ready, startService, type Page, type Service } from './support/service.js'
import { openTrial, type Trial } from './support/trial-store.js'

const isNotice = (text: string): boolean => text.includes('THÔNG BÁO SINH HOẠT CHI BỘ')

function upgrade(kind: 'sqlite' | 'mongo'): void {
  let trial: Trial
  let service: Service
  let page: Page

  async function start(): Promise<void> {
    const PORT = String(await freePort())
    service = startService({ ...trial.env('old'), PORT })
    await ready(service)
    page = openPage(() => Number(PORT))
  }
  /** As it lies there. */
  async function row(collection: 'comments' | 'machines', id: string): Promise<Row | undefined> {
    const snapshot = await openSnapshot(trial.config('old'), { alone: true })
    try {
      for await (const found of snapshot.rows(collection)) if (found._id === id) return found
      return undefined
    } finally {
      await snapshot.close()
    }
  }
  const look = <R>(work: (store: Store) => Promise<R>): Promise<R> => trial.look('old', work)
  const turn = () => look((store) => store.get('turns', 'CB-PTH:2027-01'))
  const stepDone = () => look(async (store) => (await store.get('journal', 'step:5:branch:CB-PTH'))?.open === 0)

  beforeAll(async () => {
    trial = openTrial(kind)
    await trial.lay('old')
    expect((await turn())?.nextAt).toBeNull()
    await start()
  })
  afterAll(async () => {
    await service.kill()
    await trial.clear()
  })

  test('the store bears the new number, and every branch has taken its step', async () => {
    while (!(await stepDone())) await new Promise((resolve) => setTimeout(resolve, 50))
    expect((await look((store) => store.get('machines', 'schema')))?.value).toEqual({ number: SCHEMA })
    const steps = await look((store) => store.find('journal', { _id: { gte: 'step:', lt: 'step;' } }))
    const taken = steps.sort((a, b) => a.decision!.order - b.decision!.order)
    expect(taken.map(({ _id, failed }) => [_id, failed])).toEqual([
      ['step:2:branch:CB-PTH', false],
      ['step:5:branch:CB-PTH', false],
    ])
    // The turn had nothing to come; now it is looked at until its meeting has begun.
    expect((await turn())?.nextAt).toBe(instant('2027-01-04', '08:00'))
  })

  test('what the old version had decided and not applied is applied, and answered', async () => {
    await page.until('m03', (message) => /góp ý/iu.test(message.text))
    expect((await look((store) => store.get('comments', 'CB-PTH:cd1:2')))?.member).toBe('CB-PTH:m03')
  })

  test('a comment on what the old version sent is kept and answered, beside the old one', async () => {
    const before = (await page.messages('m04')).length
    await page.say('m04', '/gopy cd1 Phần giải pháp cần nêu thời hạn và người kiểm tra từng việc.')
    await page.until('m04', (message) => message.first > 0 && /góp ý/iu.test(message.text))
    expect((await page.messages('m04')).length).toBe(before + 2)
    const comments = await look((store) => store.find('comments', { lane: 'branch:CB-PTH', topic: 'CB-PTH:cd1' }))
    expect(comments.map(({ member, number }) => [member, number])).toEqual([
      ['CB-PTH:m02', 1],
      ['CB-PTH:m03', 2],
      ['CB-PTH:m04', 3],
    ])
    expect((await row('comments', 'CB-PTH:cd1:1'))?.['schema']).toBeUndefined()
    expect((await row('comments', 'CB-PTH:cd1:3'))?.['schema']).toBe(SCHEMA)
  })

  test('the next notice goes out on its day, once to everybody', async () => {
    const seen = async (chat: string) =>
      (await page.messages(chat)).filter(({ text, title }) => isNotice(`${title}${text}`))
    const before = (await seen('m02')).length
    while (localDate(await page.now()) < '2027-01-30') await page.advance('day')
    for (const chat of ['group', 'm01', 'm02', 'm10']) expect(await seen(chat)).toHaveLength(before + 1)
  })

  test('started again, it takes no step again', async () => {
    expect(await service.stop()).toBe(0)
    await start()
    expect((await row('machines', 'schema'))?.['version']).toBe(2)
  })
}

describe('a store of schema 1, embedded', () => upgrade('sqlite'))
describeMongo('a store of schema 1 on MongoDB', () => upgrade('mongo'))
