import { existsSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { doctor, type Examination } from '../../../src/cli/doctor/doctor.js'
import { exitCodes } from '../../../src/cli/exit-codes.js'
import { importFile } from '../../../src/cli/import/import-file.js'
import { readConfig } from '../../../src/config.js'
import { instant, minute } from '../../../src/domain/calendar/local-time.js'
import { moveClock } from '../../../src/duties/advance.js'
import { newDelivery } from '../../../src/store/deliveries.js'
import type { Delivery } from '../../../src/store/delivery.js'
import type { Decision, Entry, Lane } from '../../../src/store/entry.js'
import { SCHEMA } from '../../../src/store/journal.js'
import { createOwnership } from '../../../src/store/owner/owner.js'
import type { Store } from '../../../src/store/store.js'
import { demoFile } from '../../support/demo-file.js'
import { openDesk, type Desk } from '../desk.js'

const lane = 'branch:CB-PTH'

let desk: Desk
const bring = async (file: unknown): Promise<void> => {
  await importFile({ config: desk.config, terminal: desk.terminal, file: await desk.write('branch.json', file) })
  desk.read()
}
const standAt = (date: string): Promise<void> =>
  desk.look((store, clock) => moveClock(store, clock, instant(date, '09:00')))
const see = async (more: Partial<Examination> = {}): Promise<{ code: number; said: string }> => {
  const code = await doctor({ readConfig: () => desk.config, terminal: desk.terminal, ...more })
  return { code, said: desk.read() }
}

beforeEach(async () => {
  desk = await openDesk()
  await standAt('2027-03-10')
  await bring(demoFile())
})
afterEach(() => desk.clear())

const decision = (more: Partial<Decision>): Decision => ({
  order: 1, at: 0, actor: 'clock', did: 'failed', saves: [], says: [], cancels: [], marks: [], fetches: [], posts: [], failure: null, secret: false, ...more,
}) // prettier-ignore

const insertEntry = (entry: Partial<Entry> & { _id: string }): Promise<unknown> =>
  desk.look((store, clock) => {
    const usual = {
      lane,
      at: clock.now(),
      order: 1,
      open: 1 as const,
      retryAt: null,
      payload: { kind: 'rules' as const },
      decision: null,
    }
    return store.insert('journal', [
      {
        ...usual,
        thrown: 0,
        acceptedAt: clock.real(),
        doneAt: null,
        blankedAt: null,
        failed: false,
        schema: SCHEMA,
        ...entry,
      },
    ])
  })

const insertFailed = (_id: string): Promise<unknown> =>
  insertEntry({ _id, open: 0, failed: true, decision: decision({ failure: 'TypeError' }) })

const entryOf = (id: string): Promise<Entry | null> => desk.look((store) => store.get('journal', id))

const setLane = (set: Partial<Lane>): Promise<boolean> =>
  desk.look((store) => store.update('lanes', lane, { current: null }, set))

const insertRow = (row: Partial<Delivery>): Promise<unknown> =>
  desk.look((store, clock) => {
    const said = newDelivery({
      _id: 'row:1', lane, recipient: 'CB-PTH:m05', addresses: [{ channel: 'web', id: 'm05' }], queue: 'bulk', order: clock.real() * 1024, n: 0,
      message: { text: 'x' }, about: null, key: 'notice:1', replaces: null, withoutEdit: 'new', repeat: 'never', weight: 1, silent: false,
      notBefore: null, usefulUntil: null, now: clock.now(),
    }) // prettier-ignore
    return store.insert('deliveries', [{ ...said, claimedAt: clock.real(), ...row }])
  })

async function whileOwned<R>(work: () => Promise<R>): Promise<R> {
  return desk.look(async (store, clock) => {
    const service = createOwnership(store, { dataDir: desk.config.dataDir, life: 'service', clock })
    await service.tryOnce()
    try {
      return await work()
    } finally {
      await service.release()
    }
  })
}

test('a branch that was just brought in has nothing wrong', async () => {
  expect(await see()).toEqual({
    code: exitCodes.ok,
    said: `Configuration: good.\nStore: sqlite, schema ${SCHEMA}.\nBranch: Chi bộ Phòng Tổng hợp (CB-PTH).\nService: not running on this store.\nNothing is wrong.`,
  })
})

test('a store without a branch is said to be one: it may be the wrong store', async () => {
  const empty = await openDesk()
  await empty.look(() => Promise.resolve())
  expect(await doctor({ readConfig: () => empty.config, terminal: empty.terminal })).toBe(exitCodes.ok)
  expect(empty.read()).toContain('Branch: none in this store. If there should be one, look at DATA_DIR or MONGODB_URI')
  await empty.clear()
})

test('a running service is seen, and not disturbed', async () => {
  const { code, said } = await whileOwned(() => see())
  expect(code).toBe(exitCodes.ok)
  expect(said).toContain('Service: running.')
})

test('a wrong variable is named, its value is not', async () => {
  const secret = 'http://user:hunter2@db/chibot'
  const { code, said } = await see({ readConfig: () => readConfig({ MONGODB_URI: secret, PORT: '99999' }) })
  expect(code).toBe(exitCodes.failed)
  const [first, ...lines] = said.split('\n')
  expect(first).toMatch(/^• .*\.env/u)
  expect(lines[0]).toMatch(/^ {2}PORT must be .*65535/u)
  expect(lines[1]).toMatch(/^ {2}MONGODB_URI must start with mongodb:/u)
  expect(lines.slice(2)).toEqual([expect.stringMatching(/^ {2}→ Correct each variable named.*run the command again/u)])
  expect(said).not.toContain('hunter2')
})

test('where no store is, that is said, and none is made', async () => {
  const { dataDir } = desk.config
  const mistyped = `${dataDir}-mistyped`
  const { code, said } = await see({ readConfig: () => ({ ...desk.config, dataDir: mistyped }) })
  expect(code).toBe(exitCodes.failed)
  expect(said).toMatch(/^• DATA_DIR: [^→]*\n {2}→ Set DATA_DIR[^→]*$/u)
  expect(said).toContain(`there is no store in ${mistyped}.`)
  expect(existsSync(mistyped)).toBe(false)
})

test('a data folder that cannot be there is told', async () => {
  const { code, said } = await see({ readConfig: () => ({ ...desk.config, dataDir: '/dev/null/data' }) })
  expect(code).toBe(exitCodes.failed)
  expect(said).toMatch(/^• DATA_DIR: .*\/dev\/null\/data\.\n {2}→ Set DATA_DIR[^→]*$/u)
})

describe('work that waits', () => {
  test('an entry open for minutes is told, and to start the service where none runs', async () => {
    await insertEntry({ _id: 'web:old', acceptedAt: Date.now() - 3 * minute })
    const idle = await see()
    expect(idle.code).toBe(exitCodes.failed)
    expect(idle.said).toMatch(
      /• The entry web:old of the lane branch:CB-PTH has been waiting since .*no service is running\.\n {2}→ Start the service: chibot start\./u,
    )
    expect((await whileOwned(() => see())).said).toMatch(/web:old .*\n {2}→ Look into the service's log/u)
  })

  test('an entry of this moment is not', async () => {
    await insertEntry({ _id: 'web:new' })
    expect((await see()).code).toBe(exitCodes.ok)
  })

  test('a duty that is due and not done is told', async () => {
    await standAt('2027-06-01')
    const { code, said } = await see()
    expect(code).toBe(exitCodes.failed)
    expect(said).toMatch(/Something due has not been done: CB-PTH\S*, since 08:00 \d\d\/0[34]\/2027/u)
  })
})

describe('lanes', () => {
  test('one that is stopped is told with its reason', async () => {
    await setLane({
      current: 'web:1',
      stopped: 'members/CB-PTH:m01 is not the version its decision was made on',
      since: Date.now(),
    })
    const { code, said } = await see()
    expect(code).toBe(exitCodes.failed)
    expect(said).toContain('stopped at the entry web:1: members/CB-PTH:m01 is not the version')
    expect(said).toContain('chibot doctor --resume branch:CB-PTH')
  })

  test('one that is held for ten minutes is told, one held for nine is not', async () => {
    await setLane({ current: 'web:1', since: Date.now() - 9 * minute })
    expect((await see()).code).toBe(exitCodes.ok)
    await desk.look((store) => store.update('lanes', lane, { current: 'web:1' }, { since: Date.now() - 11 * minute }))
    expect((await see()).said).toMatch(/held by one entry for more than 10 minutes: web:1/u)
  })
})

describe('failed entries', () => {
  test('each is told with the command that does it again', async () => {
    await insertFailed('web:bad')
    const { code, said } = await see()
    expect(code).toBe(exitCodes.failed)
    expect(said).toMatch(
      /The entry web:bad \(rules, lane branch:CB-PTH, .*\) failed: TypeError\.\n.*chibot doctor --retry web:bad/u,
    )
  })

  test('more than twenty are counted, not listed', async () => {
    for (let number = 0; number < 23; number++) await insertFailed(`web:bad${number}`)
    const { said } = await see()
    expect(said.match(/--retry/gu)).toHaveLength(20)
    expect(said).toContain('… and 3 more of this kind.')
  })

  test('one is done again once, and is settled when that is done', async () => {
    await insertFailed('web:bad')
    expect(await see({ retry: 'web:bad' })).toEqual({
      code: exitCodes.ok,
      said: 'It is in the journal again as web:bad:again; the service does it as soon as it runs.',
    })
    expect(await entryOf('web:bad:again')).toMatchObject({ lane, open: 1, payload: { kind: 'rules' } })
    expect((await see()).said).toContain('failed before and waits to be done again')
    expect((await see({ retry: 'web:bad' })).code).toBe(exitCodes.failed)
    await bring(demoFile())
    expect(await entryOf('web:bad:again')).toMatchObject({ open: 0, failed: false })
    expect((await see()).code).toBe(exitCodes.ok)
  })

  test('one that waits for its own next try is opened at once', async () => {
    await insertFailed('clock:turns:x:1')
    await insertEntry({ _id: 'clock:turns:x:1:again', open: 2, retryAt: Date.now() + 60 * minute })
    expect((await see({ retry: 'clock:turns:x:1' })).code).toBe(exitCodes.ok)
    expect(await entryOf('clock:turns:x:1:again')).toMatchObject({ open: 1 })
  })

  test('what has not failed, is not there or holds nothing any more is refused', async () => {
    await insertEntry({ _id: 'web:good' })
    await insertEntry({
      _id: 'web:empty',
      open: 0,
      failed: true,
      payload: null,
      decision: decision({ failure: 'Error' }),
    })
    expect(await see({ retry: 'web:none' })).toEqual({
      code: 1,
      said: expect.stringMatching(/^There is no entry web:none/u),
    })
    expect(await see({ retry: 'web:good' })).toEqual({ code: 1, said: expect.stringMatching(/has not failed/u) })
    expect(await see({ retry: 'web:empty' })).toEqual({ code: 1, said: expect.stringMatching(/was erased/u) })
    expect(await entryOf('web:empty:again')).toBeNull()
  })
})

describe('a stopped lane', () => {
  const saves = async (store: Store): Promise<Decision['saves']> => {
    const member = (await store.get('members', 'CB-PTH:m01'))!
    const meeting = (await store.get('meetings', 'CB-PTH:2027-05'))!
    return [
      { collection: 'meetings', doc: { ...meeting, version: meeting.version + 1, by: 'web:stuck' } },
      { collection: 'members', doc: { ...member, version: member.version + 5, by: 'web:stuck' } },
    ]
  }

  beforeEach(async () => {
    await insertEntry({
      _id: 'web:stuck',
      decision: decision({ did: 'lichhop', order: 7, saves: await desk.look(saves) }),
    })
    await setLane({
      current: 'web:stuck',
      stopped: 'members/CB-PTH:m01 is not the version its decision was made on',
      since: Date.now(),
    })
  })

  test('is shown with every document, and left alone where nobody is there to confirm', async () => {
    const { code, said } = await see({ resume: lane })
    expect(code).toBe(exitCodes.failed)
    expect(said).toContain('meetings/CB-PTH:2027-05: version 2 has not been written.')
    expect(said).toMatch(
      /members\/CB-PTH:m01: MISMATCH\. Version 7 was to be written, version 2 is there, written by \S+:post:\d+:post:0\./u,
    )
    expect(said).toContain('Add --yes')
    expect(await desk.look((store) => store.get('lanes', lane))).toMatchObject({ current: 'web:stuck' })
  })

  test('is left alone on a no', async () => {
    const { complained } = desk
    const terminal = { ...desk.terminal, confirm: () => Promise.resolve(false) }
    expect(await doctor({ readConfig: () => desk.config, terminal, resume: lane })).toBe(exitCodes.failed)
    expect(complained).toEqual(['The lane branch:CB-PTH was left alone.'])
    expect(await entryOf('web:stuck:again')).toBeNull()
  })

  test('runs again on a yes: its entry is decided anew, and what waits behind it is done', async () => {
    const { code, said } = await see({ resume: lane, yes: true })
    expect([code, said.split('\n').at(-1)]).toEqual([
      0,
      'The lane branch:CB-PTH runs again; the entry is decided anew as web:stuck:again.',
    ])
    await bring(demoFile())
    expect(await entryOf('web:stuck')).toMatchObject({ open: 0, failed: true, decision: { did: 'lichhop' } })
    expect(await entryOf('web:stuck:again')).toMatchObject({ open: 0, failed: false })
    expect(await desk.look((store) => store.get('lanes', lane))).toMatchObject({ current: null, stopped: null })
    expect((await see()).code).toBe(exitCodes.ok)
  })

  test('is refused where it runs, or is none', async () => {
    await see({ resume: lane, yes: true })
    expect((await see({ resume: lane, yes: true })).said).toBe('The lane branch:CB-PTH is not stopped.')
    expect((await see({ resume: 'branch:none', yes: true })).said).toMatch(/^There is no lane branch:none/u)
  })
})

describe('messages', () => {
  test('one in doubt is told, with whom to ask', async () => {
    await insertRow({ state: 'unknown' })
    const { code, said } = await see()
    expect(code).toBe(exitCodes.failed)
    expect(said).toMatch(
      /It is not known whether this arrived: CB-PTH:m05 \(unknown, .*\), row row:1\.\n {2}→ The secretary opens \/thongbao/u,
    )
  })

  test('one of last year is not', async () => {
    await insertRow({ state: 'partial', order: (Date.now() - 365 * 24 * 60 * minute) * 1024 })
    expect((await see()).code).toBe(exitCodes.ok)
  })

  test('one that did not reach its member is the call list’s business, news that reached nobody is told', async () => {
    await insertRow({ _id: 'row:notice', state: 'undeliverable', reason: 'blocked' })
    expect((await see()).code).toBe(exitCodes.ok)
    await insertRow({
      _id: 'row:news',
      recipient: 'CB-PTH:m01',
      state: 'undeliverable',
      reason: 'blocked',
      silent: true,
      key: null,
    })
    expect((await see()).said).toMatch(
      /News for CB-PTH:m01 did not arrive \(undeliverable, blocked, .*\), row row:news/u,
    )
  })

  test('what came of a row is told where no sweep tells it to the branch', async () => {
    await insertRow({ state: 'undeliverable', reason: 'blocked', news: 1, claimedAt: Date.now() - 11 * minute })
    expect((await see()).said).toMatch(/has not been told to the branch: CB-PTH:m05/u)
  })

  test('a branch whose secretary and deputy have no account is told', async () => {
    const deaf = { ...demoFile(), branch: 'CB-2', code: 'CB-2', name: 'Chi bộ 2', chats: [] }
    deaf.members = deaf.members.map((member) => ({ ...member, accounts: [] }))
    await bring(deaf)
    expect((await see()).said).toMatch(/Chi bộ 2 \(CB-2\): neither the secretary nor a deputy has an account/u)
  })
})

describe('the list of holidays', () => {
  test('of next year is missed from October on', async () => {
    await standAt('2028-09-30')
    expect((await see()).said).not.toContain('list of holidays')
    await standAt('2028-10-01')
    expect((await see()).said).toContain('There is no list of holidays for 2029;')
  })
})

test('speaks Vietnamese where the terminal does', async () => {
  await insertFailed('web:bad')
  await setLane({ current: 'web:1', stopped: 'x', since: Date.now() })
  await insertRow({ state: 'unknown' })
  const { said } = await see({ terminal: { ...desk.terminal, t: desk.terminal.words.in('vi') } })
  expect(said).toContain('Luồng branch:CB-PTH đã dừng ở mục web:1: x')
  expect(said).toContain('→ Sau khi đã cập nhật hoặc sửa nguyên nhân: chibot doctor --retry web:bad')
  expect(said).toContain('Chưa rõ tin đã đến hay chưa: CB-PTH:m05')
})
