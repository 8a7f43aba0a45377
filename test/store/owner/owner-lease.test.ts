import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { createConnection, type Connection } from 'mongoose'
import { StoreUnavailable } from '../../../src/errors.js'
import { openMongo } from '../../../src/store/mongo.js'
import { hostOf } from '../../../src/store/owner/owner-host.js'
import { createOwnership, type Ownership, type OwnershipTimes } from '../../../src/store/owner/owner.js'
import { openSqlite } from '../../../src/store/sqlite.js'
import type { Store } from '../../../src/store/store.js'
import { describeMongo, dropDatabase, mongoUri } from '../../support/mongo.js'

/** The lease is the same on every store that several hosts may share; the embedded one runs it here to be quick. */
function leaseFacts(open: () => Promise<Store>, shut: (store: Store) => Promise<void>): void {
  let store: Store
  let owners: Ownership[] = []
  const never = new AbortController().signal

  const contender = (life: string, given: { on?: Store; times?: Partial<OwnershipTimes> } = {}) => {
    const time = { now: 1_000 }
    const clock = { mono: () => time.now }
    const owner = createOwnership({ ...(given.on ?? store), kind: 'mongo' }, { dataDir: 'none', life, clock, ...given })
    owners.push(owner)
    const lost = { count: 0 }
    const losing = new Promise<void>((resolve) => owner.onLost(() => resolve(void lost.count++)))
    return { owner, time, lost, losing }
  }
  /** Lets timers run first: reading memory alone never would. */
  const lease = async () => {
    await new Promise((resolve) => setImmediate(resolve))
    return (await store.get('machines', 'lease'))!
  }

  beforeEach(async () => {
    store = await open()
    owners = []
  })
  afterEach(async () => {
    for (const owner of owners) await owner.release()
    await shut(store)
  })

  test('of many who want it at once one gets it', async () => {
    const got = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((life) => contender(life).owner.tryOnce()))
    expect(got.filter(Boolean)).toHaveLength(1)
    expect((await lease()).value['holder']).toBe('abcde'[got.indexOf(true)])
  })

  test('is taken over when its counter has stood still for 15 s of the clock of who waits, by one', async () => {
    const [a, b, c] = [contender('a'), contender('b'), contender('c')]
    expect(await a.owner.tryOnce()).toBe(true)
    b.time.now = 500_000
    expect(await b.owner.tryOnce()).toBe(false)
    expect(await c.owner.tryOnce()).toBe(false)
    b.time.now += 14_999
    expect(await b.owner.tryOnce()).toBe(false)
    b.time.now += 1
    c.time.now += 15_000
    const got = await Promise.all([b.owner.tryOnce(), c.owner.tryOnce()])
    expect(got.filter(Boolean)).toHaveLength(1)
  })

  test('a renewal begins the wait anew', async () => {
    const [a, b] = [contender('a'), contender('b')]
    await a.owner.tryOnce()
    await b.owner.tryOnce()
    const { version } = await lease()
    await store.update('machines', 'lease', { version }, { version: version + 1 })
    b.time.now += 15_000
    expect(await b.owner.tryOnce()).toBe(false)
    b.time.now += 15_000
    expect(await b.owner.tryOnce()).toBe(true)
  })

  test('its time is counted from before the write that got it', async () => {
    const slow: Store = {
      ...store,
      insert: (collection, docs) => {
        a.time.now += 400
        return store.insert(collection, docs)
      },
    }
    const a = contender('a', { on: slow })
    expect(await a.owner.tryOnce()).toBe(true)
    expect(a.owner.left()).toBe(14_600)
    a.time.now += 14_599
    expect([a.owner.held, a.owner.left()]).toEqual([true, 1])
    a.time.now += 1
    expect([a.owner.held, a.owner.left()]).toEqual([false, 0])
  })

  test('is kept by renewing it', async () => {
    const a = contender('a', { times: { every: 10 } })
    await a.owner.tryOnce()
    const { version } = await lease()
    while ((await lease()).version < version + 5) a.time.now += 5
    expect(a.owner.held).toBe(true)
    expect(a.lost.count).toBe(0)
  })

  test('a process that was stopped for longer sees at once that it is nobody, and says so once', async () => {
    const [a, b] = [contender('a', { times: { every: 20 } }), contender('b', { times: { term: 15_000 } })]
    await a.owner.tryOnce()
    a.time.now += 15_000
    expect(a.owner.held).toBe(false)
    await a.losing
    await b.owner.tryOnce()
    b.time.now += 15_000
    expect(await b.owner.tryOnce()).toBe(true)
    expect(await a.owner.tryOnce()).toBe(false)
    expect(a.lost.count).toBe(1)
  })

  test('whose lease was taken learns it at the next renewal, though his clock still gives him time', async () => {
    const a = contender('a', { times: { every: 20 } })
    await a.owner.tryOnce()
    for (let taken = false; !taken;) {
      const { version, value } = await lease()
      taken = await store.update(
        'machines',
        'lease',
        { version },
        { version: version + 1, value: { ...value, holder: 'b' } },
      )
    }
    await a.losing
    expect([a.owner.held, a.owner.left(), a.lost.count]).toEqual([false, 0, 1])
  })

  test('what was given back is taken at once, and giving back is no loss', async () => {
    const [a, b] = [contender('a'), contender('b', { times: { poll: 10 } })]
    await a.owner.tryOnce()
    const waiting = b.owner.acquire(never)
    await a.owner.release()
    expect(await waiting).toBe(true)
    expect([a.owner.held, a.lost.count]).toEqual([false, 0])
    await b.owner.release()
    expect(await a.owner.acquire(never)).toBe(true)
  })

  test('one who lost it takes it back at once when nobody else has', async () => {
    const a = contender('a', { times: { every: 20 } })
    await a.owner.tryOnce()
    a.time.now += 20_000
    await a.losing
    expect(await a.owner.tryOnce()).toBe(true)
    expect(a.owner.held).toBe(true)
  })

  test('a renewal whose answer was lost is still a renewal', async () => {
    let swallowed = 0
    const deaf: Store = {
      ...store,
      update: async (...write: Parameters<Store['update']>) => {
        const done = await store.update(...write)
        if (swallowed++ === 0) throw new StoreUnavailable()
        return done
      },
    }
    const a = contender('a', { on: deaf, times: { every: 10 } })
    await a.owner.tryOnce()
    const { version } = await lease()
    while ((await lease()).version < version + 4) a.time.now += 1
    expect([a.owner.held, a.lost.count]).toEqual([true, 0])
  })

  test('a store that does not answer is a no to who asks, and a loss to who holds once the time is over', async () => {
    let silent = false
    const moody: Store = {
      ...store,
      get: (...asked: Parameters<Store['get']>) =>
        silent ? Promise.reject(new StoreUnavailable()) : store.get(...asked),
      update: (...asked: Parameters<Store['update']>) =>
        silent ? Promise.reject(new StoreUnavailable()) : store.update(...asked),
    } as Store
    const [a, b] = [contender('a', { on: moody, times: { every: 20 } }), contender('b', { on: moody })]
    await a.owner.tryOnce()
    silent = true
    expect(await b.owner.tryOnce()).toBe(false)
    expect(a.owner.held).toBe(true)
    a.time.now += 15_000
    await a.losing
    silent = false
    expect(await a.owner.tryOnce()).toBe(true)
  })

  test('who waits stops waiting when told to', async () => {
    const [a, b] = [contender('a'), contender('b', { times: { poll: 10 } })]
    await a.owner.tryOnce()
    expect(await b.owner.acquire(AbortSignal.timeout(50))).toBe(false)
    expect(await b.owner.acquire(AbortSignal.abort())).toBe(false)
  })

  test('a holder that died on this host is seen at once, a stopped one is not taken for dead', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'])
    await once(child, 'spawn')
    await store.insert('machines', [
      { _id: 'lease', version: 7, value: { holder: 'child', host: hostOf(child.pid!), released: false } },
    ])
    const a = contender('a')
    expect(await a.owner.tryOnce()).toBe(false)
    child.kill('SIGSTOP')
    expect(await a.owner.tryOnce()).toBe(false)
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(await a.owner.tryOnce()).toBe(true)
    expect(await lease()).toMatchObject({ version: 8, value: { holder: 'a' } })
  })

  test.each([
    ['boot', { bootId: 'another' }],
    ['pid namespace', { pidns: 'pid:[1]' }],
    ['an unknown boot', { bootId: null }],
    ['an unknown start time', { startTime: null }],
  ])('a dead pid of another host (%s) says nothing', async (_what, other) => {
    const host = { ...hostOf(process.pid), pid: 2 ** 22 + 1, ...other }
    await store.insert('machines', [{ _id: 'lease', version: 1, value: { holder: 'x', host, released: false } }])
    expect(await contender('a').owner.tryOnce()).toBe(false)
  })

  test('a pid that was given to another process is a dead holder', async () => {
    const host = { ...hostOf(process.pid), startTime: '1' }
    await store.insert('machines', [{ _id: 'lease', version: 1, value: { holder: 'x', host, released: false } }])
    expect(await contender('a').owner.tryOnce()).toBe(true)
  })
}

describe('the lease, on the embedded store', () => {
  leaseFacts(
    () => openSqlite({ path: ':memory:' }),
    (store) => store.close(),
  )
})

describeMongo('the lease, on MongoDB', () => {
  let store: Store
  let connection: Connection
  beforeAll(async () => {
    store = await openMongo({ uri: mongoUri('owner') })
    connection = await createConnection(mongoUri('owner')).asPromise()
  })
  afterAll(async () => {
    await Promise.all([store.close(), connection.destroy()])
    await dropDatabase('owner')
  })
  leaseFacts(
    () => Promise.resolve(store),
    async () => {
      await connection.collection('machines').deleteMany({})
    },
  )
})
