import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { afterEach, expect, test } from '@jest/globals'
import { StoreUnavailable } from '../../src/errors.js'
import { openMongo } from '../../src/store/mongo.js'
import type { Store } from '../../src/store/store.js'
import { describeMongo, dropDatabase, mongoUri } from '../support/mongo.js'
import { lane } from './samples.js'

const database = 'mongo-away'

/** A wire to the server that can be cut. */
async function openWire(host: string, port: number): Promise<{ port: number; cut: () => void }> {
  const sockets = new Set<Socket>()
  const server: Server = createServer((near) => {
    const far = connect(port, host)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => undefined).on('close', () => (near.destroy(), far.destroy()))
    }
    near.pipe(far).pipe(near)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    cut() {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}

describeMongo('a MongoDB that goes away', () => {
  let store: Store
  let cut: () => void

  afterEach(async () => {
    cut()
    await store.close()
    await dropDatabase(database)
  })

  test('an insert that does not reach it is never taken for one that was there already', async () => {
    const [, host, port] = /^mongodb:\/\/([^:/,]+):(\d+)/.exec(mongoUri(database))!
    const wire = await openWire(host!, Number(port))
    cut = wire.cut
    store = await openMongo({ uri: `mongodb://127.0.0.1:${wire.port}/${database}?directConnection=true` })
    expect(await store.insert('lanes', [lane('first')])).toBe(1)
    expect(await store.insert('lanes', [lane('first')])).toBe(0)
    const during = Array.from({ length: 5 }, (_, n) => store.insert('lanes', [lane(`during ${n}`)]))
    const batch = store.batch([{ insert: 'lanes', docs: [lane('in a batch')] }])
    wire.cut()
    for (const outcome of await Promise.allSettled([...during, batch])) {
      expect(outcome.status === 'rejected' && outcome.reason).toBeInstanceOf(StoreUnavailable)
    }
    await expect(store.insert('lanes', [lane('after')])).rejects.toBeInstanceOf(StoreUnavailable)
  }, 60_000)
})
