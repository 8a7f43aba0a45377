import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createClock } from '../../src/clock.js'
import { instant, localDate } from '../../src/domain/calendar/local-time.js'
import { moveClock } from '../../src/duties/advance.js'
import type { Store } from '../../src/store/store.js'
import { newFetch } from '../../src/store/files/fetch.js'
import { describeMongo } from '../support/mongo.js'
import { freePort, openPage, ready, startService, type Page, type Service } from '../support/service.js'
import { chibot, openTrial, type Trial } from '../support/trial-store.js'
import { delivery, entry } from '../store/samples.js'

const members = ['m01', 'm02', 'm03', 'm04', 'm05', 'm06', 'm07', 'm08', 'm10', 'm11']
const lane = 'branch:CB-PTH'
const row = (id: string, given: object) =>
  delivery(`x:0:${id}`, {
    lane,
    recipient: 'CB-PTH:m02',
    addresses: [{ channel: 'web', id: 'm02' }],
    line: 'bulk|web:m02',
    message: { title: `Tin ${id}`, text: 'nội dung' },
    key: null,
    usefulUntil: null,
    order: 5,
    ...given,
  })

function restored(kind: 'sqlite' | 'mongo'): void {
  let trial: Trial
  let service: Service | null = null
  let page: Page
  const look = <R>(work: (store: Store) => Promise<R>): Promise<R> => trial.look('new', work)
  const bot = async (chat: string) => (await page.messages(chat)).filter(({ author }) => author === 'bot')
  const counts = async (): Promise<Record<string, number>> =>
    Object.fromEntries(
      await Promise.all([...members, 'group'].map(async (chat) => [chat, (await bot(chat)).length] as const)),
    )

  async function start(name: string): Promise<void> {
    const PORT = String(await freePort())
    service = startService({ ...trial.env(name), PORT })
    await ready(service)
    page = openPage(() => Number(PORT))
  }

  beforeAll(async () => {
    trial = openTrial(kind)
    await trial.lay('old')
    await start('old')
    await page.until('m03', ({ text }) => /góp ý/iu.test(text))
    expect(await service!.stop()).toBe(0)
    // Meetings, reminders and a notice have fallen due when the backup is restored.
    await trial.look('old', async (store) => {
      const clock = createClock()
      await moveClock(store, clock, instant('2027-01-29', '09:00'))
      await store.insert('deliveries', [
        row('waiting', { state: 'waiting' }),
        row('sending', { state: 'sending', life: 'a process long gone', claimedAt: 1, attempt: 1 }),
        row('called-off', { state: 'waiting', cancelled: true }),
        row('tomorrow', { state: 'waiting', held: 1, notBefore: instant('2027-01-30', '09:30') }),
      ])
      const fetch = newFetch({
        sender: null,
        purpose: 'gopy',
        caption: '',
        ref: null,
        entry: entry('f', { lane }),
        n: 0,
      })
      await store.insert('fetches', [{ ...fetch, life: 'a process long gone', begun: 3 }])
      await store.update('lanes', lane, {}, { life: 'a process long gone', tries: 4 })
    })
    const file = join(trial.folder, 'backup.gz')
    expect((await chibot(trial.env('old'), ['backup', file])).code).toBe('0')
    const done = await chibot(trial.env('new'), ['restore', file])
    expect(done).toEqual({
      code: '0',
      said: expect.stringContaining('may or may not have arrived') as unknown as string,
    })
  })
  afterAll(async () => {
    await service?.kill()
    await trial.clear()
  })

  test('nothing is due, open, waiting or in the hands of a process that is no more', async () => {
    const now = instant('2027-01-29', '09:00')
    for (const collection of ['branches', 'meetings', 'turns', 'topics', 'dialogues'] as const) {
      expect(await look((store) => store.count(collection, { nextAt: { gt: 0, lte: now } }))).toBe(0)
    }
    const open = await look((store) => store.find('journal', { open: 1 }))
    expect(open.map(({ payload }) => payload?.kind)).toEqual(['restored'])
    expect(await look((store) => store.get('lanes', lane))).toMatchObject({ current: null, life: null, tries: 0 })
    expect(await look((store) => store.get('fetches', 'f:0'))).toMatchObject({ state: 'waiting', life: null, begun: 0 })
    const waiting = await look((store) => store.find('deliveries', { state: 'waiting' }))
    expect(waiting.map(({ _id }) => _id)).toEqual(['x:0:tomorrow'])
    const states = await look((store) => Promise.all(['waiting', 'sending', 'called-off'].map((id) => store.get('deliveries', `x:0:${id}`)))) // prettier-ignore
    expect(states.map((found) => [found?.state, found?.life])).toEqual([
      ['unknown', null],
      ['unknown', null],
      ['cancelled', null],
    ])
  })

  test('the secretary gets one card that lists what may have been sent; nobody gets anything else', async () => {
    const walls = await look((store) => Promise.all([...members, 'group'].map((chat) => store.find('webMessages', { chat: `web:${chat}`, n: { gt: 0 } })))) // prettier-ignore
    const before = walls.map((wall) => wall.filter(({ author }) => author === 'bot').length)
    await start('new')
    const card = await page.until('m01', ({ title }) => title === 'Sổ của hệ thống đã được khôi phục')
    expect(card.text).toContain('29/01/2027')
    expect(card.text).toMatch(/«Tin waiting»: \S+/u)
    expect(card.text).toContain('«Tin sending»')
    expect(card.text).not.toContain('«Tin called-off»')
    // The notice of February was due an hour before: its recipients stand in one line.
    expect(card.text).toMatch(/«THÔNG BÁO SINH HOẠT CHI BỘ[^»]*»: .*(?:, .*){9,}/u)
    expect(card.choices.map(({ does }) => does)).toEqual(['thongbao'])
    await sleep(3000)
    const after = await counts()
    expect((await bot('m01')).filter(({ title }) => title === card.title)).toHaveLength(1)
    expect(after['m01']).toBe(before[0]! + 1)
    expect([...members, 'group'].slice(1).map((chat) => after[chat])).toEqual(before.slice(1))
  })

  test('what is due later goes out as ever, once', async () => {
    const isNotice = ({ title, text }: { title: string | null; text: string }) =>
      `${title}${text}`.includes('THÔNG BÁO SINH HOẠT CHI BỘ')
    const before = (await bot('m02')).filter(isNotice).length
    while (localDate(await page.now()) < '2027-02-27') await page.advance('day')
    for (const chat of ['m02', 'm10']) expect((await bot(chat)).filter(isNotice)).toHaveLength(before + 1)
    expect((await bot('m02')).filter(({ title }) => title === 'Tin tomorrow')).toHaveLength(1)
  })
}

describe('restored on the embedded store', () => restored('sqlite'))
describeMongo('restored on MongoDB', () => restored('mongo'))
